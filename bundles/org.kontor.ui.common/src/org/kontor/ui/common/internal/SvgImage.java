package org.kontor.ui.common.internal;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.ImageDataProvider;
import org.eclipse.swt.widgets.Display;
import org.kontor.api.account.Colour;

/** Draws an icon in a colour and size by writing both into the SVG before SWT rasterises it: sharp at every zoom. */
final class SvgImage {
    private static final Pattern WIDTH = Pattern.compile("\\swidth=\"[^\"]*\"");
    private static final Pattern HEIGHT = Pattern.compile("\\sheight=\"[^\"]*\"");

    private SvgImage() {}

    static Image create(Display display, URL icon, int size, Colour tint) {
        String svg = read(icon).replace("currentColor", tint.hex());
        ImageDataProvider provider = zoom -> rasterise(svg, Math.round(size * zoom / 100f));
        return new Image(display, provider);
    }

    private static ImageData rasterise(String svg, int pixels) {
        String sized = first(WIDTH, svg, " width=\"" + pixels + "\"");
        sized = first(HEIGHT, sized, " height=\"" + pixels + "\"");
        return new ImageData(new ByteArrayInputStream(sized.getBytes(StandardCharsets.UTF_8)));
    }

    private static String first(Pattern pattern, String text, String replacement) {
        return pattern.matcher(text).replaceFirst(Matcher.quoteReplacement(replacement));
    }

    private static String read(URL icon) {
        try (InputStream in = icon.openStream()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("no icon at " + icon, e);
        }
    }
}
