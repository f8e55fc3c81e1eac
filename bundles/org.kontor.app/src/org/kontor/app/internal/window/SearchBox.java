package org.kontor.app.internal.window;

import java.util.Locale;
import java.util.function.Consumer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.accessibility.ACC;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Event;
import org.jspecify.annotations.Nullable;
import org.kontor.app.internal.Messages;
import org.kontor.app.internal.palette.PaletteModel;
import org.kontor.app.internal.palette.PaletteRow;
import org.kontor.ui.common.access.Names;
import org.kontor.ui.common.format.Keys;
import org.kontor.ui.common.look.Icon;
import org.kontor.ui.common.look.Look;
import org.kontor.ui.common.widget.Field;

/**
 * The field in the top bar. What is typed narrows the inbox; with the palette's key, or the key down, the same field asks for
 * commands, perspectives, brands and conversations in a list below it, and afterwards holds what it held before.
 */
final class SearchBox {
    private static final int STILL_MS = 200;
    private static final int PAGE = 8;

    private final Look look;
    private final Messages texts;
    private final PaletteDesk desk;
    private final PaletteModel model;
    private final Consumer<String> search;
    private final Field field;
    private String searched = "";
    private @Nullable PalettePopup popup;
    private @Nullable Control before;
    private String kept = "";

    /** @param search narrows the inbox to a text */
    SearchBox(Composite parent, Look look, Messages texts, PaletteDesk desk, Consumer<String> search) {
        this.look = look;
        this.texts = texts;
        this.desk = desk;
        this.search = search;
        model = desk.model();
        field = new Field(parent, look, SWT.SINGLE, texts.search_name)
                .icon(Icon.SEARCH)
                .key(Keys.of(Locale.getDefault()).text("M1+K"))
                .onCanvas();
        field.text().setMessage(texts.search_hint);
        Names.id(field.text(), "top.search");
        Display display = parent.getDisplay();
        Runnable still = this::tell;
        field.text().addListener(SWT.Modify, e -> {
            if (popup == null) {
                display.timerExec(STILL_MS, still);
            } else {
                model.type(field.text().getText());
            }
        });
        field.text().addListener(SWT.KeyDown, this::key);
        field.text().addListener(SWT.Traverse, this::traverse);
        field.text().addListener(SWT.FocusOut, e -> display.asyncExec(this::leaveIfLeft));
        field.getShell().addListener(SWT.Resize, e -> close());
        model.onChange(() -> {
            PalettePopup open = popup;
            if (open != null) {
                open.show();
            }
        });
    }

    /** The widget. */
    Field control() {
        return field;
    }

    /** Puts the cursor into the field, to search the inbox. */
    void focus() {
        close();
        if (!field.isDisposed()) {
            field.setFocus();
            field.text().selectAll();
        }
    }

    /** Opens the palette; if it is open, begins anew. */
    void openPalette() {
        if (field.isDisposed()) {
            return;
        }
        close();
        Control now = field.getDisplay().getFocusControl();
        before = now == field.text() ? null : now;
        kept = field.text().getText();
        // What can be done depends on what has the keyboard now.
        var groups = desk.groups();
        PalettePopup opened = new PalettePopup(field, look, texts, model, this::choose);
        popup = opened;
        field.text().setText("");
        field.text().setMessage(texts.palette_hint);
        field.setFocus();
        model.open(groups);
        field.text().getAccessible().addRelation(ACC.RELATION_CONTROLLER_FOR, opened.accessible());
    }

    private void key(Event event) {
        if (popup != null) {
            paletteKey(event);
        } else if (event.keyCode == SWT.ESC && !field.text().getText().isEmpty()) {
            field.text().setText("");
            event.doit = false;
        } else if (event.keyCode == SWT.CR || event.keyCode == SWT.KEYPAD_CR) {
            tell();
        } else if (event.keyCode == SWT.ARROW_DOWN) {
            String typed = field.text().getText();
            openPalette();
            field.text().setText(typed);
            field.text().setSelection(typed.length());
            event.doit = false;
        }
    }

    private void paletteKey(Event event) {
        switch (event.keyCode) {
            case SWT.ARROW_DOWN -> model.move(1);
            case SWT.ARROW_UP -> model.move(-1);
            case SWT.PAGE_DOWN -> model.move(PAGE);
            case SWT.PAGE_UP -> model.move(-PAGE);
            case SWT.ESC -> leave();
            case SWT.CR, SWT.KEYPAD_CR -> choose();
            default -> {
                return;
            }
        }
        event.doit = false;
    }

    /** Keys that would lead out of the field, or press a button elsewhere. */
    private void traverse(Event event) {
        if (popup != null && event.detail != SWT.TRAVERSE_TAB_NEXT && event.detail != SWT.TRAVERSE_TAB_PREVIOUS) {
            event.doit = false;
        }
    }

    private void choose() {
        PaletteRow row = model.choose().orElse(null);
        if (row == null) {
            return;
        }
        leave();
        // The keyboard first goes back to where it was: a command may ask what has it.
        field.getDisplay().asyncExec(() -> {
            if (!field.isDisposed()) {
                run(row);
            }
        });
    }

    private void run(PaletteRow row) {
        switch (row) {
            case PaletteRow.Found found -> desk.run(found.hit().entry().action());
            case PaletteRow.ShowAll(String text) -> {
                desk.showInbox();
                field.text().setText(text);
                tell();
            }
            case PaletteRow.Head head -> throw new IllegalStateException("a head cannot be chosen: " + head);
        }
    }

    /** Closes the palette and gives the keyboard back. */
    private void leave() {
        Control back = before;
        close();
        if (back != null && !back.isDisposed() && back.isVisible()) {
            back.setFocus();
        }
    }

    /** The user clicked or went elsewhere: nothing is to be given back. */
    private void leaveIfLeft() {
        PalettePopup open = popup;
        if (open != null && !field.isDisposed()) {
            Control now = field.getDisplay().getFocusControl();
            if (now != field.text() && !open.holds(now)) {
                close();
            }
        }
    }

    private void close() {
        PalettePopup open = popup;
        if (open != null) {
            popup = null;
            before = null;
            model.close();
            if (!field.isDisposed()) {
                field.text().getAccessible().removeRelation(ACC.RELATION_CONTROLLER_FOR, open.accessible());
                field.text().setText(kept);
                field.text().setMessage(texts.search_hint);
            }
            open.close();
        }
    }

    private void tell() {
        if (!field.isDisposed() && popup == null) {
            String now = field.text().getText().strip();
            if (!now.equals(searched)) {
                searched = now;
                search.accept(now);
            }
        }
    }
}
