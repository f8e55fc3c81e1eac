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

    /** Where a row can be clicked; scrolls to it, and is null until the scrolling is done. */
    static @Nullable Point place(Widget widget, int row) {
        return switch (widget) {
            case Table table -> {
                TableItem item = table.getItem(row);
                table.showItem(item);
                yield inSight(table, item.getBounds());
            }
            case Tree tree -> {
                TreeItem item = shown(tree).get(row);
                tree.showItem(item);
                yield inSight(tree, item.getBounds());
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

    private static @Nullable Point inSight(Composite parent, Rectangle item) {
        int x = item.x + Math.min(Math.max(item.width / 2, 4), 40);
        int y = item.y + item.height / 2;
        return parent.getClientArea().contains(x, y) ? parent.toDisplay(x, y) : null;
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
