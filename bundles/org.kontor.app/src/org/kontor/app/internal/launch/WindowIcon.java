package org.kontor.app.internal.launch;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.stream.IntStream;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.ImageDataProvider;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Shell;

/** The icon of the window as it was drawn beforehand: {@code icons/kontor-EDGE.png}, edge in pixels. */
final class WindowIcon {
    private static final int[] SIZES = {16, 20, 32, 48, 128};
    /** What is there; a zoom in between takes the next larger one. */
    private static final int[] EDGES = {16, 20, 24, 32, 40, 48, 64, 96, 128, 256};

    private WindowIcon() {}

    /** Gives {@code shell} the icon in the sizes that task bars and switchers ask for. */
    static void give(Shell shell) {
        Display display = shell.getDisplay();
        Image[] images = IntStream.of(SIZES)
                .mapToObj(size -> new Image(display, (ImageDataProvider) zoom -> read(size * zoom / 100)))
                .toArray(Image[]::new);
        shell.setImages(images);
        shell.addDisposeListener(event -> {
            for (Image image : images) {
                image.dispose();
            }
        });
    }

    private static ImageData read(int pixels) {
        int edge = EDGES[EDGES.length - 1];
        for (int each : EDGES) {
            if (each >= pixels) {
                edge = each;
                break;
            }
        }
        try (InputStream in = WindowIcon.class.getResourceAsStream("/icons/kontor-" + edge + ".png")) {
            if (in == null) {
                throw new IllegalStateException("no icon of the window with " + edge + " pixels");
            }
            ImageData data = new ImageData(in);
            return edge == pixels ? data : data.scaledTo(pixels, pixels);
        } catch (IOException e) {
            throw new UncheckedIOException("the icon of the window cannot be read", e);
        }
    }
}
