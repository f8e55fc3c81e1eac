package org.kontor.ui.common.widget;

import org.eclipse.swt.accessibility.ACC;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Composite;
import org.kontor.ui.api.theme.Token;
import org.kontor.ui.common.look.Look;

/**
 * A thin bar that fills; one that moves to and fro while nobody knows how far the work is.
 *
 * @since 0.1
 */
public final class ProgressLine extends Drawn {
    private static final int HEIGHT = 6;
    private static final int STEP_MS = 60;

    private double share;
    private int phase;

    public ProgressLine(Composite parent, Look look) {
        super(parent, look, false);
    }

    /**
     * How far the work is.
     *
     * @param done from 0 to 1; negative if nobody knows
     * @param name what is being done
     */
    public void show(double done, String name) {
        boolean waits = share < 0;
        share = done;
        speak(done < 0 ? name : name + " " + Math.round(done * 100) + " %");
        redraw();
        if (done < 0 && !waits) {
            tick();
        }
    }

    @Override
    protected int role() {
        return ACC.ROLE_PROGRESSBAR;
    }

    @Override
    public Point computeSize(int wHint, int hHint, boolean changed) {
        return new Point(wHint < 0 ? 160 : wHint, HEIGHT);
    }

    @Override
    protected void draw(GC gc, Rectangle area) {
        gc.setBackground(look().color(Token.CHIP));
        gc.fillRoundRectangle(0, 0, area.width, HEIGHT, HEIGHT, HEIGHT);
        gc.setBackground(look().color(Token.ACCENT));
        if (share >= 0) {
            gc.fillRoundRectangle(0, 0, (int) Math.round(area.width * share), HEIGHT, HEIGHT, HEIGHT);
        } else {
            int width = area.width / 5;
            double swing = Math.abs(phase % 100 - 50) / 50.0;
            gc.fillRoundRectangle((int) ((area.width - width) * swing), 0, width, HEIGHT, HEIGHT, HEIGHT);
        }
    }

    private void tick() {
        if (!isDisposed() && share < 0) {
            phase++;
            redraw();
            getDisplay().timerExec(STEP_MS, this::tick);
        }
    }
}
