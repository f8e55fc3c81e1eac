package org.kontor.app.internal.window;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import java.text.MessageFormat;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.e4.core.commands.ECommandService;
import org.eclipse.e4.core.commands.EHandlerService;
import org.eclipse.e4.core.services.nls.Translation;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Display;
import org.jspecify.annotations.Nullable;
import org.kontor.app.internal.Messages;
import org.kontor.app.internal.launch.Arguments;
import org.kontor.app.internal.log.LogKeeper;
import org.kontor.app.internal.model.Facts;
import org.kontor.app.internal.model.FactsFeed;
import org.kontor.app.internal.model.StatusLine;
import org.kontor.app.internal.model.Tasks;
import org.kontor.ui.api.Commands;
import org.kontor.ui.api.theme.Token;
import org.kontor.ui.common.access.Names;
import org.kontor.ui.common.format.Times;
import org.kontor.ui.common.look.Grid;
import org.kontor.ui.common.look.Look;
import org.kontor.ui.common.widget.Rule;

/** The bar along the bottom: what is live, what will break, what waits, and today's balance. */
public final class StatusBar {
    private static final String ACCOUNTS = "org.kontor.command.accounts";
    /** Work that ends before this is not worth a word. */
    private static final int QUIET_MS = 300;

    private final Look look;
    private final Messages texts;
    private final FactsFeed feed;
    private final Tasks tasks;
    private final LogKeeper logs;
    private final ECommandService commands;
    private final EHandlerService handlers;
    private final StatusLine line;
    private final List<Runnable> off = new java.util.ArrayList<>();
    private @Nullable StatusCell accounts;
    private @Nullable StatusCell trouble;
    private @Nullable StatusCell outbox;
    private @Nullable StatusCell work;
    private @Nullable StatusCell errors;
    private @Nullable StatusCell ledger;
    private @Nullable Instant errorsSeen;

    @Inject
    StatusBar(
            Look look,
            @Translation Messages texts,
            FactsFeed feed,
            Tasks tasks,
            LogKeeper logs,
            ECommandService commands,
            EHandlerService handlers) {
        this.look = look;
        this.texts = texts;
        this.feed = feed;
        this.tasks = tasks;
        this.logs = logs;
        this.commands = commands;
        this.handlers = handlers;
        line = new StatusLine(texts, Times.here(), Locale.getDefault());
    }

    @PostConstruct
    void create(
            Composite parent,
            Display display,
            @org.eclipse.e4.core.di.annotations.Optional @Nullable Arguments arguments) {
        Composite bar = new Composite(parent, SWT.NONE);
        BarLayout.install(bar, true);
        bar.setLayout(GridLayoutFactory.fillDefaults().spacing(0, 0).create());
        GridDataFactory.fillDefaults().grab(true, false).applyTo(new Rule(bar, look));
        Composite row = new Composite(bar, SWT.NONE);
        row.setLayout(GridLayoutFactory.fillDefaults()
                .numColumns(7)
                .extendedMargins(Grid.UNIT, Grid.UNIT, 0, 0)
                .spacing(0, 0)
                .create());
        GridDataFactory.fillDefaults().grab(true, true).applyTo(row);
        StatusCell safe = cell(row, "status.safe", null);
        accounts = cell(row, "status.accounts", ACCOUNTS);
        trouble = cell(row, "status.trouble", ACCOUNTS);
        outbox = cell(row, "status.outbox", null);
        work = cell(row, "status.work", Commands.SHOW_PROGRESS);
        errors = cell(row, "status.errors", Commands.SHOW_ERROR_LOG);
        ledger = cell(row, "status.ledger", null);
        GridDataFactory.fillDefaults()
                .align(SWT.END, SWT.FILL)
                .grab(true, false)
                .applyTo(ledger);
        off.add(feed.onChange(facts -> display.asyncExec(() -> show(facts))));
        Runnable working = () -> work();
        off.add(tasks.onChange(() -> display.asyncExec(() -> display.timerExec(QUIET_MS, working))));
        off.add(logs.onChange(() -> display.asyncExec(this::errors)));
        set(safe, arguments != null && arguments.safe() ? Optional.of(line.safeMode()) : Optional.empty());
        show(feed.facts());
        work();
        errors();
    }

    @PreDestroy
    void dispose() {
        off.forEach(Runnable::run);
    }

    private StatusCell cell(Composite row, String id, @Nullable String command) {
        StatusCell cell = Names.id(new StatusCell(row, look, command != null), id);
        if (command != null) {
            cell.onActivate(() -> run(command));
        }
        GridDataFactory.fillDefaults().exclude(true).applyTo(cell);
        return cell;
    }

    private void run(String command) {
        if (command.equals(Commands.SHOW_ERROR_LOG)) {
            errorsSeen = Instant.now();
            errors();
        }
        handlers.executeHandler(commands.createCommand(command));
    }

    private void show(Facts facts) {
        Instant now = Instant.now();
        set(accounts, Optional.of(line.accounts(facts, feed.connected())));
        set(trouble, line.trouble(facts, now));
        boolean any = !facts.accounts().isEmpty();
        set(outbox, any ? Optional.of(line.outbox(facts)) : Optional.empty());
        set(ledger, any ? Optional.of(line.ledger(facts)) : Optional.empty());
    }

    private void work() {
        List<Tasks.Task> running = tasks.running();
        Optional<StatusLine.Item> item = switch (running.size()) {
            case 0 -> Optional.empty();
            case 1 -> Optional.of(item(running.get(0).name() + " …", Token.ACCENT, StatusLine.Mark.NONE));
            default ->
                Optional.of(item(
                        MessageFormat.format(texts.status_tasks, running.size()), Token.ACCENT, StatusLine.Mark.NONE));
        };
        set(work, item);
    }

    private void errors() {
        Instant seen = errorsSeen;
        long fresh = logs.lines().stream()
                .filter(each -> each.error() && (seen == null || each.at().isAfter(seen)))
                .count();
        set(
                errors,
                fresh == 0
                        ? Optional.empty()
                        : Optional.of(item(
                                MessageFormat.format(texts.status_errors, fresh),
                                Token.OVER,
                                StatusLine.Mark.TRIANGLE)));
    }

    private static StatusLine.Item item(String text, Token ink, StatusLine.Mark mark) {
        return new StatusLine.Item(text, ink, mark, "");
    }

    private static void set(@Nullable StatusCell cell, Optional<StatusLine.Item> item) {
        if (cell == null || cell.isDisposed()) {
            return;
        }
        boolean before = cell.getVisible();
        cell.setVisible(item.isPresent());
        ((GridData) cell.getLayoutData()).exclude = item.isEmpty();
        item.ifPresent(cell::show);
        if (before != item.isPresent()) {
            cell.requestLayout();
        }
    }
}
