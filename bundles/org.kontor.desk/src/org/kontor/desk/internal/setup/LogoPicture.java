package org.kontor.desk.internal.setup;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Iterator;
import java.util.Set;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;
import org.jspecify.annotations.Nullable;
import org.kontor.api.desk.Setup;
import org.kontor.api.desk.Setup.LogoVerdict;

/**
 * A picture on its way to be a logo. Its size is read before its pixels, so that a small file cannot claim the memory of a
 * large picture; it is drawn anew, so that nothing but pixels is kept of it.
 *
 * @param png null unless it is to be kept
 */
record LogoPicture(LogoVerdict verdict, byte @Nullable [] png) {
    /** Twice what stands on paper at 300 dots an inch: 55 mm by 20 mm. */
    private static final int WIDEST = 1_300;

    private static final int TALLEST = 480;
    private static final Set<String> FORMATS = Set.of("png", "JPEG");

    static LogoPicture of(byte[] file) {
        if (file.length > Setup.MOST_LOGO_BYTES) {
            return no(LogoVerdict.TOO_LARGE);
        }
        // No cache on disk: the picture is small.
        try (ImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(file))) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
            return readers.hasNext() ? read(readers.next(), in) : no(LogoVerdict.NO_PICTURE);
        } catch (IOException | RuntimeException damaged) {
            // Readers of pictures throw many kinds of exceptions at what is damaged.
            return no(LogoVerdict.NO_PICTURE);
        }
    }

    private static LogoPicture no(LogoVerdict verdict) {
        return new LogoPicture(verdict, null);
    }

    private static LogoPicture read(ImageReader reader, ImageInputStream in) throws IOException {
        try {
            if (!FORMATS.contains(reader.getFormatName())) {
                return no(LogoVerdict.NO_PICTURE);
            }
            reader.setInput(in, true, true);
            if (Math.max(reader.getWidth(0), reader.getHeight(0)) > Setup.MOST_LOGO_PIXELS) {
                return no(LogoVerdict.TOO_MANY_PIXELS);
            }
            ByteArrayOutputStream png = new ByteArrayOutputStream();
            ImageIO.write(scaled(reader.read(0)), "png", png);
            return new LogoPicture(LogoVerdict.KEPT, png.toByteArray());
        } finally {
            reader.dispose();
        }
    }

    private static BufferedImage scaled(BufferedImage whole) {
        BufferedImage now = whole;
        double part = Math.min(1, Math.min((double) WIDEST / whole.getWidth(), (double) TALLEST / whole.getHeight()));
        int width = Math.max(1, (int) Math.round(whole.getWidth() * part));
        int height = Math.max(1, (int) Math.round(whole.getHeight() * part));
        // By halves first: a large step at once leaves pixels out.
        while (now.getWidth() > 2 * width && now.getHeight() > 2 * height) {
            now = drawn(now, now.getWidth() / 2, now.getHeight() / 2);
        }
        return drawn(now, width, height);
    }

    private static BufferedImage drawn(BufferedImage from, int width, int height) {
        BufferedImage to = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
        Graphics2D pen = to.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        pen.drawImage(from, 0, 0, width, height, null);
        pen.dispose();
        return to;
    }
}
