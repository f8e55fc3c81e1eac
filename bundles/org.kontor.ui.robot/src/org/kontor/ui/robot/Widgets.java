package org.kontor.ui.robot;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.eclipse.e4.ui.model.application.MApplicationElement;
import org.eclipse.swt.custom.CCombo;
import org.eclipse.swt.custom.CLabel;
import org.eclipse.swt.custom.CTabFolder;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.DateTime;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Group;
import org.eclipse.swt.widgets.Item;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Link;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Spinner;
import org.eclipse.swt.widgets.TabFolder;
import org.eclipse.swt.widgets.Text;
import org.eclipse.swt.widgets.ToolBar;
import org.eclipse.swt.widgets.ToolItem;
import org.eclipse.swt.widgets.Widget;
import org.jspecify.annotations.Nullable;

/** Reads the tree of widgets. All of it on the UI thread. */
final class Widgets {
    /** Under this key a widget carries the id by which tests and the demo find it. */
    static final String ID = "org.kontor.id";
    /** Under this key the e4 renderers keep the model element that a widget shows. */
    private static final String MODEL_ELEMENT = "modelElement";

    private Widgets() {}

    /** All visible widgets, from the front window to the back, each parent before its children. */
    static List<Widget> visible(Display display) {
        List<Widget> found = new ArrayList<>();
        List<Shell> shells = new ArrayList<>(Arrays.asList(display.getShells()));
        Shell active = display.getActiveShell();
        if (active != null && shells.remove(active)) {
            shells.add(0, active);
        }
        for (Shell shell : shells) {
            if (shell.isVisible()) {
                walk(shell, found::add);
            }
        }
        return found;
    }

    static void walk(Widget widget, Consumer<Widget> visitor) {
        visitor.accept(widget);
        switch (widget) {
            case ToolBar bar -> Arrays.stream(bar.getItems()).forEach(item -> walk(item, visitor));
            case CTabFolder folder -> Arrays.stream(folder.getItems()).forEach(visitor);
            case TabFolder folder -> Arrays.stream(folder.getItems()).forEach(visitor);
            case Menu menu -> Arrays.stream(menu.getItems()).forEach(item -> walk(item, visitor));
            case MenuItem item -> {
                if (item.getMenu() != null) {
                    walk(item.getMenu(), visitor);
                }
            }
            default -> {}
        }
        if (widget instanceof Shell shell && shell.getMenuBar() != null) {
            walk(shell.getMenuBar(), visitor);
        }
        if (widget instanceof Composite composite) {
            for (Control child : composite.getChildren()) {
                if (child.getVisible()) {
                    walk(child, visitor);
                }
            }
        }
    }

    static @Nullable String id(Widget widget) {
        if (widget.getData(ID) instanceof String id) {
            return id;
        }
        return widget.getData(MODEL_ELEMENT) instanceof MApplicationElement element ? element.getElementId() : null;
    }

    /** What a widget shows, without mnemonic signs; null where it shows no text. */
    static @Nullable String text(Widget widget) {
        return switch (widget) {
            case Button button -> bare(button.getText());
            case Label label -> bare(label.getText());
            case CLabel label -> bare(label.getText());
            case Link link -> link.getText().replaceAll("<[^>]*>", "");
            case Text text -> text.getText();
            case StyledText text -> text.getText();
            case Combo combo -> combo.getText();
            case CCombo combo -> combo.getText();
            case Spinner spinner -> spinner.getText();
            case DateTime date -> "%04d-%02d-%02d".formatted(date.getYear(), date.getMonth() + 1, date.getDay());
            case Group group -> bare(group.getText());
            case Shell shell -> shell.getText();
            case MenuItem item -> bare(item.getText().replaceFirst("\t.*", ""));
            case Item item -> bare(item.getText());
            default -> null;
        };
    }

    /** What a widget shows, empty where it shows no text. */
    static String textOrEmpty(Widget widget) {
        String text = text(widget);
        return text == null ? "" : text;
    }

    /** A text as it is read: without the signs that mark mnemonics. */
    static String bare(String text) {
        return text.replaceAll("&(.)", "$1");
    }

    static boolean enabled(Widget widget) {
        return switch (widget) {
            case Control control -> control.isEnabled();
            case ToolItem item -> item.isEnabled();
            case MenuItem item -> item.isEnabled();
            default -> true;
        };
    }

    /** One line for an error message: type, id, name and text. */
    static String print(Widget widget) {
        StringBuilder line = new StringBuilder(widget.getClass().getSimpleName());
        String id = id(widget);
        if (id != null) {
            line.append(" id=").append(id);
        }
        String name = Names.of(widget);
        String text = text(widget);
        if (name != null && !name.isEmpty() && !name.equals(text)) {
            line.append(" name=\"").append(shorten(name)).append('"');
        }
        if (text != null && !text.isEmpty()) {
            line.append(" text=\"").append(shorten(text)).append('"');
        }
        return line.append(enabled(widget) ? "" : " (disabled)").toString();
    }

    private static String shorten(String text) {
        String line = text.replace('\n', ' ');
        return line.length() <= 60 ? line : line.substring(0, 59) + "…";
    }
}
