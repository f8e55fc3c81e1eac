package org.kontor.ui.reporting.internal.view;

import java.nio.file.Path;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.EnumMap;
import java.util.Map;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.swt.widgets.Label;
import org.kontor.api.report.Report;
import org.kontor.api.report.ReportRange;
import org.kontor.api.report.Reports;
import org.kontor.ui.common.access.Names;
import org.kontor.ui.common.look.Css;
import org.kontor.ui.common.look.Grid;
import org.kontor.ui.common.look.Icon;
import org.kontor.ui.common.widget.ActionButton;
import org.kontor.ui.common.widget.Chip;
import org.kontor.ui.common.widget.Texts;
import org.kontor.ui.reporting.internal.model.RangeChoice;
import org.kontor.ui.reporting.internal.model.ReportingModel;

/** The head of the perspective: time range, charts or tables, export. */
final class Header extends Composite {
    private final Desk desk;
    private final ReportingModel model;
    private final Label dates;
    private final Map<RangeChoice, Chip> chips = new EnumMap<>(RangeChoice.class);
    private final ActionButton tables;
    private final ActionButton csv;
    private final ActionButton xlsx;

    Header(Composite parent, Desk desk, ReportingModel model) {
        super(parent, SWT.NONE);
        this.desk = desk;
        this.model = model;
        Css.set(this, Css.SURFACE);
        setLayout(Grid.layout(6 + RangeChoice.values().length, Grid.UNIT));
        Label title = Texts.title(this, desk.look(), desk.text("part.reporting"));
        GridDataFactory.fillDefaults()
                .align(SWT.FILL, SWT.CENTER)
                .indent(Grid.UNIT, 0)
                .applyTo(title);
        for (RangeChoice choice : RangeChoice.values()) {
            Chip chip = new Chip(this, desk.look(), true);
            chip.onActivate(() -> model.range(choice));
            Names.id(chip, "range." + choice);
            chip.setToolTipText(desk.text("range.name", desk.messages().text("range." + choice)));
            GridDataFactory.swtDefaults().align(SWT.CENTER, SWT.CENTER).applyTo(chip);
            chips.put(choice, chip);
        }
        dates = Texts.quiet(this, desk.look(), "");
        GridDataFactory.fillDefaults()
                .grab(true, false)
                .align(SWT.FILL, SWT.CENTER)
                .applyTo(dates);
        tables = new ActionButton(this, desk.look(), ActionButton.Kind.QUIET, desk.text("show.tables"))
                .icon(Icon.LIST)
                .action(() -> model.tables(!model.tables()));
        Names.id(tables, "reporting.tables");
        csv = export(Reports.Format.CSV, "export.csv", "export.csv.name");
        xlsx = export(Reports.Format.XLSX, "export.xlsx", "export.xlsx.name");
        refresh();
    }

    private ActionButton export(Reports.Format format, String words, String name) {
        ActionButton button = new ActionButton(
                        this,
                        desk.look(),
                        ActionButton.Kind.QUIET,
                        desk.messages().text(words))
                .icon(Icon.DOWNLOAD)
                .action(() -> choose(format));
        String tip = desk.messages().text(name);
        button.setToolTipText(tip);
        Names.name(button, tip);
        Names.id(button, words);
        return button;
    }

    private void choose(Reports.Format format) {
        FileDialog dialog = new FileDialog(getShell(), SWT.SAVE);
        dialog.setOverwrite(true);
        dialog.setFilterExtensions(new String[] {"*." + format.extension()});
        dialog.setFileName(model.fileName(format));
        String chosen = dialog.open();
        if (chosen != null) {
            model.export(format, Path.of(chosen));
        }
    }

    void refresh() {
        chips.forEach((choice, chip) -> chip.show(
                desk.messages().text("range." + choice), choice == model.range() ? Chip.Kind.ON : Chip.Kind.PLAIN));
        DateTimeFormatter format = DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
                .withLocale(desk.messages().locale());
        dates.setText(model.report()
                .map(Report::query)
                .map(query -> dates(query.range(), format))
                .orElse(desk.text("loading")));
        tables.setText(model.tables() ? desk.text("show.charts") : desk.text("show.tables"));
        csv.setEnabled(model.report().isPresent());
        xlsx.setEnabled(model.report().isPresent());
        layout(true);
    }

    private String dates(ReportRange range, DateTimeFormatter format) {
        String first = range.first().format(format);
        return range.first().equals(range.last())
                ? first
                : desk.text("range.dates", first, range.last().format(format));
    }

    /** Puts the focus on the chosen range. */
    void focus() {
        Chip chip = chips.get(model.range());
        if (chip != null) {
            chip.forceFocus();
        }
    }
}
