package org.kontor.ui.robot;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Item;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableItem;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.swt.widgets.TreeItem;
import org.eclipse.swt.widgets.Widget;
import org.jspecify.annotations.Nullable;

/** Reads the rows of tables and trees. All of it on the UI thread. */
final class Rows {
    private Rows() {}

    static List<List<String>> read(Widget widget, int max) {
        return switch (widget) {
            case Table table ->
                IntStream.range(0, Math.min(max, table.getItemCount()))
                        .mapToObj(row -> texts(table.getItem(row), table.getColumnCount()))
                        .toList();
            case Tree tree ->
                shown(tree).stream()
                        .limit(max)
                        .map(item -> texts(item, tree.getColumnCount()))
                        .toList();
            default -> throw noRows(widget);
        };
    }

    static int count(Widget widget) {
        return switch (widget) {
            case Table table -> table.getItemCount();
            case Tree tree -> shown(tree).size();
            default -> throw noRows(widget);
        };
    }

    /** The first row that has {@code text} in a column; null where there is none. */
    static @Nullable Integer find(Widget widget, String text) {
        List<List<String>> rows = read(widget, 500);
        return IntStream.range(0, rows.size())
                .filter(row -> rows.get(row).contains(text))
                .boxed()
                .findFirst()
                .orElse(null);
    }

    /**
     * Where a row can be clicked; scrolls to it. Null while it is not there yet, and until the scrolling is done: GTK scrolls later
     * than it is told to, and the bounds of an item run ahead of it.
     */
    static @Nullable Point place(Widget widget, int row) {
        if (row >= count(widget)) {
            return null;
        }
        return switch (widget) {
            case Table table -> {
                TableItem item = table.getItem(row);
                table.showItem(item);
                Point at = middle(item.getBounds());
                yield item.equals(table.getItem(at)) ? inSight(table, at) : null;
            }
            case Tree tree -> {
                TreeItem item = shown(tree).get(row);
                tree.showItem(item);
                Point at = middle(item.getBounds());
                yield item.equals(tree.getItem(at)) ? inSight(tree, at) : null;
            }
            default -> throw noRows(widget);
        };
    }

    static List<Integer> selected(Widget widget) {
        return switch (widget) {
            case Table table ->
                Arrays.stream(table.getSelectionIndices()).sorted().boxed().toList();
            case Tree tree -> {
                List<TreeItem> shown = shown(tree);
                yield Arrays.stream(tree.getSelection())
                        .map(shown::indexOf)
                        .sorted()
                        .toList();
            }
            default -> throw noRows(widget);
        };
    }

    private static Point middle(Rectangle item) {
        return new Point(item.x + Math.min(Math.max(item.width / 2, 4), 40), item.y + item.height / 2);
    }

    private static @Nullable Point inSight(Composite parent, Point at) {
        return parent.getClientArea().contains(at) ? parent.toDisplay(at) : null;
    }

    private static List<String> texts(Item item, int columns) {
        return IntStream.range(0, Math.max(1, columns))
                .mapToObj(column -> item instanceof TableItem cell
                        ? cell.getText(column)
                        : item instanceof TreeItem branch ? branch.getText(column) : item.getText())
                .toList();
    }

    private static List<TreeItem> shown(Tree tree) {
        List<TreeItem> items = new ArrayList<>();
        for (TreeItem item : tree.getItems()) {
            collect(item, items);
        }
        return items;
    }

    private static void collect(TreeItem item, List<TreeItem> items) {
        items.add(item);
        if (item.getExpanded()) {
            for (TreeItem child : item.getItems()) {
                collect(child, items);
            }
        }
    }

    private static RobotException noRows(Widget widget) {
        return new RobotException("a " + widget.getClass().getSimpleName() + " has no rows", null);
    }
}
