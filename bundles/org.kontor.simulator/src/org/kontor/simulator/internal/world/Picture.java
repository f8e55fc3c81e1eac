package org.kontor.simulator.internal.world;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.SplittableRandom;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/** A small PNG that stands for a customer's photo: a coloured shape with a crack or stain on it. */
public final class Picture {

    /** Width of every picture in pixels. */
    public static final int WIDTH = 160;

    /** Height of every picture in pixels. */
    public static final int HEIGHT = 120;

    private Picture() {}

    /** The picture that belongs to a seed, as a PNG file. */
    public static byte[] png(long seed) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'});
        ByteBuffer head = ByteBuffer.allocate(13).putInt(WIDTH).putInt(HEIGHT);
        head.put((byte) 8).put((byte) 2).put((byte) 0).put((byte) 0).put((byte) 0);
        chunk(out, "IHDR", head.array());
        chunk(out, "IDAT", deflate(pixels(new SplittableRandom(seed))));
        chunk(out, "IEND", new byte[0]);
        return out.toByteArray();
    }

    private static byte[] pixels(SplittableRandom random) {
        int background = random.nextInt(0x40, 0xff);
        int[] colour = {random.nextInt(256), random.nextInt(256), random.nextInt(256)};
        int centreX = random.nextInt(WIDTH / 3, WIDTH * 2 / 3);
        int centreY = random.nextInt(HEIGHT / 3, HEIGHT * 2 / 3);
        double slope = random.nextDouble(-1, 1);
        ByteBuffer rows = ByteBuffer.allocate(HEIGHT * (1 + WIDTH * 3));
        for (int y = 0; y < HEIGHT; y++) {
            rows.put((byte) 0);
            for (int x = 0; x < WIDTH; x++) {
                double distance = Math.hypot(x - centreX, (y - centreY) * 1.3);
                boolean inside = distance < 42;
                boolean crack = inside && Math.abs(y - centreY - slope * (x - centreX)) < 1.5;
                int shade = (int) (distance / 3) + (x * 7 + y * 13) % 5;
                for (int channel = 0; channel < 3; channel++) {
                    int value = inside ? colour[channel] - shade : background - shade;
                    rows.put((byte) (crack ? 20 : Math.max(0, Math.min(255, value))));
                }
            }
        }
        return rows.array();
    }

    private static byte[] deflate(byte[] data) {
        Deflater deflater = new Deflater();
        deflater.setInput(data);
        deflater.finish();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        byte[] buffer = new byte[8192];
        while (!deflater.finished()) {
            out.write(buffer, 0, deflater.deflate(buffer));
        }
        deflater.end();
        return out.toByteArray();
    }

    private static void chunk(ByteArrayOutputStream out, String type, byte[] data) {
        byte[] name = type.getBytes(StandardCharsets.US_ASCII);
        CRC32 crc = new CRC32();
        crc.update(name);
        crc.update(data);
        out.writeBytes(ByteBuffer.allocate(4).putInt(data.length).array());
        out.writeBytes(name);
        out.writeBytes(data);
        out.writeBytes(ByteBuffer.allocate(4).putInt((int) crc.getValue()).array());
    }
}
