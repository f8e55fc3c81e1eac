package org.kontor.ui.common.widget;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Composite;
import org.kontor.ui.api.theme.Token;
import org.kontor.ui.common.look.Look;

/**
 * A hairline between two areas.
 *
 * @since 0.1
 */
public final class Rule extends Drawn {
    /** A horizontal one; a grid layout has to stretch it. */
    public Rule(Composite parent, Look look) {
        super(parent, look, false);
        setGround(Token.LINE);
    }

    @Override
    protected void draw(GC gc, Rectangle area) {
        // The ground is the line.
    }

    @Override
    public Point computeSize(int wHint, int hHint, boolean changed) {
        return new Point(wHint == SWT.DEFAULT ? 1 : wHint, hHint == SWT.DEFAULT ? 1 : hHint);
    }
}
