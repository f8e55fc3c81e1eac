package org.kontor.ui.reporting.internal.view;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;
import org.kontor.api.report.ContributedSection;
import org.kontor.api.report.ReportWords;
import org.kontor.api.report.SectionModel;
import org.kontor.api.report.Value;
import org.kontor.ui.common.access.Names;
import org.kontor.ui.common.look.Css;
import org.kontor.ui.common.widget.Card;
import org.kontor.ui.common.widget.Texts;

/** What a plug-in contributes: its table, or why it is missing. */
final class SectionCard extends Card {
    private static final int FIRST = 180;
    private static final int OTHER = 110;
    private static final int MOST_SEEN = 10;

    SectionCard(Composite parent, Desk desk, ReportWords words, ContributedSection section) {
        super(parent, desk.look(), title(section));
        Names.id(this, "section." + section.id());
        switch (section) {
            case ContributedSection.Shown shown -> table(desk, words, shown.model());
            case ContributedSection.Missing missing ->
                Css.set(Texts.body(this, desk.look(), words.missing(missing)), Css.WARN, Css.SURFACE);
        }
    }

    private static String title(ContributedSection section) {
        return switch (section) {
            case ContributedSection.Shown shown -> shown.model().title();
            case ContributedSection.Missing missing -> missing.id();
        };
    }

    private void table(Desk desk, ReportWords words, SectionModel model) {
        if (!model.definition().isBlank()) {
            Css.set(Texts.body(this, desk.look(), model.definition()), Css.QUIET, Css.SURFACE);
        }
        Table table = new Table(this, SWT.FULL_SELECTION | SWT.SINGLE | SWT.V_SCROLL | SWT.H_SCROLL);
        table.setHeaderVisible(true);
        Names.name(table, desk.text("table.name", model.title()));
        column(table, desk.text("table.group"), SWT.LEFT, FIRST);
        model.columns().forEach(name -> column(table, name, SWT.RIGHT, OTHER));
        for (SectionModel.Row row : model.rows()) {
            TableItem item = new TableItem(table, SWT.NONE);
            item.setText(0, row.label());
            for (int i = 0; i < row.values().size(); i++) {
                Value value = row.values().get(i);
                item.setText(1 + i, words.value(value));
            }
        }
        int seen = Math.clamp(model.rows().size(), 1, MOST_SEEN);
        GridDataFactory.fillDefaults()
                .grab(true, false)
                .hint(SWT.DEFAULT, table.getHeaderHeight() + (seen + 1) * table.getItemHeight())
                .applyTo(table);
    }

    private static void column(Table table, String name, int side, int width) {
        TableColumn column = new TableColumn(table, side);
        column.setText(name);
        column.pack();
        column.setWidth(Math.max(width, column.getWidth()));
    }
}
