package org.kontor.ui.reporting.internal.view;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StyleRange;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Shell;
import org.kontor.api.report.Benchmark;
import org.kontor.api.report.Metric;
import org.kontor.api.report.ReportWords;
import org.kontor.ui.common.access.Names;
import org.kontor.ui.common.look.TypeStyle;
import org.kontor.ui.common.widget.Sheet;

/** What each number means, and where the figures to compare with come from. The text can be selected and copied. */
final class DefinitionsSheet extends Sheet {
    private final Desk desk;
    private final ReportWords words;

    DefinitionsSheet(Shell parent, Desk desk, ReportWords words) {
        super(parent, desk.look(), desk.text("definitions"), "");
        this.desk = desk;
        this.words = words;
        setBlockOnOpen(false);
    }

    @Override
    protected Point size() {
        return new Point(640, 560);
    }

    @Override
    protected void fill(Composite parent) {
        StyledText text = new StyledText(parent, SWT.READ_ONLY | SWT.WRAP | SWT.V_SCROLL | SWT.MULTI);
        text.setFont(desk.look().font(TypeStyle.TEXT));
        text.setLineSpacing(2);
        Names.id(Names.name(text, desk.text("definitions")), "reporting.definitions.text");
        for (Metric metric : Metric.values()) {
            add(text, words.name(metric), words.definition(metric));
        }
        add(text, desk.text("definitions.comparison"), words.comparisonDefinition());
        for (Benchmark benchmark : words.benchmarks()) {
            add(text, benchmark.text(), benchmark.source());
        }
        GridDataFactory.fillDefaults().grab(true, true).hint(560, 400).applyTo(text);
    }

    private static void add(StyledText text, String name, String definition) {
        int at = text.getCharCount();
        text.append(name + "\n" + definition + "\n\n");
        text.setStyleRange(new StyleRange(at, name.length(), null, null, SWT.BOLD));
    }
}
