package org.kontor.ui.setup.internal.view;

import java.util.List;
import java.util.Optional;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableItem;
import org.kontor.ui.api.theme.Token;
import org.kontor.ui.common.access.Names;
import org.kontor.ui.common.format.Initials;
import org.kontor.ui.common.look.Css;
import org.kontor.ui.common.look.Grid;
import org.kontor.ui.common.look.Icon;
import org.kontor.ui.common.look.TypeStyle;
import org.kontor.ui.common.row.RowPainter;
import org.kontor.ui.common.widget.Field;
import org.kontor.ui.common.widget.IconButton;
import org.kontor.ui.common.widget.Rule;
import org.kontor.ui.setup.internal.model.Node;
import org.kontor.ui.setup.internal.model.Row;
import org.kontor.ui.setup.internal.model.SetupModel;

/** The list at the left: clients, brands with their colour, accounts with how they are doing. */
final class SetupList extends Composite {
    private static final String ROW = "row";

    private final Desk desk;
    private final SetupModel model;
    private final Field filter;
    private final Table table;
    private List<Row> shown = List.of();
    private Optional<Node> applied = Optional.empty();
    private int appliedAt = -1;

    /** @param addBrand opens the wizard */
    SetupList(Composite parent, Desk desk, SetupModel model, Runnable addBrand) {
        super(parent, SWT.NONE);
        Css.set(this, Css.SURFACE);
        this.desk = desk;
        this.model = model;
        GridLayout layout = Grid.tight(1);
        layout.verticalSpacing = 0;
        setLayout(layout);
        filter = head(addBrand);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(new Rule(this, desk.look()));
        table = new Table(this, SWT.SINGLE | SWT.FULL_SELECTION | SWT.V_SCROLL);
        table.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
        Names.name(table, desk.text("list.name"));
        Names.id(table, "setup.list");
        RowPainter.install(table, desk.look(), 2, this::paint);
        // Rows are drawn as wide as the table; the text that is spoken may be longer.
        table.getHorizontalBar().setVisible(false);
        table.addListener(SWT.Selection, e -> selected().ifPresent(row -> model.select(row.node())));
    }

    private Field head(Runnable addBrand) {
        Composite head = new Composite(this, SWT.NONE);
        head.setLayout(Grid.layout(2, Grid.UNIT));
        GridDataFactory.fillDefaults().grab(true, false).applyTo(head);
        Field field = new Field(head, desk.look(), SWT.SINGLE, desk.text("list.filter")).icon(Icon.SEARCH);
        field.text().setMessage(desk.text("list.filter"));
        Names.id(field.text(), "setup.filter");
        field.setLayoutData(FormRows.stretch(SWT.DEFAULT));
        field.text().addListener(SWT.Modify, e -> model.setFilter(field.text().getText()));
        field.text().addListener(SWT.KeyDown, e -> {
            if (e.keyCode == SWT.ARROW_DOWN) {
                table.setFocus();
            }
        });
        IconButton add = new IconButton(head, desk.look(), Grid.CONTROL, Icon.ADD, desk.text("command.addBrand"));
        Names.id(add, "setup.add");
        add.onActivate(addBrand);
        return field;
    }

    void focus() {
        if (shown.isEmpty()) {
            filter.setFocus();
        } else {
            table.setFocus();
        }
    }

    void refresh() {
        List<Row> rows = model.rows();
        if (rows.size() != shown.size()) {
            table.setItemCount(rows.size());
        }
        for (int i = 0; i < rows.size(); i++) {
            TableItem item = table.getItem(i);
            if (i >= shown.size() || !rows.get(i).equals(shown.get(i)) || item.getData(ROW) == null) {
                item.setData(ROW, rows.get(i));
                item.setText(rows.get(i).spoken(desk.messages()));
            }
        }
        shown = List.copyOf(rows);
        select();
        table.redraw();
    }

    private static Node rowOf(Node node) {
        return switch (node) {
            case Node.OfPolicy policy -> new Node.OfBrand(policy.brand());
            case Node.OfTrail trail -> new Node.OfBrand(trail.brand());
            default -> node;
        };
    }

    private void select() {
        // What a brand promises, and who did what, have no row of their own: the brand stays selected.
        Optional<Node> node = model.selected().map(SetupList::rowOf);
        int at = -1;
        for (int i = 0; i < shown.size(); i++) {
            if (node.isPresent() && shown.get(i).node().equals(node.get())) {
                at = i;
            }
        }
        // A click tells of itself later than it selects; leaving a field in between must not take it back.
        boolean moved = at != appliedAt || !node.equals(applied);
        boolean first = appliedAt < 0;
        applied = node;
        appliedAt = at;
        if (moved && at != table.getSelectionIndex()) {
            if (at < 0) {
                table.deselectAll();
            } else {
                table.setSelection(at);
                if (first) {
                    // A table that has no height yet would begin with the chosen row, without what it belongs to.
                    table.setTopIndex(Math.max(0, at - 1));
                }
            }
        }
    }

    private Optional<Row> selected() {
        int at = table.getSelectionIndex();
        return at < 0 || at >= shown.size() ? Optional.empty() : Optional.of(shown.get(at));
    }

    private void paint(org.kontor.ui.common.row.Row row, TableItem item) {
        if (!(item.getData(ROW) instanceof Row data)) {
            return;
        }
        data.colour().ifPresent(row::edge);
        switch (data.node()) {
            case Node.OfClient client -> row.icon(Icon.CLIENT, Token.TEXT_QUIET);
            case Node.OfPolicy policy -> row.icon(Icon.CLOCK, Token.TEXT_QUIET);
            case Node.OfTrail trail -> row.icon(Icon.LOG, Token.TEXT_QUIET);
            case Node.OfBrand brand -> data.colour().ifPresent(c -> row.avatar(Initials.of(data.title()), c, null));
            case Node.OfAccount account -> {
                row.indent(Grid.TRIPLE);
                row.icon(data.channel().map(Icon::of).orElse(Icon.CHANNEL), Token.TEXT_QUIET);
            }
            case Node.OfPlace place ->
                row.icon(
                        switch (place.place()) {
                            case SECRETS -> Icon.KEY;
                            case NETWORK -> Icon.SERVER;
                            case TEAM -> Icon.CLIENT;
                        },
                        Token.TEXT_QUIET);
        }
        var first = row.line(0);
        if (data.edited()) {
            first.right(desk.text("row.edited"), TypeStyle.SMALL, Token.ACCENT);
        }
        first.left(data.title(), data.depth() < 2 ? TypeStyle.STRONG : TypeStyle.TEXT, Token.TEXT);
        var second = row.line(1);
        data.sign().filter(sign -> !data.state().isEmpty()).ifPresent(sign -> {
            second.right(data.state(), TypeStyle.SMALL, sign.token());
            second.right(Signs.icon(sign), sign.token());
        });
        second.left(data.below(), TypeStyle.SMALL, Token.TEXT_QUIET);
    }
}
