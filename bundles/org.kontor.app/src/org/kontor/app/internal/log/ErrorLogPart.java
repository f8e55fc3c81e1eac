package org.kontor.app.internal.log;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import java.text.MessageFormat;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.e4.core.services.nls.Translation;
import org.eclipse.e4.ui.di.Focus;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.custom.StackLayout;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.dnd.Transfer;
import org.eclipse.swt.program.Program;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableItem;
import org.eclipse.swt.widgets.Text;
import org.jspecify.annotations.Nullable;
import org.kontor.app.internal.Messages;
import org.kontor.app.internal.model.LogLine;
import org.kontor.ui.api.theme.Token;
import org.kontor.ui.common.access.Names;
import org.kontor.ui.common.format.Times;
import org.kontor.ui.common.look.Grid;
import org.kontor.ui.common.look.Icon;
import org.kontor.ui.common.look.Look;
import org.kontor.ui.common.look.TypeStyle;
import org.kontor.ui.common.row.Row;
import org.kontor.ui.common.row.RowPainter;
import org.kontor.ui.common.widget.ActionButton;
import org.kontor.ui.common.widget.EmptyState;
import org.kontor.ui.common.widget.Rule;

/** Shows what went wrong: the list, the details of one, and the ways to pass it on. */
public final class ErrorLogPart {
    private static final int SOON_MS = 100;

    private final Look look;
    private final Messages texts;
    private final LogKeeper keeper;
    private final Times times = Times.here();
    private List<LogLine> lines = List.of();
    private @Nullable Table table;
    private @Nullable Text details;
    private @Nullable Composite pages;
    private @Nullable SashForm sash;
    private @Nullable EmptyState empty;
    private @Nullable ActionButton copy;
    private @Nullable Runnable off;

    @Inject
    ErrorLogPart(Look look, @Translation Messages texts, LogKeeper keeper) {
        this.look = look;
        this.texts = texts;
        this.keeper = keeper;
    }

    @PostConstruct
    void create(Composite parent, Display display) {
        parent.setLayout(Grid.tight(1));
        ((org.eclipse.swt.layout.GridLayout) parent.getLayout()).verticalSpacing = 0;
        tools(parent);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(new Rule(parent, look));
        Composite stack = new Composite(parent, SWT.NONE);
        stack.setLayout(new StackLayout());
        GridDataFactory.fillDefaults().grab(true, true).applyTo(stack);
        pages = stack;
        empty = new EmptyState(stack, look);
        SashForm form = new SashForm(stack, SWT.HORIZONTAL | SWT.SMOOTH);
        sash = form;
        table(form);
        Text text = new Text(form, SWT.MULTI | SWT.READ_ONLY | SWT.H_SCROLL | SWT.V_SCROLL);
        text.setFont(look.font(TypeStyle.MONO));
        Names.id(Names.name(text, texts.log_details), "log.details");
        details = text;
        form.setWeights(45, 55);
        Runnable refresh = this::refresh;
        off = keeper.onChange(() -> display.asyncExec(() -> display.timerExec(SOON_MS, refresh)));
        refresh();
    }

    @PreDestroy
    void dispose() {
        Runnable listener = off;
        if (listener != null) {
            listener.run();
        }
    }

    @Focus
    void focus() {
        Table list = table;
        if (list != null && list.isVisible()) {
            list.setFocus();
            return;
        }
        Composite stack = pages;
        if (stack != null) {
            stack.setFocus();
        }
    }

    private void tools(Composite parent) {
        Composite bar = new Composite(parent, SWT.NONE);
        bar.setLayout(Grid.layout(4, Grid.HALF));
        GridDataFactory.fillDefaults().grab(true, false).applyTo(bar);
        ActionButton button = new ActionButton(bar, look, ActionButton.Kind.QUIET, texts.log_copy).icon(Icon.COPY);
        copy = Names.id(button.action(this::copy), "log.copy");
        Names.id(new ActionButton(bar, look, ActionButton.Kind.QUIET, texts.log_clear).icon(Icon.DELETE), "log.clear")
                .onActivate(keeper::clear);
        Names.id(new ActionButton(bar, look, ActionButton.Kind.QUIET, texts.log_folder).icon(Icon.FOLDER), "log.folder")
                .onActivate(() -> Program.launch(keeper.file().getParent().toString()));
    }

    private void table(SashForm form) {
        Table list = new Table(form, SWT.VIRTUAL | SWT.MULTI | SWT.FULL_SELECTION | SWT.V_SCROLL);
        Names.id(Names.name(list, texts.part_errorlog), "log.list");
        RowPainter.install(list, look, 2, this::paint);
        list.addListener(SWT.SetData, e -> {
            LogLine line = lines.get(e.index);
            ((TableItem) e.item).setText(line.message());
        });
        list.addListener(SWT.Selection, e -> select());
        table = list;
    }

    private void paint(Row row, TableItem item) {
        LogLine line = lines.get(item.getParent().indexOf(item));
        row.icon(line.error() ? Icon.PROBLEM : Icon.WARNING, line.error() ? Token.OVER : Token.WARN);
        row.line(0)
                .right(times.relative(line.at()), TypeStyle.SMALL, Token.TEXT_QUIET)
                .left(
                        line.message().isBlank() ? firstLine(line.details()) : line.message(),
                        TypeStyle.TEXT,
                        Token.TEXT);
        row.line(1).left(line.source(), TypeStyle.SMALL, Token.TEXT_QUIET);
    }

    private static String firstLine(String text) {
        return text.lines().findFirst().orElse("");
    }

    private void refresh() {
        Table list = table;
        Composite stack = pages;
        EmptyState nothing = empty;
        if (list == null || list.isDisposed() || stack == null || nothing == null) {
            return;
        }
        LogLine chosen = list.getSelectionIndex() < 0 ? null : lines.get(list.getSelectionIndex());
        lines = keeper.lines();
        list.setItemCount(lines.size());
        list.clearAll();
        String fault = keeper.fileFault();
        nothing.show(
                fault == null ? Icon.DONE : Icon.WARNING,
                fault == null ? texts.log_empty : MessageFormat.format(texts.log_fileFault, fault));
        ((StackLayout) stack.getLayout()).topControl = lines.isEmpty() ? nothing : sash;
        stack.layout();
        if (chosen != null) {
            list.setSelection(lines.indexOf(chosen));
        } else if (!lines.isEmpty()) {
            list.setSelection(0);
        }
        list.redraw();
        select();
    }

    private List<LogLine> selected() {
        Table list = table;
        return list == null
                ? List.of()
                : java.util.Arrays.stream(list.getSelectionIndices())
                        .filter(index -> index < lines.size())
                        .mapToObj(index -> lines.get(index))
                        .toList();
    }

    private void select() {
        List<LogLine> chosen = selected();
        Text text = details;
        ActionButton button = copy;
        if (text != null && button != null) {
            text.setText(chosen.stream()
                    .map(line -> Stream.of(
                                    times.exact(line.at()) + " · " + line.source(), line.message(), line.details())
                            .filter(part -> !part.isBlank())
                            .collect(Collectors.joining("\n\n")))
                    .collect(Collectors.joining("\n\n")));
            button.setEnabled(!chosen.isEmpty());
        }
    }

    private void copy() {
        String text = selected().stream().map(LogLine::text).collect(Collectors.joining("\n"));
        Composite on = pages;
        if (!text.isEmpty() && on != null) {
            Clipboard clipboard = new Clipboard(on.getDisplay());
            clipboard.setContents(new Object[] {text}, new Transfer[] {TextTransfer.getInstance()});
            clipboard.dispose();
        }
    }
}
