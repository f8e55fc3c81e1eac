package org.kontor.ui.inbox.internal.view;

import java.util.List;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.kontor.api.channel.TextLimit;
import org.kontor.api.reply.Finding;
import org.kontor.ui.api.theme.Token;
import org.kontor.ui.common.access.Names;
import org.kontor.ui.common.look.Grid;
import org.kontor.ui.common.look.TypeStyle;
import org.kontor.ui.common.widget.TextCounter;
import org.kontor.ui.inbox.internal.model.WriteMode;

/** The field for words, in our frame, with the count in its corner. It grows with its text up to a limit. */
final class Editor extends Composite {
    private static final int PADDING = 10;
    private static final int LEAST_LINES = 4;
    private static final int MOST_LINES = 12;
    /** So many signs fit into a line however narrow the window is. */
    private static final int FEWEST_IN_LINE = 20;

    private final Kit kit;
    private final StyledText text;
    private final TextCounter counter;
    private final TextUndo undo;
    private WriteMode mode = WriteMode.NOTE;
    private String signature = "";
    private boolean replacing;
    private int wantedHeight;

    /**
     * @param send called by Ctrl+Enter
     * @param leave called by Escape
     */
    Editor(Composite parent, Kit kit, Runnable send, Runnable leave) {
        super(parent, SWT.DOUBLE_BUFFERED);
        this.kit = kit;
        Card.plain(this);
        text = Card.plain(new StyledText(this, SWT.MULTI | SWT.WRAP | SWT.V_SCROLL));
        text.setAlwaysShowScrollBars(false);
        text.setFont(kit.look().font(TypeStyle.TEXT));
        text.setLineSpacing(3);
        Names.id(text, "reply.text");
        Names.name(text, kit.texts().reply_name);
        counter = Names.id(new TextCounter(this, kit.look(), kit.words().locale()), "reply.count");
        undo = new TextUndo(text);
        addListener(SWT.Paint, this::paint);
        addListener(SWT.Resize, event -> place());
        addListener(SWT.MouseDown, event -> text.setFocus());
        text.addListener(SWT.FocusIn, event -> redraw());
        text.addListener(SWT.FocusOut, event -> redraw());
        text.addListener(SWT.Modify, event -> modified());
        text.addListener(SWT.Paint, this::hint);
        text.addListener(SWT.KeyDown, event -> key(event, send, leave));
        // The tab key leaves the field, as everywhere else in the window.
        text.addListener(SWT.Traverse, event -> {
            if (event.detail == SWT.TRAVERSE_TAB_NEXT || event.detail == SWT.TRAVERSE_TAB_PREVIOUS) {
                event.doit = true;
            }
        });
        kit.look().onChange(this, this::tint);
        tint();
    }

    @Override
    public boolean setFocus() {
        return !text.isDisposed() && text.setFocus();
    }

    /** Shows another text; what was typed before can no longer be undone here. */
    void replace(String words) {
        if (!words.equals(text.getText())) {
            replacing = true;
            text.setText(words);
            text.setSelection(words.length());
            replacing = false;
        }
        undo.forget();
        grow();
        count();
    }

    /** Adds below what is there, and puts the caret before it. */
    void append(String words) {
        int end = text.getCharCount();
        String before = end == 0 ? "\n\n" : "\n\n";
        text.replaceTextRange(end, 0, before + words);
        text.setSelection(end);
        text.showSelection();
        text.setFocus();
    }

    /** Selects the place that a check speaks of. */
    void reveal(Finding finding) {
        String words = text.getText();
        // A check sees the words as they go out, without the blanks before them.
        int before = words.length() - words.stripLeading().length();
        int end = text.getCharCount();
        text.setSelection(Math.min(before + finding.from(), end), Math.min(before + finding.to(), end));
        text.showSelection();
        text.setFocus();
    }

    /** @param below the signature that will stand below the text, and counts with it; empty for none */
    void show(WriteMode writes, boolean editable, List<TextLimit> limits, String below) {
        boolean other = writes != mode;
        mode = writes;
        if (!below.equals(signature)) {
            signature = below;
            wantedHeight = 0;
        }
        if (text.getEditable() != editable) {
            text.setEditable(editable);
        }
        counter.setLimits(limits);
        count();
        if (other) {
            tint();
        }
    }

    private void modified() {
        if (!replacing) {
            kit.models().reply().text(text.getText());
        }
        grow();
    }

    private void count() {
        String words = text.getText().strip();
        counter.count(words.isEmpty() || signature.isEmpty() ? words : words + "\n\n" + signature);
        place();
    }

    private void key(Event event, Runnable send, Runnable leave) {
        boolean command = (event.stateMask & SWT.MODIFIER_MASK) == SWT.MOD1;
        if (command && (event.keyCode == SWT.CR || event.keyCode == SWT.KEYPAD_CR)) {
            send.run();
            event.doit = false;
        } else if (event.keyCode == SWT.ESC && (event.stateMask & SWT.MODIFIER_MASK) == 0) {
            leave.run();
            event.doit = false;
        }
    }

    private void grow() {
        int height = height();
        if (height != wantedHeight) {
            wantedHeight = height;
            requestLayout();
        }
    }

    private int height() {
        int line = text.getLineHeight() + text.getLineSpacing();
        int needed = 0;
        // The widget asks the window system for the size of the screen when it is measured.
        if (text.getLineCount() > 1 || text.getCharCount() > LEAST_LINES * FEWEST_IN_LINE) {
            needed = text.computeSize(Math.max(100, text.getClientArea().width), SWT.DEFAULT).y;
        }
        return Math.clamp(needed, LEAST_LINES * line, MOST_LINES * line) + 2 * PADDING + signatureHeight();
    }

    private int signatureHeight() {
        if (signature.isEmpty()) {
            return 0;
        }
        GC gc = new GC(this);
        try {
            gc.setFont(kit.look().font(TypeStyle.SMALL));
            return gc.textExtent(signature, SWT.DRAW_DELIMITER).y + Grid.HALF;
        } finally {
            gc.dispose();
        }
    }

    @Override
    public Point computeSize(int wHint, int hHint, boolean changed) {
        int height = wantedHeight == 0 ? height() : wantedHeight;
        return new Point(wHint == SWT.DEFAULT ? 200 : wHint, height);
    }

    private void place() {
        Rectangle area = getClientArea();
        Point count = counter.computeSize(SWT.DEFAULT, SWT.DEFAULT);
        int right = count.x == 0 ? PADDING : count.x + 2 * PADDING;
        int below = signatureHeight();
        text.setBounds(
                PADDING,
                PADDING,
                Math.max(0, area.width - PADDING - right),
                Math.max(0, area.height - 2 * PADDING - below));
        counter.setBounds(area.width - PADDING - count.x, PADDING, count.x, count.y);
    }

    private Token ground() {
        return mode == WriteMode.NOTE ? Token.WARN_SOFT : Token.SURFACE;
    }

    private void tint() {
        Color ground = kit.look().color(ground());
        setBackground(getParent().getBackground());
        text.setBackground(ground);
        text.setForeground(kit.look().color(Token.TEXT));
        counter.setGround(ground());
        redraw();
    }

    private void paint(Event event) {
        GC gc = event.gc;
        gc.setAntialias(SWT.ON);
        Rectangle area = getClientArea();
        int arc = 2 * Grid.CORNER;
        gc.setBackground(getParent().getBackground());
        gc.fillRectangle(area);
        gc.setBackground(kit.look().color(ground()));
        gc.fillRoundRectangle(0, 0, area.width, area.height, arc, arc);
        Token edge = !counter.fits() ? Token.OVER : text.isFocusControl() ? Token.ACCENT : Token.EDGE;
        gc.setForeground(kit.look().color(edge));
        gc.drawRoundRectangle(0, 0, area.width - 1, area.height - 1, arc, arc);
        if (!signature.isEmpty()) {
            gc.setFont(kit.look().font(TypeStyle.SMALL));
            gc.setForeground(kit.look().color(Token.TEXT_QUIET));
            int top = area.height - PADDING - signatureHeight() + Grid.HALF;
            gc.drawText(signature, PADDING + 1, top, SWT.DRAW_TRANSPARENT | SWT.DRAW_DELIMITER);
        }
    }

    /** Says in an empty field what it is for. */
    private void hint(Event event) {
        if (text.getCharCount() == 0) {
            event.gc.setForeground(kit.look().color(Token.TEXT_QUIET));
            event.gc.drawText(
                    mode == WriteMode.NOTE ? kit.texts().reply_hint_note : kit.texts().reply_hint,
                    text.isFocusControl() ? 4 : 1,
                    0,
                    true);
        }
    }
}
