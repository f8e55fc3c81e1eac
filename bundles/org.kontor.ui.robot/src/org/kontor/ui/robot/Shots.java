package org.kontor.ui.robot;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.ImageLoader;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Shell;

/** Takes pictures of what is on the screen. On the robot's thread. */
final class Shots {
    private Shots() {}

    /** The window in front with all that lies over it. */
    static void shell(Robot robot, Path file) {
        Display display = robot.display();
        Shell shell = robot.await("a window in front", display::getActiveShell);
        save(robot.ask(() -> copy(display, shell.getBounds().intersection(display.getBounds()))), file);
    }

    static void display(Robot robot, Path file) {
        Display display = robot.display();
        save(robot.ask(() -> copy(display, display.getBounds())), file);
    }

    private static ImageData copy(Display display, Rectangle area) {
        display.update();
        Image image = new Image(display, area.width, area.height);
        GC gc = new GC(display);
        try {
            gc.copyArea(image, area.x, area.y);
            return image.getImageData(display.getPrimaryMonitor().getZoom());
        } finally {
            gc.dispose();
            image.dispose();
        }
    }

    /** Encoding and writing take longer than a person should wait for the window, so they happen here. */
    private static void save(ImageData data, Path file) {
        ImageLoader loader = new ImageLoader();
        loader.data = new ImageData[] {data};
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            try (var out = Files.newOutputStream(file)) {
                loader.save(out, SWT.IMAGE_PNG);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write the picture " + file, e);
        }
    }
}
