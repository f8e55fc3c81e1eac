package org.kontor.ui.common.access;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.CTabFolder;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.DateTime;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Link;
import org.eclipse.swt.widgets.ProgressBar;
import org.eclipse.swt.widgets.Scale;
import org.eclipse.swt.widgets.Slider;
import org.eclipse.swt.widgets.Spinner;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.Text;
import org.eclipse.swt.widgets.ToolBar;
import org.eclipse.swt.widgets.ToolItem;
import org.eclipse.swt.widgets.Tree;

/**
 * Walks a shell and lists what a screen reader could not name. Belongs to the UI thread; made for tests.
 *
 * @since 0.1
 */
public final class AccessibilityCheck {
    private AccessibilityCheck() {}

    /**
     * Every visible control below {@code root} that takes the focus or shows state and has no name, each as a path of class
     * names with ids where they are set. A label or link names itself by its text, a button too; everything else needs
     * {@link Names#name}.
     *
     * @return empty if all is well
     */
    public static List<String> unnamed(Composite root) {
        List<String> found = new ArrayList<>();
        walk(root, root.getClass().getSimpleName(), found);
        return found;
    }

    private static void walk(Composite parent, String path, List<String> found) {
        for (Control child : parent.getChildren()) {
            if (!child.getVisible()) {
                continue;
            }
            String at = path + "/" + describe(child);
            check(child, at, found);
            if (child instanceof Composite composite && !nativeInside(child)) {
                walk(composite, at, found);
            }
        }
    }

    private static void check(Control control, String at, List<String> found) {
        if (control instanceof ToolBar bar) {
            for (ToolItem item : bar.getItems()) {
                if ((item.getStyle() & SWT.SEPARATOR) == 0 && blank(item.getText()) && blank(item.getToolTipText())) {
                    found.add(at + "/ToolItem");
                }
            }
        } else if (needsName(control) && !hasName(control)) {
            found.add(at);
        }
    }

    private static boolean needsName(Control control) {
        return switch (control) {
            case Button b -> true;
            case Text t -> true;
            case Combo c -> true;
            case Spinner s -> true;
            case DateTime d -> true;
            case Table t -> true;
            case Tree t -> true;
            case org.eclipse.swt.widgets.List l -> true;
            case Link l -> true;
            case Scale s -> true;
            case Slider s -> false;
            case ProgressBar p -> true;
            case Label l -> l.getImage() != null && blank(l.getText());
            case CTabFolder f -> false;
            case Canvas c -> (c.getStyle() & SWT.NO_FOCUS) == 0 && c.getChildren().length == 0;
            default -> false;
        };
    }

    private static boolean hasName(Control control) {
        String given = Names.of(control);
        if (!blank(given)) {
            return true;
        }
        return switch (control) {
            case Button b -> !blank(b.getText());
            case Link l -> !blank(l.getText());
            default -> false;
        };
    }

    /** Inner widgets of a native control are named by the control. */
    private static boolean nativeInside(Control control) {
        return control instanceof Table || control instanceof Tree || control instanceof Combo;
    }

    private static String describe(Control control) {
        String id = Names.idOf(control);
        return control.getClass().getSimpleName() + (id == null ? "" : "#" + id);
    }

    private static boolean blank(@org.jspecify.annotations.Nullable String text) {
        return text == null || text.isBlank();
    }
}
