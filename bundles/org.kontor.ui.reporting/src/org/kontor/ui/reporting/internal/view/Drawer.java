package org.kontor.ui.reporting.internal.view;

import org.eclipse.swt.graphics.Color;
import org.eclipse.swtchart.Chart;
import org.eclipse.swtchart.ISeries;

/** How a series becomes one or more of SWTChart. */
interface Drawer {
    /** @param id leads the ids of what is made */
    void draw(Chart chart, org.kontor.api.report.Chart.Series series, String id, Color ink);

    /** Gives it its colour. */
    void dress(ISeries<?> drawn, Color ink);
}
