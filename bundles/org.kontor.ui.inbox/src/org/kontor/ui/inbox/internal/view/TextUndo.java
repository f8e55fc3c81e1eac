package org.kontor.ui.inbox.internal.view;

import java.util.ArrayDeque;
import java.util.Deque;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.ExtendedModifyEvent;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.jspecify.annotations.Nullable;

/** Ctrl+Z and Ctrl+Y for a field: SWT brings none. Typing without a pause is taken back word by word. */
public final class TextUndo {
    private static final String KEY = "org.kontor.undo";
    private static final int KEPT = 500;

    /** A change: at {@code start}, {@code removed} was replaced by {@code added}. */
    private record Edit(int start, String removed, String added) {
        /** This and what was typed right behind it, as one; null if they do not belong together. */
        @Nullable
        Edit joined(Edit next) {
            boolean typing = removed.isEmpty() && next.removed.isEmpty() && next.start == start + added.length();
            boolean newWord = !added.isEmpty() && Character.isWhitespace(added.charAt(added.length() - 1));
            return typing && next.added.length() == 1 && !newWord ? new Edit(start, "", added + next.added) : null;
        }
    }

    private final StyledText text;
    private final Deque<Edit> done = new ArrayDeque<>();
    private final Deque<Edit> undone = new ArrayDeque<>();
    private boolean playing;

    TextUndo(StyledText text) {
        this.text = text;
        text.setData(KEY, this);
        text.addExtendedModifyListener(this::modified);
        text.addListener(SWT.KeyDown, this::key);
    }

    /** Whether a control has something typed to take back. */
    public static boolean has(@Nullable Control control) {
        return of(control) instanceof TextUndo undo && !undo.done.isEmpty();
    }

    /** Takes back what was typed last in a control; false if it has nothing of that kind. */
    public static boolean undoIn(@Nullable Control control) {
        TextUndo undo = of(control);
        if (undo == null || undo.done.isEmpty()) {
            return false;
        }
        undo.undo();
        return true;
    }

    private static @Nullable TextUndo of(@Nullable Control control) {
        return control != null && control.getData(KEY) instanceof TextUndo undo ? undo : null;
    }

    /** Forgets everything, when another text is shown. */
    void forget() {
        done.clear();
        undone.clear();
    }

    private void modified(ExtendedModifyEvent event) {
        if (playing) {
            return;
        }
        String added = event.length == 0 ? "" : text.getTextRange(event.start, event.length);
        Edit edit = new Edit(event.start, event.replacedText, added);
        Edit last = done.peekFirst();
        Edit joined = last == null ? null : last.joined(edit);
        if (joined != null) {
            done.removeFirst();
        }
        done.addFirst(joined == null ? edit : joined);
        if (done.size() > KEPT) {
            done.removeLast();
        }
        undone.clear();
    }

    private void key(Event event) {
        int modifiers = event.stateMask & SWT.MODIFIER_MASK;
        boolean z = event.keyCode == 'z';
        if (z && modifiers == SWT.MOD1) {
            undo();
            event.doit = false;
        } else if (event.keyCode == 'y' && modifiers == SWT.MOD1 || z && modifiers == (SWT.MOD1 | SWT.MOD2)) {
            redo();
            event.doit = false;
        }
    }

    void undo() {
        Edit edit = done.pollFirst();
        if (edit != null && text.getEditable()) {
            play(edit.start, edit.added.length(), edit.removed);
            undone.addFirst(edit);
        }
    }

    void redo() {
        Edit edit = undone.pollFirst();
        if (edit != null && text.getEditable()) {
            play(edit.start, edit.removed.length(), edit.added);
            done.addFirst(edit);
        }
    }

    private void play(int start, int length, String words) {
        playing = true;
        try {
            text.replaceTextRange(start, length, words);
            text.setSelection(start + words.length());
            text.showSelection();
        } finally {
            playing = false;
        }
    }
}
