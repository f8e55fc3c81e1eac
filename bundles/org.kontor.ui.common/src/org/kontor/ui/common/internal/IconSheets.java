package org.kontor.ui.common.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.PaletteData;
import org.kontor.api.account.Colour;
import org.kontor.ui.common.look.Icon;

/**
 * The icons of this bundle as they were drawn beforehand, since drawing them from SVG would take a good part of the start. For
 * each edge in pixels that the usual zooms ask for there is one sheet, {@code icons/drawn/EDGE.png}: all icons one below the other
 * in the order of their paths, each pixel as light as the icon covers it. What has no sheet is drawn from the SVG.
 */
final class IconSheets {
    private static final PaletteData DIRECT = new PaletteData(0xff0000, 0xff00, 0xff);

    private final Map<String, Integer> places = new HashMap<>();
    private final Map<Integer, Optional<ImageData>> sheets = new HashMap<>();

    IconSheets() {
        List<String> paths = paths();
        for (int place = 0; place < paths.size(); place++) {
            places.put(paths.get(place), place);
        }
    }

    /** The paths of all icons in the order of the sheets. */
    static List<String> paths() {
        String[] paths = new String[Icon.values().length];
        for (Icon icon : Icon.values()) {
            paths[icon.ordinal()] = icon.path();
        }
        Arrays.sort(paths);
        return List.of(paths);
    }

    /**
     * An icon in a colour.
     *
     * @param path as {@link Icon#path} tells it
     * @param edge in pixels
     * @return empty if it was not drawn beforehand
     */
    Optional<ImageData> icon(String path, int edge, Colour tint) {
        Integer place = places.get(path);
        if (place == null) {
            return Optional.empty();
        }
        return sheets.computeIfAbsent(edge, IconSheets::read).map(sheet -> cut(sheet, place * edge, edge, tint));
    }

    private static ImageData cut(ImageData sheet, int top, int edge, Colour tint) {
        ImageData icon = new ImageData(edge, edge, 24, DIRECT);
        icon.alphaData = new byte[edge * edge];
        int[] line = new int[edge];
        int[] ink = new int[edge];
        Arrays.fill(ink, tint.red() << 16 | tint.green() << 8 | tint.blue());
        for (int y = 0; y < edge; y++) {
            sheet.getPixels(0, top + y, edge, line, 0);
            icon.setPixels(0, y, edge, ink, 0);
            for (int x = 0; x < edge; x++) {
                icon.alphaData[y * edge + x] = (byte) (sheet.palette.isDirect ? line[x] & 0xff : grey(sheet, line[x]));
            }
        }
        return icon;
    }

    private static int grey(ImageData sheet, int pixel) {
        return sheet.palette.getRGB(pixel).blue;
    }

    private static Optional<ImageData> read(int edge) {
        try (InputStream in = Icon.class.getResourceAsStream("/icons/drawn/" + edge + ".png")) {
            return in == null ? Optional.empty() : Optional.of(new ImageData(in));
        } catch (IOException e) {
            throw new UncheckedIOException("icons/drawn/" + edge + ".png cannot be read", e);
        }
    }
}
