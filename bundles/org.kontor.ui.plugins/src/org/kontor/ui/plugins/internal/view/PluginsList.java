package org.kontor.ui.plugins.internal.view;

import java.util.List;
import java.util.Optional;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableItem;
import org.jspecify.annotations.Nullable;
import org.kontor.api.plugin.Plugins;
import org.kontor.ui.api.theme.Token;
import org.kontor.ui.common.access.Names;
import org.kontor.ui.common.look.Css;
import org.kontor.ui.common.look.Grid;
import org.kontor.ui.common.look.Icon;
import org.kontor.ui.common.look.TypeStyle;
import org.kontor.ui.common.row.RowPainter;
import org.kontor.ui.common.widget.Field;
import org.kontor.ui.common.widget.Rule;
import org.kontor.ui.plugins.internal.model.Node;
import org.kontor.ui.plugins.internal.model.PluginsModel;
import org.kontor.ui.plugins.internal.model.Row;

/** The list at the left: what is installed, what is offered, the places. */
final class PluginsList extends Composite {
    private static final String ROW = "row";

    private final PluginsModel model;
    private final Field filter;
    private final Table table;
    private List<Row> shown = List.of();
    private @Nullable Node applied;

    PluginsList(Composite parent, Desk desk, PluginsModel model) {
        super(parent, SWT.NONE);
        Css.set(this, Css.SURFACE);
        this.model = model;
        GridLayout layout = Grid.tight(1);
        layout.verticalSpacing = 0;
        setLayout(layout);
        Composite head = new Composite(this, SWT.NONE);
        head.setLayout(Grid.layout(1, Grid.UNIT));
        GridDataFactory.fillDefaults().grab(true, false).applyTo(head);
        filter = new Field(head, desk.look(), SWT.SINGLE, desk.text("list.filter")).icon(Icon.SEARCH);
        filter.text().setMessage(desk.text("list.filter"));
        Names.id(filter.text(), "plugins.filter");
        GridDataFactory.fillDefaults().grab(true, false).applyTo(filter);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(new Rule(this, desk.look()));
        table = new Table(this, SWT.SINGLE | SWT.FULL_SELECTION | SWT.V_SCROLL);
        table.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
        Names.name(table, desk.text("list.name"));
        Names.id(table, "plugins.list");
        RowPainter.install(table, desk.look(), 2, PluginsList::paint);
        table.getHorizontalBar().setVisible(false);
        table.addListener(SWT.Selection, e -> selected());
        filter.text().addListener(SWT.Modify, e -> model.setFilter(filter.text().getText()));
        filter.text().addListener(SWT.KeyDown, e -> {
            if (e.keyCode == SWT.ARROW_DOWN) {
                table.setFocus();
            }
        });
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
        if (!rows.equals(shown)) {
            table.setItemCount(rows.size());
            for (int i = 0; i < rows.size(); i++) {
                TableItem item = table.getItem(i);
                item.setData(ROW, rows.get(i));
                item.setText(rows.get(i).spoken());
            }
            boolean moved = rows.size() != shown.size();
            shown = List.copyOf(rows);
            if (moved) {
                applied = null;
            }
            table.redraw();
        }
        Optional<Node> node = model.selected();
        if (node.isPresent() && !node.get().equals(applied)) {
            applied = node.get();
            mark(node.get());
        }
    }

    private void mark(Node node) {
        for (int i = 0; i < shown.size(); i++) {
            if (node.equals(shown.get(i).node())) {
                table.setSelection(i);
                return;
            }
        }
        table.deselectAll();
    }

    private void selected() {
        int at = table.getSelectionIndex();
        if (at < 0 || at >= shown.size()) {
            return;
        }
        Node node = shown.get(at).node();
        if (node != null) {
            applied = node;
            model.select(node);
            return;
        }
        // A heading is passed over in the direction of the keys.
        Node before = model.selected().orElse(null);
        boolean down = before == null || shown.stream().map(Row::node).toList().indexOf(before) < at;
        int next = down ? at + 1 : at - 1;
        if (next >= 0 && next < shown.size()) {
            table.setSelection(next);
            selected();
        } else if (before != null) {
            mark(before);
        }
    }

    private static void paint(org.kontor.ui.common.row.Row row, TableItem item) {
        if (!(item.getData(ROW) instanceof Row data)) {
            return;
        }
        Node node = data.node();
        if (node == null) {
            row.line(1).left(data.title(), TypeStyle.SMALL_STRONG, Token.TEXT_QUIET);
            return;
        }
        row.icon(icon(node), Token.TEXT_QUIET);
        var first = row.line(0);
        if (!data.state().isEmpty()) {
            first.right(data.state(), TypeStyle.SMALL, data.ink());
        }
        first.left(data.title(), TypeStyle.STRONG, Token.TEXT);
        row.line(1).left(data.below(), TypeStyle.SMALL, Token.TEXT_QUIET);
    }

    private static Icon icon(Node node) {
        return switch (node) {
            case Node.Installed(String id) -> id.equals(Plugins.HOUSE) ? Icon.SYSTEM : Icon.PLUGIN;
            case Node.Offered offered -> Icon.DOWNLOAD;
            case Node.OfPlace(Node.Place place) ->
                switch (place) {
                    case SITES -> Icon.SERVER;
                    case STATES -> Icon.HISTORY;
                };
        };
    }
}
