package org.kontor.ui.robot;

import java.util.Locale;
import java.util.Map;
import org.eclipse.swt.SWT;

/** Reads a key as people write it: {@code Ctrl+Shift+K}, {@code M1+Enter}, {@code F10}. */
record Keys(int modifiers, int keyCode, char character) {
    private static final Map<String, Integer> MODIFIERS = Map.of(
            "ctrl",
            SWT.CTRL,
            "control",
            SWT.CTRL,
            "m1",
            SWT.MOD1,
            "cmd",
            SWT.COMMAND,
            "command",
            SWT.COMMAND,
            "shift",
            SWT.SHIFT,
            "m2",
            SWT.MOD2,
            "alt",
            SWT.ALT,
            "m3",
            SWT.MOD3);
    private static final Map<String, Integer> CODES = Map.ofEntries(
            Map.entry("up", SWT.ARROW_UP),
            Map.entry("down", SWT.ARROW_DOWN),
            Map.entry("left", SWT.ARROW_LEFT),
            Map.entry("right", SWT.ARROW_RIGHT),
            Map.entry("pageup", SWT.PAGE_UP),
            Map.entry("pagedown", SWT.PAGE_DOWN),
            Map.entry("home", SWT.HOME),
            Map.entry("end", SWT.END),
            Map.entry("insert", SWT.INSERT),
            Map.entry("f1", SWT.F1),
            Map.entry("f2", SWT.F2),
            Map.entry("f3", SWT.F3),
            Map.entry("f4", SWT.F4),
            Map.entry("f5", SWT.F5),
            Map.entry("f6", SWT.F6),
            Map.entry("f7", SWT.F7),
            Map.entry("f8", SWT.F8),
            Map.entry("f9", SWT.F9),
            Map.entry("f10", SWT.F10),
            Map.entry("f11", SWT.F11),
            Map.entry("f12", SWT.F12),
            // Keys that make a control character go by their code: as characters they would be posted without a key.
            Map.entry("enter", (int) SWT.CR),
            Map.entry("return", (int) SWT.CR),
            Map.entry("tab", (int) SWT.TAB),
            Map.entry("escape", (int) SWT.ESC),
            Map.entry("esc", (int) SWT.ESC),
            Map.entry("backspace", (int) SWT.BS),
            Map.entry("delete", (int) SWT.DEL),
            Map.entry("del", (int) SWT.DEL));

    static Keys of(String written) {
        String[] parts = written.split("\\+");
        int modifiers = 0;
        for (int i = 0; i < parts.length - 1; i++) {
            Integer modifier = MODIFIERS.get(parts[i].strip().toLowerCase(Locale.ROOT));
            if (modifier == null) {
                throw new IllegalArgumentException("no modifier key: " + parts[i] + " in " + written);
            }
            modifiers |= modifier;
        }
        String key = parts[parts.length - 1].strip();
        String name = key.toLowerCase(Locale.ROOT);
        Integer code = CODES.get(name);
        if (code != null) {
            return new Keys(modifiers, code, '\0');
        }
        if (name.equals("space") || name.equals("plus")) {
            return new Keys(modifiers, 0, name.equals("space") ? ' ' : '+');
        }
        if (key.length() != 1) {
            throw new IllegalArgumentException("no key: " + key + " in " + written);
        }
        return new Keys(modifiers, 0, modifiers == 0 ? key.charAt(0) : Character.toLowerCase(key.charAt(0)));
    }
}
