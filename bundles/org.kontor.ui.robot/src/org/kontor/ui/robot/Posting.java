package org.kontor.ui.robot;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.swt.SWT;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.dnd.Transfer;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Event;

/** Posts key and mouse events to the window system and waits until they have been handled. On the robot's thread. */
final class Posting {
    private static final int[] MODIFIERS = {SWT.CTRL, SWT.COMMAND, SWT.ALT, SWT.SHIFT};

    /** What a reader sees as one sign, such as an emoji made of several code points. */
    private static final Pattern SIGN = Pattern.compile("\\X");
    /** Beyond the letters, punctuation and currencies, window systems know no keys. */
    private static final char LAST_KEY = '\u2100';

    private final Ui ui;
    private final Duration limit;

    Posting(Ui ui, Duration limit) {
        this.ui = ui;
        this.limit = limit;
    }

    /**
     * Waits until what was posted has been handled: the window system answers a question only after the events before it,
     * and the later rounds run after those have been dispatched.
     */
    void settle() {
        ui.call(() -> ui.display().getCursorLocation(), limit);
        ui.call(() -> true, limit);
        ui.call(() -> true, limit);
    }

    void press(Keys keys) {
        for (int modifier : MODIFIERS) {
            if ((keys.modifiers() & modifier) != 0) {
                key(SWT.KeyDown, modifier, '\0');
            }
        }
        key(SWT.KeyDown, keys.keyCode(), keys.character());
        key(SWT.KeyUp, keys.keyCode(), keys.character());
        for (int i = MODIFIERS.length - 1; i >= 0; i--) {
            if ((keys.modifiers() & MODIFIERS[i]) != 0) {
                key(SWT.KeyUp, MODIFIERS[i], '\0');
            }
        }
        settle();
    }

    void type(String text) {
        Matcher sign = SIGN.matcher(text);
        while (sign.find()) {
            switch (sign.group()) {
                case "\n", "\r\n" -> press(Keys.of("Enter"));
                case "\t" -> press(Keys.of("Tab"));
                case String one when one.length() == 1 && hasKey(one.charAt(0)) -> press(key(one.charAt(0)));
                case String other -> paste(other);
            }
        }
    }

    /** The shift key makes no capital of what the keyboard's own layout does not have, such as an umlaut. */
    private static boolean hasKey(char character) {
        return character < LAST_KEY && !(Character.isUpperCase(character) && character > 'Z');
    }

    private static Keys key(char character) {
        boolean capital = Character.isUpperCase(character);
        return new Keys(capital ? SWT.SHIFT : 0, 0, Character.toLowerCase(character));
    }

    private void paste(String sign) {
        Optional<String> before = ui.call(() -> swapClipboard(sign), limit);
        press(Keys.of("M1+V"));
        before.ifPresent(words -> ui.run(() -> swapClipboard(words), limit));
    }

    private Optional<String> swapClipboard(String text) {
        Clipboard clipboard = new Clipboard(ui.display());
        try {
            Object before = clipboard.getContents(TextTransfer.getInstance());
            clipboard.setContents(new Object[] {text}, new Transfer[] {TextTransfer.getInstance()});
            return before instanceof String words ? Optional.of(words) : Optional.empty();
        } finally {
            clipboard.dispose();
        }
    }

    /** Moves the mouse; the second wait lets the widget underneath learn that the mouse has come in. */
    void move(Point to) {
        post(mouse(SWT.MouseMove, to, 0));
        settle();
        settle();
    }

    void click(Point at, int button, int times) {
        move(at);
        for (int i = 0; i < times; i++) {
            post(mouse(SWT.MouseDown, at, button));
            post(mouse(SWT.MouseUp, at, button));
        }
        settle();
    }

    private void key(int type, int keyCode, char character) {
        Event event = new Event();
        event.type = type;
        event.keyCode = keyCode;
        event.character = character;
        post(event);
    }

    private static Event mouse(int type, Point at, int button) {
        Event event = new Event();
        event.type = type;
        event.x = at.x;
        event.y = at.y;
        event.button = button;
        return event;
    }

    private void post(Event event) {
        // A window that is just opening takes no events yet.
        Boolean taken = ui.poll(() -> ui.display().post(event) ? Boolean.TRUE : null, limit);
        if (taken == null) {
            throw new RobotException(
                    "the window system did not take an event of type " + event.type
                            + "; is a window of this application in front, and is there a window manager?",
                    null);
        }
    }
}
