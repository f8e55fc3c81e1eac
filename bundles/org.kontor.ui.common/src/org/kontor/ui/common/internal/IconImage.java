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

/**
 * Makes the image of an icon in a colour and size, sharp at every zoom: from the sheets where it was drawn beforehand, else by
 * writing colour and size into the SVG before SWT rasterises it.
 */
final class IconImage {
    private static final Pattern WIDTH = Pattern.compile("\\swidth=\"[^\"]*\"");
    private static final Pattern HEIGHT = Pattern.compile("\\sheight=\"[^\"]*\"");

    private IconImage() {}

    /** @param path of an icon of this bundle, as the sheets know it; else anything */
    static Image create(Display display, IconSheets sheets, String path, URL svg, int size, Colour tint) {
        ImageDataProvider provider = zoom -> {
            int pixels = Math.round(size * zoom / 100f);
            return sheets.icon(path, pixels, tint).orElseGet(() -> rasterise(svg, pixels, tint));
        };
        return new Image(display, provider);
    }

    /** Loads hundreds of classes the first time. */
    static ImageData rasterise(URL icon, int pixels, Colour tint) {
        String svg = read(icon).replace("currentColor", tint.hex());
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
