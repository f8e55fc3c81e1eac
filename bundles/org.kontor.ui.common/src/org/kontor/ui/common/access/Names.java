package org.kontor.ui.common.access;

import org.eclipse.swt.accessibility.AccessibleListener;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Widget;
import org.jspecify.annotations.NonNull;
import org.jspecify.annotations.Nullable;

/**
 * Gives controls the name that a screen reader says and the id by which a robot finds them.
 *
 * @since 0.1
 */
public final class Names {
    private static final String NAME_KEY = "org.kontor.name";
    private static final String ID_KEY = "org.kontor.id";

    private Names() {}

    /** Gives {@code control} a name in the user's language; may be called again when it changes. */
    public static <C extends @NonNull Control> C name(C control, String name) {
        boolean first = control.getData(NAME_KEY) == null;
        control.setData(NAME_KEY, name);
        if (first) {
            control.getAccessible()
                    .addAccessibleListener(AccessibleListener.getNameAdapter(event -> event.result = of(control)));
        }
        return control;
    }

    /** The name given by {@link #name}; null if none was. */
    public static @Nullable String of(Widget widget) {
        return (String) widget.getData(NAME_KEY);
    }

    /** Gives {@code widget} an id such as {@code reply.send}, the same in every language. */
    public static <W extends @NonNull Widget> W id(W widget, String id) {
        widget.setData(ID_KEY, id);
        return widget;
    }

    /** The id given by {@link #id}; null if none was. */
    public static @Nullable String idOf(Widget widget) {
        return (String) widget.getData(ID_KEY);
    }
}
