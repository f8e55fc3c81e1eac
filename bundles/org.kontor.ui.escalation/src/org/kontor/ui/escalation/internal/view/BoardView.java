package org.kontor.ui.escalation.internal.view;

import java.util.List;
import java.util.function.Consumer;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StackLayout;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableItem;
import org.jspecify.annotations.Nullable;
import org.kontor.api.cases.Case;
import org.kontor.api.cases.CaseRef;
import org.kontor.api.clock.ClockState;
import org.kontor.ui.api.theme.Token;
import org.kontor.ui.common.access.Names;
import org.kontor.ui.common.look.Css;
import org.kontor.ui.common.look.Grid;
import org.kontor.ui.common.look.Icon;
import org.kontor.ui.common.look.TypeStyle;
import org.kontor.ui.common.row.Row;
import org.kontor.ui.common.row.RowPainter;
import org.kontor.ui.common.widget.Chip;
import org.kontor.ui.common.widget.EmptyState;
import org.kontor.ui.common.widget.Rule;
import org.kontor.ui.escalation.internal.model.BoardModel;

/** The board at the left: the cases, the worst first. */
public final class BoardView extends Composite {
    private static final String ROW = "row";
    private static final int TICK_MS = 1_000;
    /** Times in the corners go on by themselves. */
    private static final int REPAINT_TICKS = 20;

    private final Desk desk;
    private final BoardModel model;
    private final Consumer<CaseRef> open;
    private final Chip shownOpen;
    private final Chip shownClosed;
    private final Chip mine;
    private final Composite body;
    private final StackLayout layers = new StackLayout();
    private final Table table;
    private final EmptyState empty;
    private @Nullable CaseRef marked;
    private int ticks;

    /** @param open shows a case in its editor */
    public BoardView(Composite parent, Desk desk, BoardModel model, Consumer<CaseRef> open) {
        super(parent, SWT.NONE);
        this.desk = desk;
        this.model = model;
        this.open = open;
        Css.set(this, Css.SURFACE);
        GridLayout rows = Grid.tight(1);
        rows.verticalSpacing = 0;
        setLayout(rows);
        Composite head = new Composite(this, SWT.NONE);
        head.setLayout(Grid.layout(3, Grid.UNIT));
        GridDataFactory.fillDefaults().grab(true, false).applyTo(head);
        shownOpen = chip(head, "board.open", () -> model.closed(false));
        shownClosed = chip(head, "board.closed", () -> model.closed(true));
        mine = chip(head, "board.mine", () -> model.mine(!model.mine()));
        GridDataFactory.swtDefaults()
                .align(SWT.END, SWT.CENTER)
                .grab(true, false)
                .applyTo(mine);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(new Rule(this, desk.look()));
        body = new Composite(this, SWT.NONE);
        body.setLayout(layers);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(body);
        table = new Table(body, SWT.SINGLE | SWT.FULL_SELECTION | SWT.V_SCROLL);
        Names.id(Names.name(table, desk.text("board.name")), "board.list");
        RowPainter.install(table, desk.look(), 2, this::paint);
        // Rows are drawn as wide as the table; the text that is spoken may be longer.
        table.getHorizontalBar().setVisible(false);
        table.addListener(SWT.DefaultSelection, e -> openSelected());
        table.addListener(SWT.MouseUp, this::openUnder);
        empty = new EmptyState(body, desk.look());
        Runnable leave = model.onChange(this::refresh);
        addListener(SWT.Dispose, e -> leave.run());
        refresh();
        follow();
    }

    private Chip chip(Composite head, String id, Runnable action) {
        Chip chip = new Chip(head, desk.look(), true);
        Names.id(chip, id);
        chip.onActivate(action);
        GridDataFactory.swtDefaults().align(SWT.BEGINNING, SWT.CENTER).applyTo(chip);
        return chip;
    }

    /** The store is followed while the board shows. */
    private void follow() {
        getDisplay().timerExec(TICK_MS, () -> {
            if (!isDisposed()) {
                if (isVisible()) {
                    model.tick();
                    ticks++;
                    if (ticks % REPAINT_TICKS == 0) {
                        table.redraw();
                    }
                }
                follow();
            }
        });
    }

    /** Puts the focus into the list. */
    public void focus() {
        if (layers.topControl == table) {
            if (table.getSelectionIndex() < 0) {
                table.setSelection(0);
            }
            table.setFocus();
        } else {
            shownOpen.setFocus();
        }
    }

    /** Marks the case whose editor is in front. */
    public void mark(@Nullable CaseRef ref) {
        marked = ref;
        select();
    }

    private void refresh() {
        shownOpen.show(desk.text("board.open"), model.closed() ? Chip.Kind.PLAIN : Chip.Kind.ON);
        shownClosed.show(desk.text("board.closed"), model.closed() ? Chip.Kind.ON : Chip.Kind.PLAIN);
        mine.show(desk.text("board.mine"), model.mine() ? Chip.Kind.ON : Chip.Kind.PLAIN);
        List<BoardModel.Row> rows = model.rows().orElse(List.of());
        if (table.getItemCount() != rows.size()) {
            table.setItemCount(rows.size());
        }
        for (int i = 0; i < rows.size(); i++) {
            TableItem item = table.getItem(i);
            if (!rows.get(i).equals(item.getData(ROW))) {
                item.setData(ROW, rows.get(i));
                item.setText(desk.words().row(rows.get(i)));
            }
        }
        select();
        table.redraw();
        say(rows.isEmpty());
    }

    private void say(boolean nothing) {
        if (!model.failure().isEmpty()) {
            empty.show(Icon.PROBLEM, model.failure(), desk.text("board.again"), model::reload);
        } else if (nothing && model.rows().isPresent()) {
            if (model.closed()) {
                empty.show(Icon.ARCHIVE, desk.text("board.empty.closed"));
            } else if (model.filtered()) {
                empty.show(Icon.FILTER, desk.text("board.empty.filtered"));
            } else {
                empty.show(Icon.FLAG, desk.text("board.empty"));
            }
        }
        boolean blank = !model.failure().isEmpty() || nothing && model.rows().isPresent();
        layers.topControl = blank ? empty : table;
        body.layout();
    }

    private void select() {
        CaseRef ref = marked;
        int at = ref == null ? -1 : model.indexOf(ref);
        if (at >= 0 && at != table.getSelectionIndex()) {
            table.setSelection(at);
        } else if (at < 0 && ref != null) {
            table.deselectAll();
        }
    }

    private void openSelected() {
        int at = table.getSelectionIndex();
        CaseRef ref = at < 0 ? null : caseOf(table.getItem(at));
        if (ref != null) {
            open.accept(ref);
        }
    }

    /** Opens what the mouse is on: since it was pressed the list may have been read again, and then another row is selected. */
    private void openUnder(Event released) {
        TableItem item = table.getItem(new Point(released.x, released.y));
        CaseRef ref = item == null ? null : caseOf(item);
        if (ref == null) {
            openSelected();
        } else {
            open.accept(ref);
        }
    }

    private static @Nullable CaseRef caseOf(TableItem item) {
        return item.getData(ROW) instanceof BoardModel.Row row ? row.shown().ref() : null;
    }

    private void paint(Row row, TableItem item) {
        if (!(item.getData(ROW) instanceof BoardModel.Row data)) {
            return;
        }
        Case shown = data.shown();
        row.edge(data.brand().colour());
        ClockState clock = desk.words().clock(shown);
        TypeStyle style = clock == ClockState.NONE || clock == ClockState.RUNNING ? TypeStyle.TEXT : TypeStyle.STRONG;
        row.line(0)
                .right(desk.words().corner(shown), style, Tones.ink(clock))
                .left(shown.facts().title(), TypeStyle.STRONG, Token.TEXT);
        Row.Line second = row.line(1);
        if (!data.owner().isEmpty()) {
            second.right(data.owner(), TypeStyle.SMALL, Token.TEXT_QUIET);
        }
        second.left(data.brand().name(), TypeStyle.SMALL, Token.TEXT_QUIET);
        Case.Closing closing = shown.closing();
        if (closing == null) {
            second.chip(
                    desk.words().of(shown.facts().severity()),
                    Tones.chip(shown.facts().severity()));
        } else {
            second.chip(desk.words().of(closing.outcome()), Chip.Kind.OK);
        }
        second.left(desk.words().conversations(shown.conversations().size()), TypeStyle.SMALL, Token.TEXT_QUIET);
    }
}
