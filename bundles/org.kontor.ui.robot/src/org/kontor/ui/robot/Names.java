package org.kontor.ui.robot;

import java.lang.reflect.Field;
import java.util.List;
import org.eclipse.swt.SWT;
import org.eclipse.swt.accessibility.ACC;
import org.eclipse.swt.accessibility.Accessible;
import org.eclipse.swt.accessibility.AccessibleEvent;
import org.eclipse.swt.accessibility.AccessibleListener;
import org.eclipse.swt.custom.CCombo;
import org.eclipse.swt.custom.CLabel;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.DateTime;
import org.eclipse.swt.widgets.Decorations;
import org.eclipse.swt.widgets.Group;
import org.eclipse.swt.widgets.Item;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Link;
import org.eclipse.swt.widgets.Scale;
import org.eclipse.swt.widgets.Slider;
import org.eclipse.swt.widgets.Spinner;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.Text;
import org.eclipse.swt.widgets.ToolItem;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.swt.widgets.Widget;
import org.jspecify.annotations.Nullable;

/** The name by which a screen reader announces a widget. On the UI thread. */
final class Names {
    private static final Field LISTENERS = listeners();

    private Names() {}

    /**
     * The accessible name: what the widget's accessible listeners say, else its own text, else the label before it, as the
     * toolkits do it; null or empty where a screen reader would have nothing to say.
     */
    static @Nullable String of(Widget widget) {
        if (widget instanceof Control control) {
            String told = told(control);
            if (told != null) {
                return told;
            }
        }
        return switch (widget) {
            case ToolItem item -> firstOf(Widgets.text(item), item.getToolTipText());
            case Item item -> Widgets.text(item);
            case Button button -> firstOf(Widgets.text(button), button.getToolTipText());
            case Label label -> Widgets.text(label);
            case CLabel label -> Widgets.text(label);
            case Link link -> Widgets.text(link);
            case Group group -> Widgets.text(group);
            case Decorations shell -> shell.getText();
            case Control control when needsName(control) -> labelBefore(control);
            default -> null;
        };
    }

    /** The accessible name, empty where there is none. */
    static String orEmpty(Widget widget) {
        String name = of(widget);
        return name == null ? "" : name;
    }

    /** Whether a screen reader's user can reach the widget and so has to be told what it is. */
    static boolean needsName(Control control) {
        return switch (control) {
            case Button button -> true;
            case Text text -> true;
            case StyledText text -> true;
            case Combo combo -> true;
            case CCombo combo -> true;
            case Spinner spinner -> true;
            case DateTime date -> true;
            case Table table -> true;
            case Tree tree -> true;
            case Scale scale -> true;
            case Slider slider -> true;
            case org.eclipse.swt.widgets.List list -> true;
            case Canvas canvas -> isOwnDrawn(canvas);
            default -> false;
        };
    }

    /** A canvas of ours, rather than one of SWT's custom widgets that names itself. */
    private static boolean isOwnDrawn(Canvas canvas) {
        return !canvas.getClass().getName().startsWith("org.eclipse.")
                && (canvas.getStyle() & SWT.NO_FOCUS) == 0
                && canvas.getChildren().length == 0;
    }

    private static @Nullable String told(Control control) {
        AccessibleEvent event = new AccessibleEvent(control);
        event.childID = ACC.CHILDID_SELF;
        try {
            Object known = LISTENERS.get(control.getAccessible());
            if (known instanceof List<?> listeners) {
                for (Object listener : listeners) {
                    if (listener instanceof AccessibleListener namer) {
                        namer.getName(event);
                    }
                }
            }
        } catch (IllegalAccessException e) {
            throw new IllegalStateException("cannot read accessible listeners", e);
        }
        return event.result;
    }

    private static @Nullable String labelBefore(Control control) {
        Composite parent = control.getParent();
        if (parent == null) {
            return null;
        }
        Control before = null;
        for (Control child : parent.getChildren()) {
            if (child == control) {
                return before instanceof Label || before instanceof CLabel ? Widgets.text(before) : null;
            }
            before = child;
        }
        return null;
    }

    private static @Nullable String firstOf(@Nullable String text, @Nullable String toolTip) {
        return text == null || text.isEmpty() ? toolTip : text;
    }

    /** SWT lets listeners be added but not asked; on all three systems they are kept under the same name. */
    private static Field listeners() {
        try {
            Field field = Accessible.class.getDeclaredField("accessibleListeners");
            field.setAccessible(true);
            return field;
        } catch (NoSuchFieldException e) {
            throw new IllegalStateException("this SWT keeps its accessible listeners elsewhere", e);
        }
    }
}
