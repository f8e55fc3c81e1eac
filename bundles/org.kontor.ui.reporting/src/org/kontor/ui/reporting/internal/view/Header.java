package org.kontor.ui.reporting.internal.view;

import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;
import org.kontor.api.account.Brand;
import org.kontor.api.account.ChannelType;
import org.kontor.api.report.Key;
import org.kontor.api.report.Report;
import org.kontor.api.report.ReportRange;
import org.kontor.api.report.Reports;
import org.kontor.ui.common.access.Names;
import org.kontor.ui.common.file.FileChooser;
import org.kontor.ui.common.look.Css;
import org.kontor.ui.common.look.Grid;
import org.kontor.ui.common.widget.ActionButton;
import org.kontor.ui.common.widget.DropMenu;
import org.kontor.ui.common.widget.Texts;
import org.kontor.ui.reporting.internal.model.ReportingModel;

/** The head of the perspective: what is seen, which channels, charts or tables, definitions, export. */
final class Header extends Composite {
    private static final int MOST_BRANDS = 3;

    private final Desk desk;
    private final ReportingModel model;
    private final Label about;
    private final ActionButton channels;
    private final ActionButton tables;
    private final ActionButton export;

    Header(Composite parent, Desk desk, ReportingModel model) {
        super(parent, SWT.NONE);
        this.desk = desk;
        this.model = model;
        Css.set(this, Css.CANVAS);
        setLayout(Grid.layout(6, Grid.UNIT));
        Label title = Texts.title(this, desk.look(), desk.text("report.title"));
        Css.set(title, Css.CANVAS);
        GridDataFactory.fillDefaults()
                .align(SWT.FILL, SWT.CENTER)
                .indent(Grid.UNIT, 0)
                .applyTo(title);
        about = Css.set(Texts.quiet(this, desk.look(), ""), Css.QUIET, Css.CANVAS);
        Names.id(about, "reporting.about");
        GridDataFactory.fillDefaults()
                .grab(true, false)
                .align(SWT.FILL, SWT.CENTER)
                .hint(80, SWT.DEFAULT)
                .applyTo(about);
        channels = new ActionButton(this, desk.look(), ActionButton.Kind.PLAIN, desk.text("channels.all"))
                .menu()
                .action(this::chooseChannels);
        Names.id(channels, "reporting.channels");
        ActionButton definitions = new ActionButton(
                        this, desk.look(), ActionButton.Kind.PLAIN, desk.text("definitions"))
                .action(() -> new DefinitionsSheet(getShell(), desk, model.words()).open());
        Names.id(definitions, "reporting.definitions");
        tables = new ActionButton(this, desk.look(), ActionButton.Kind.PLAIN, desk.text("show.tables"))
                .action(() -> model.tables(!model.tables()));
        Names.id(tables, "reporting.tables");
        export = new ActionButton(this, desk.look(), ActionButton.Kind.PRIMARY, desk.text("export"))
                .menu()
                .action(this::chooseFormat);
        Names.id(export, "reporting.export");
        refresh();
    }

    private void chooseFormat() {
        Menu menu = new Menu(export);
        for (Reports.Format format : Reports.Format.values()) {
            MenuItem item = Names.id(new MenuItem(menu, SWT.PUSH), "export." + format);
            item.setText(desk.text("export." + format));
            item.addListener(SWT.Selection, e -> choose(format));
        }
        DropMenu.open(menu, export);
    }

    private void chooseChannels() {
        Menu menu = new Menu(channels);
        MenuItem all = new MenuItem(menu, SWT.CHECK);
        all.setText(desk.text("channels.all"));
        all.setSelection(model.channels().isEmpty());
        all.addListener(SWT.Selection, e -> model.channels(Set.of()));
        new MenuItem(menu, SWT.SEPARATOR);
        for (ChannelType channel : model.knownChannels()) {
            MenuItem item = new MenuItem(menu, SWT.CHECK);
            item.setText(name(channel).replace("&", "&&"));
            item.setSelection(model.channels().contains(channel));
            item.addListener(SWT.Selection, e -> toggle(channel));
        }
        DropMenu.open(menu, channels);
    }

    private void toggle(ChannelType channel) {
        Set<ChannelType> wanted = new HashSet<>(model.channels());
        if (!wanted.remove(channel)) {
            wanted.add(channel);
        }
        model.channels(wanted.containsAll(model.knownChannels()) ? Set.of() : wanted);
    }

    private String name(ChannelType channel) {
        return model.report()
                .map(report -> model.words().key(report, new Key.OfChannel(channel)))
                .orElse(channel.name());
    }

    private void choose(Reports.Format format) {
        desk.files()
                .save(getShell(), model.fileName(format), FileChooser.Kind.of(format.extension()))
                .ifPresent(file -> model.export(format, file));
    }

    void refresh() {
        String words = model.report().map(this::words).orElse(desk.text("loading"));
        about.setText(words.replace("&", "&&"));
        about.setToolTipText(words.replace("&", "&&"));
        tables.setText(model.tables() ? desk.text("show.charts") : desk.text("show.tables"));
        export.setEnabled(model.report().isPresent());
        String chosen = model.channels().stream().map(this::name).sorted().collect(Collectors.joining(", "));
        channels.setText(chosen.isEmpty() ? desk.text("channels.all") : chosen);
        channels.setEnabled(!model.knownChannels().isEmpty());
        layout(true);
    }

    private String words(Report report) {
        ReportRange range = report.query().range();
        return String.join(" · ", brands(report), dates(range), model.words().comparison(range));
    }

    private String brands(Report report) {
        int count = report.brands().size();
        if (report.query().brands().isEmpty() && count != 1) {
            return desk.text("brands.all");
        }
        return count > MOST_BRANDS
                ? desk.text("brands.many", count)
                : report.brands().stream().map(Brand::name).collect(Collectors.joining(", "));
    }

    private String dates(ReportRange range) {
        DateTimeFormatter format = DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
                .withLocale(desk.messages().locale());
        String first = range.first().format(format);
        return range.first().equals(range.last())
                ? first
                : desk.text("range.dates", first, range.last().format(format));
    }

    /** Puts the focus on the first button. */
    void focus() {
        channels.forceFocus();
    }
}
