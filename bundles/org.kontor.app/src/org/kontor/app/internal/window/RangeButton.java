package org.kontor.app.internal.window;

import java.text.MessageFormat;
import java.time.LocalDate;
import java.util.Locale;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;
import org.kontor.app.internal.Messages;
import org.kontor.app.internal.dialog.RangeSheet;
import org.kontor.app.internal.model.RangeWords;
import org.kontor.ui.api.TimeRange;
import org.kontor.ui.api.TimeRange.Preset;
import org.kontor.ui.common.access.Names;
import org.kontor.ui.common.look.Look;
import org.kontor.ui.common.widget.ActionButton;
import org.kontor.ui.common.widget.DropMenu;

/** Shows which days the window looks at, and lets the user choose others. */
final class RangeButton {
    private final Look look;
    private final Messages texts;
    private final RangeSelection selection;
    private final RangeWords words;
    private final ActionButton button;

    RangeButton(Composite parent, Look look, Messages texts, RangeSelection selection) {
        this.look = look;
        this.texts = texts;
        this.selection = selection;
        words = new RangeWords(texts, Locale.getDefault());
        button = new ActionButton(parent, look, ActionButton.Kind.QUIET, label()).menu();
        Names.id(button, "top.range");
        button.onActivate(this::open);
        show();
    }

    /** The widget. */
    ActionButton control() {
        return button;
    }

    /** Shows what is chosen now. */
    void show() {
        button.setText(label());
        Names.name(button, MessageFormat.format(texts.range_name, label()));
        button.setToolTipText(MessageFormat.format(texts.range_tip, words.days(selection.range(), LocalDate.now())));
    }

    /** Opens the menu of ranges below the button. */
    void open() {
        Menu menu = new Menu(button);
        Preset now = selection.range().preset();
        for (Preset preset : Preset.values()) {
            if (preset == Preset.CUSTOM) {
                new MenuItem(menu, SWT.SEPARATOR);
            }
            MenuItem item = Names.id(new MenuItem(menu, SWT.RADIO), "range." + preset);
            item.setText(words.preset(preset));
            item.setSelection(preset == now);
            item.addListener(SWT.Selection, e -> {
                if (item.getSelection()) {
                    choose(preset);
                }
            });
        }
        DropMenu.open(menu, button);
    }

    /** Chooses a range; asks for its days if it is the one without a name. */
    void choose(Preset preset) {
        if (preset == Preset.CUSTOM) {
            // The menu first gives back the keyboard.
            button.getDisplay().asyncExec(this::ask);
        } else {
            selection.choose(new TimeRange(preset));
        }
    }

    private void ask() {
        if (!button.isDisposed()) {
            RangeSheet.ask(button.getShell(), look, texts, selection.range()).ifPresent(selection::choose);
        }
    }

    private String label() {
        return words.label(selection.range(), LocalDate.now());
    }
}
