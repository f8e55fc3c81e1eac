package org.kontor.ui.common.internal;

import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.Font;
import org.eclipse.swt.graphics.FontData;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.jspecify.annotations.Nullable;
import org.kontor.api.account.Colour;
import org.kontor.ui.api.theme.Themes;
import org.kontor.ui.api.theme.Token;
import org.kontor.ui.common.look.Icon;
import org.kontor.ui.common.look.Look;
import org.kontor.ui.common.look.TypeStyle;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Keeps fonts and icons for the one display of the process; they go with it. */
@Component
public final class LookService implements Look {
    /** The icons of this bundle, as a perspective names them. */
    private static final String OURS = "platform:/plugin/org.kontor.ui.common";

    private record IconKey(String svg, int size, Colour tint) {}

    private final Themes themes;
    private final Map<Colour, Color> colours = new HashMap<>();
    private final Map<TypeStyle, Font> fonts = new EnumMap<>(TypeStyle.class);
    private final Map<IconKey, Image> images = new HashMap<>();
    private final IconSheets sheets = new IconSheets();
    private @Nullable Display display;

    @Activate
    public LookService(@Reference Themes themes) {
        this.themes = themes;
    }

    @Override
    public Color color(Token token) {
        return color(themes.active().colour(token));
    }

    @Override
    public Color color(Colour colour) {
        return colours.computeIfAbsent(colour, c -> new Color(c.red(), c.green(), c.blue()));
    }

    @Override
    public boolean dark() {
        return themes.active().dark();
    }

    @Override
    public Font font(TypeStyle style) {
        Display on = display();
        return fonts.computeIfAbsent(style, s -> create(on, s));
    }

    @Override
    public Image icon(Icon icon, int size, Token tint) {
        return icon(icon, size, themes.active().colour(tint));
    }

    @Override
    public Image icon(Icon icon, int size, Colour tint) {
        URL svg = Icon.class.getResource(icon.path());
        if (svg == null) {
            throw new IllegalStateException("no icon at " + icon.path());
        }
        return image(icon.path(), svg, size, tint);
    }

    @Override
    public Image icon(URI uri, int size, Token tint) {
        try {
            String text = uri.toString();
            String path = text.startsWith(OURS) ? text.substring(OURS.length()) : text;
            return image(path, uri.toURL(), size, themes.active().colour(tint));
        } catch (MalformedURLException e) {
            throw new IllegalArgumentException("not the address of an icon: " + uri, e);
        }
    }

    private Image image(String path, URL svg, int size, Colour tint) {
        Display on = display();
        return images.computeIfAbsent(
                new IconKey(path, size, tint), key -> IconImage.create(on, sheets, path, svg, size, tint));
    }

    @Override
    public void onChange(Control owner, Runnable listener) {
        Runnable off = themes.onChange(() -> {
            if (!owner.isDisposed()) {
                listener.run();
            }
        });
        owner.addListener(SWT.Dispose, e -> off.run());
    }

    /** The display of the calling thread; when it is another than before, what the old one held is forgotten. */
    private Display display() {
        Display now = Display.getCurrent();
        if (now == null) {
            throw new IllegalStateException("looks belong to the UI thread");
        }
        if (now != display) {
            release();
            display = now;
            now.disposeExec(this::release);
        }
        return now;
    }

    private void release() {
        fonts.values().forEach(Font::dispose);
        images.values().forEach(Image::dispose);
        fonts.clear();
        images.clear();
        display = null;
    }

    private static Font create(Display display, TypeStyle style) {
        Font base = style == TypeStyle.MONO ? JFaceResources.getTextFont() : display.getSystemFont();
        FontData[] data = base.getFontData();
        for (FontData each : data) {
            each.setHeight(Math.round(each.getHeight() * style.pixels() / (float) TypeStyle.TEXT.pixels()));
            each.setStyle(style.bold() ? SWT.BOLD : SWT.NORMAL);
        }
        return new Font(display, data);
    }
}
