package org.kontor.app.internal.progress;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.e4.core.services.nls.Translation;
import org.eclipse.e4.ui.di.Focus;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.ScrolledComposite;
import org.eclipse.swt.custom.StackLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Display;
import org.jspecify.annotations.Nullable;
import org.kontor.app.internal.Messages;
import org.kontor.app.internal.model.Tasks;
import org.kontor.ui.common.access.Names;
import org.kontor.ui.common.look.Grid;
import org.kontor.ui.common.look.Icon;
import org.kontor.ui.common.look.Look;
import org.kontor.ui.common.widget.EmptyState;

/** Shows what is being worked on, how far it is, and lets the user stop it. */
public final class ProgressPart {
    private static final int OFTEN_MS = 150;

    private final Look look;
    private final Messages texts;
    private final Tasks tasks;
    private final Map<Long, TaskRow> rows = new LinkedHashMap<>();
    private @Nullable Composite pages;
    private @Nullable ScrolledComposite scroller;
    private @Nullable Composite list;
    private @Nullable EmptyState empty;
    private @Nullable Runnable off;

    @Inject
    ProgressPart(Look look, @Translation Messages texts, Tasks tasks) {
        this.look = look;
        this.texts = texts;
        this.tasks = tasks;
    }

    @PostConstruct
    void create(Composite parent, Display display) {
        Composite stack = new Composite(parent, SWT.NONE);
        stack.setLayout(new StackLayout());
        pages = stack;
        EmptyState nothing = new EmptyState(stack, look);
        nothing.show(Icon.DONE, texts.progress_empty);
        empty = nothing;
        ScrolledComposite scrolled = new ScrolledComposite(stack, SWT.V_SCROLL);
        Composite column = new Composite(scrolled, SWT.NONE);
        column.setLayout(Grid.layout(1, Grid.UNIT));
        scrolled.setContent(column);
        scrolled.setExpandHorizontal(true);
        scrolled.setExpandVertical(true);
        Names.name(column, texts.part_progress);
        scroller = scrolled;
        list = column;
        Runnable refresh = this::refresh;
        off = tasks.onChange(() -> display.asyncExec(() -> display.timerExec(OFTEN_MS, refresh)));
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
        Composite stack = pages;
        if (stack != null) {
            stack.setFocus();
        }
    }

    private void refresh() {
        Composite stack = pages;
        Composite column = list;
        ScrolledComposite scrolled = scroller;
        if (stack == null || stack.isDisposed() || column == null || scrolled == null) {
            return;
        }
        List<Tasks.Task> running = tasks.running();
        rows.entrySet().removeIf(row -> {
            boolean gone = running.stream().noneMatch(task -> task.id() == row.getKey());
            if (gone) {
                row.getValue().dispose();
            }
            return gone;
        });
        for (Tasks.Task task : running) {
            rows.computeIfAbsent(task.id(), id -> row(column, id)).show(task);
        }
        ((StackLayout) stack.getLayout()).topControl = running.isEmpty() ? empty : scrolled;
        column.layout(true, true);
        scrolled.setMinSize(column.computeSize(SWT.DEFAULT, SWT.DEFAULT));
        stack.layout();
    }

    private TaskRow row(Composite column, long id) {
        TaskRow row = new TaskRow(column, look, texts, () -> tasks.cancel(id));
        GridDataFactory.fillDefaults().grab(true, false).applyTo(row);
        return row;
    }
}
