package org.kontor.ui.inbox.internal.view;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StackLayout;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;
import org.jspecify.annotations.Nullable;
import org.kontor.api.store.ConversationRef;
import org.kontor.ui.common.access.Names;
import org.kontor.ui.common.row.Row;
import org.kontor.ui.common.row.RowPainter;
import org.kontor.ui.common.widget.ActionButton;
import org.kontor.ui.common.widget.Banner;
import org.kontor.ui.common.widget.EmptyState;
import org.kontor.ui.common.widget.Rule;
import org.kontor.ui.inbox.internal.model.InboxModel;
import org.kontor.ui.inbox.internal.model.InboxRow;
import org.kontor.ui.inbox.internal.model.ListEvent;
import org.kontor.ui.inbox.internal.model.Trouble;

/** The list of conversations: what it is, why it may be old, its rows, and what to do where there are none. */
public final class ListView extends Composite {
    private static final int TICK_MS = 20_000;
    private static final int SPINNER_MS = 300;
    private static final int FRESH_TOP = 6;
    /** The text of a row that is being fetched. */
    private static final String WAITING = "\u2026";

    private final Kit kit;
    private final InboxModel inbox;
    private final ConversationRow painter;
    private final Banner trouble;
    private final Composite middle;
    private final StackLayout stack = new StackLayout();
    private final Composite rows;
    private final Table table;
    private final RowPainter rowPainter;
    private final ActionButton fresh;
    private final EmptyState empty;
    /** Of the table's inside: asking for it is dear. */
    private int height;

    private int seenTop = -1;
    private int seenCount = -1;
    private boolean lookPlanned;
    private @Nullable Runnable painted;

    /**
     * @param open called when a row is opened by Enter or double click
     * @param painted called once, after the first row was painted with its content
     */
    public ListView(Composite parent, Kit kit, Runnable open, Runnable painted) {
        super(parent, SWT.NONE);
        this.kit = kit;
        this.painted = painted;
        inbox = kit.models().inbox();
        painter = new ConversationRow(kit.words());
        setLayout(org.eclipse.jface.layout.GridLayoutFactory.fillDefaults()
                .spacing(0, 0)
                .create());
        ListHead head = new ListHead(this, kit);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(head);
        new RangeLine(this, kit);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(new Rule(this, kit.look()));
        trouble = new Banner(this, kit.look());
        middle = new Composite(this, SWT.NONE);
        middle.setLayout(stack);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(middle);
        rows = new Composite(middle, SWT.NONE);
        fresh = new ActionButton(rows, kit.look(), ActionButton.Kind.PRIMARY, "");
        Names.id(fresh, "inbox.fresh");
        fresh.action(inbox::showFresh);
        fresh.setVisible(false);
        table = Names.id(new Table(rows, SWT.VIRTUAL | SWT.MULTI | SWT.FULL_SELECTION | SWT.V_SCROLL), "inbox.list");
        Names.name(table, kit.texts().list_name);
        TableColumn column = new TableColumn(table, SWT.NONE);
        rowPainter =
                RowPainter.install(table, kit.look(), 3, (row, item) -> paint(row, inbox.row(table.indexOf(item))));
        empty = new EmptyState(middle, kit.look());
        rows.addListener(SWT.Resize, event -> place(column));
        listen(open);
        ActionMenus menus = new ActionMenus(kit, inbox::selected);
        table.setMenu(menus.context(table));
        stack.topControl = rows;
        Kit.hear(this, inbox.listeners(), this::heard);
        getDisplay().timerExec(SPINNER_MS, this::sayLoading);
        tick();
        show(0);
    }

    @Override
    public boolean setFocus() {
        return !table.isDisposed() && table.setFocus();
    }

    private void paint(Row row, @Nullable InboxRow content) {
        painter.paint(row, content);
        Runnable first = painted;
        if (first != null && content != null) {
            painted = null;
            getDisplay().asyncExec(first);
        }
    }

    private void listen(Runnable open) {
        table.addListener(SWT.SetData, this::setData);
        table.addListener(SWT.Selection, this::selected);
        table.addListener(SWT.DefaultSelection, event -> open.run());
        table.addListener(SWT.KeyDown, this::key);
        table.addListener(SWT.Paint, event -> planLook());
        table.addListener(SWT.Resize, event -> planLook());
        table.addListener(SWT.MouseHover, this::hover);
        table.addListener(SWT.MouseExit, event -> table.setToolTipText(null));
    }

    private void place(TableColumn column) {
        Rectangle area = rows.getClientArea();
        table.setBounds(area);
        Rectangle inside = table.getClientArea();
        height = inside.height;
        column.setWidth(inside.width);
        placeFresh();
    }

    private void placeFresh() {
        Point size = fresh.computeSize(SWT.DEFAULT, SWT.DEFAULT);
        int width = rows.getClientArea().width;
        fresh.setBounds((width - size.x) / 2, FRESH_TOP, size.x, size.y);
        fresh.moveAbove(table);
    }

    /** Times age by themselves. */
    private void tick() {
        if (!isDisposed()) {
            sayAgain();
            table.redraw();
            getDisplay().timerExec(TICK_MS, this::tick);
        }
    }

    /** What a screen reader says of the rows that show, from what is in memory. */
    private void sayAgain() {
        int top = table.getTopIndex();
        int end = Math.min(table.getItemCount(), top + table.getClientArea().height / rowPainter.height() + 2);
        for (int at = top; at < end; at++) {
            InboxRow row = inbox.row(at);
            if (row != null) {
                String words = kit.words().row(row);
                TableItem item = table.getItem(at);
                if (!words.equals(item.getText())) {
                    item.setText(words);
                }
            }
        }
    }

    // -- from the model

    private void heard(ListEvent event) {
        switch (event) {
            case ListEvent.Reset reset -> show(reset.top());
            case ListEvent.Rows changed -> repaint(changed.rows());
            case ListEvent.Head head -> head();
            case ListEvent.Lead lead -> select(lead.reveal());
        }
    }

    private void show(int top) {
        int size = inbox.size();
        if (table.getItemCount() != size) {
            table.setItemCount(size);
        }
        table.clearAll();
        select(false);
        if (top >= 0 && size > 0) {
            jump(Math.min(top, size - 1));
        }
        seenTop = -1;
        planLook();
        head();
    }

    /**
     * Brings a row to the top at once. By its index alone GTK would glide there, past rows that nobody asked for; by the bar
     * alone it would go on to where it was told to before.
     */
    private void jump(int top) {
        table.setTopIndex(top);
        table.getVerticalBar().setSelection(top * rowPainter.height());
    }

    private void repaint(Set<Integer> changed) {
        int[] indices = changed.stream()
                .mapToInt(Integer::intValue)
                .filter(row -> row < table.getItemCount())
                .toArray();
        table.clear(indices);
        table.redraw();
    }

    private void select(boolean reveal) {
        int lead = inbox.leadRow();
        if (lead < 0 || lead >= table.getItemCount()) {
            table.deselectAll();
        } else if (inbox.selected().size() <= 1) {
            if (table.getSelectionCount() != 1 || table.getSelectionIndex() != lead) {
                table.setSelection(lead);
            }
        } else {
            Set<ConversationRef> chosen = inbox.selected();
            List<Integer> found = new ArrayList<>();
            for (int row = 0; row < inbox.size(); row++) {
                if (chosen.contains(inbox.ref(row))) {
                    found.add(row);
                }
            }
            table.setSelection(found.stream().mapToInt(Integer::intValue).toArray());
        }
        if (reveal && lead >= 0) {
            reveal(lead);
        }
        table.redraw();
    }

    /** Scrolls no more than needed, and by one row further, so that what comes next is seen. */
    private void reveal(int row) {
        int top = table.getTopIndex();
        int whole = Math.max(1, height / rowPainter.height());
        if (row < top) {
            jump(Math.max(0, row - 1));
        } else if (row >= top + whole) {
            jump(Math.max(0, Math.min(row - whole + 2, table.getItemCount() - whole)));
        }
        planLook();
    }

    private void head() {
        Trouble wrong = inbox.trouble();
        if (wrong == null) {
            trouble.hide();
        } else {
            String sentence = kit.words().trouble(wrong);
            boolean old = inbox.size() > 0;
            trouble.show(
                    Banner.Kind.ERROR,
                    old ? kit.words().fill(kit.texts().store_old, sentence) : sentence,
                    kit.texts().store_retry,
                    inbox::retry);
        }
        boolean held = inbox.held();
        if (held) {
            fresh.setText(kit.words().fresh(inbox.fresh()));
            placeFresh();
        }
        fresh.setVisible(held);
        boolean none = inbox.loaded() && inbox.size() == 0 && !inbox.querying();
        if (none) {
            sayEmpty();
        }
        top(none ? empty : rows);
    }

    private void top(Composite shown) {
        if (stack.topControl != shown) {
            stack.topControl = shown;
            middle.layout(true, true);
        }
    }

    private void sayLoading() {
        if (!isDisposed() && !inbox.loaded() && inbox.trouble() == null) {
            empty.show(org.kontor.ui.common.look.Icon.INBOX, kit.texts().list_loading);
            top(empty);
        }
    }

    private void sayEmpty() {
        new EmptyList(kit).say(empty);
    }

    // -- from the user

    private void setData(Event event) {
        TableItem item = (TableItem) event.item;
        InboxRow row = inbox.row(event.index >= 0 ? event.index : table.indexOf(item));
        item.setText(row == null ? WAITING : kit.words().row(row));
    }

    private void selected(Event event) {
        List<Integer> chosen = new ArrayList<>();
        for (int row : table.getSelectionIndices()) {
            chosen.add(row);
        }
        int lead = event.item instanceof TableItem item && table.isSelected(table.indexOf(item))
                ? table.indexOf(item)
                : chosen.isEmpty() ? -1 : chosen.getLast();
        int top = table.getTopIndex();
        if (lead >= 0 && (lead < top || lead > top + height / rowPainter.height())) {
            reveal(lead);
        }
        inbox.select(chosen, lead);
        table.redraw();
    }

    /** Of a long list the table holds a window only, and would go to the end of that. */
    private void key(Event event) {
        boolean last = event.keyCode == SWT.END;
        if ((last || event.keyCode == SWT.HOME) && (event.stateMask & SWT.MODIFIER_MASK) == 0) {
            event.doit = false;
            inbox.toEnd(last);
        }
    }

    private void hover(Event event) {
        TableItem item = table.getItem(new Point(event.x, event.y));
        @Nullable InboxRow row = item == null ? null : inbox.row(table.indexOf(item));
        table.setToolTipText(
                row == null ? null : kit.words().exact(row.conversation()).replace("&", "&&"));
    }

    /** Tells the model what is seen; once for many paints. */
    private void planLook() {
        if (!lookPlanned) {
            lookPlanned = true;
            getDisplay().asyncExec(() -> {
                lookPlanned = false;
                if (!isDisposed()) {
                    look();
                }
            });
        }
    }

    /** What arrived before the table said that it is seen was not told to it. */
    private void freshen(int from, int to) {
        for (int row = from; row < to; row++) {
            if (table.getItem(row).getText().equals(WAITING) && inbox.row(row) != null) {
                table.clear(row);
            }
        }
    }

    private void look() {
        int top = table.getTopIndex();
        int count = height / rowPainter.height() + 2;
        if (top != seenTop || count != seenCount) {
            seenTop = top;
            seenCount = count;
            inbox.visible(top, top + count);
        }
        freshen(top, Math.min(top + count, table.getItemCount()));
    }
}
