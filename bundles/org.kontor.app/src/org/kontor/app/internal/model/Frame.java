package org.kontor.app.internal.model;

/**
 * Where a window stands, in points.
 *
 * @param x left edge
 * @param y upper edge
 * @param width of the whole window
 * @param height of the whole window
 */
public record Frame(int x, int y, int width, int height) {
    /** The smallest the window gets. */
    public static final int MIN_WIDTH = 1100;

    public static final int MIN_HEIGHT = 680;

    /** The size of a first start. */
    private static final int FIRST_WIDTH = 1440;

    private static final int FIRST_HEIGHT = 900;

    /** In the middle of a screen, as large as a first start wants it and the screen has room. */
    public static Frame first(Frame screen) {
        int width = Math.min(FIRST_WIDTH, screen.width);
        int height = Math.min(FIRST_HEIGHT, screen.height);
        return new Frame(screen.x + (screen.width - width) / 2, screen.y + (screen.height - height) / 2, width, height);
    }

    /**
     * This place moved and shrunk until it lies within a screen, but never below the smallest size: a screen may have gone
     * since, or got smaller.
     */
    public Frame within(Frame screen) {
        int w = Math.max(Math.min(width, screen.width), Math.min(MIN_WIDTH, screen.width));
        int h = Math.max(Math.min(height, screen.height), Math.min(MIN_HEIGHT, screen.height));
        int left = Math.clamp(x, screen.x, Math.max(screen.x, screen.x + screen.width - w));
        int top = Math.clamp(y, screen.y, Math.max(screen.y, screen.y + screen.height - h));
        return new Frame(left, top, w, h);
    }

    /** How many square points of this place a screen shows. */
    public long overlap(Frame screen) {
        long w = Math.min(x + width, screen.x + screen.width) - (long) Math.max(x, screen.x);
        long h = Math.min(y + height, screen.y + screen.height) - (long) Math.max(y, screen.y);
        return Math.max(0, w) * Math.max(0, h);
    }
}
