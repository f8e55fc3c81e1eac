package org.kontor.ui.help.internal.view;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StyleRange;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.kontor.ui.api.theme.Token;
import org.kontor.ui.common.access.Names;
import org.kontor.ui.common.look.Look;
import org.kontor.ui.help.internal.model.Span;
import org.kontor.ui.help.internal.model.Typeset;
import org.kontor.ui.help.internal.model.Typeset.Run;

/**
 * Shows a page. The text can be selected and copied, Tab goes from link to link and Enter follows one; pictures are as wide as
 * there is room.
 */
final class Reader {
    private static final int MARGIN = 32;
    /** A line of text is not read with ease beyond this. */
    private static final int WIDEST = 760;

    private final StyledText text;
    private final Look look;
    private final Consumer<String> follow;
    private final PagePictures pictures;
    private Fonts fonts;
    private Typeset page = Typeset.of(List.of());

    Reader(Composite parent, Look look, String name, Consumer<String> follow) {
        this.look = look;
        this.follow = follow;
        text = new StyledText(parent, SWT.MULTI | SWT.READ_ONLY | SWT.WRAP | SWT.V_SCROLL);
        Names.id(Names.name(text, name), "manual.page");
        fonts = new Fonts(text.getDisplay(), look, 100);
        pictures = new PagePictures(text);
        text.setAlwaysShowScrollBars(false);
        text.addListener(SWT.Resize, e -> fit());
        text.addListener(SWT.MouseMove, this::point);
        text.addListener(SWT.MouseUp, this::click);
        text.addListener(SWT.KeyDown, this::key);
        text.addListener(SWT.Traverse, this::traverse);
        text.addListener(SWT.Dispose, e -> fonts.dispose());
        look.onChange(text, this::style);
    }

    StyledText control() {
        return text;
    }

    /** Shows a page from its beginning, with those of its pictures that could be read, by their paths. */
    void show(Typeset wanted, Map<String, ImageData> read) {
        page = wanted;
        text.setText(page.text());
        pictures.take(page, read);
        style();
        text.setTopIndex(0);
        text.setCaretOffset(0);
    }

    /** Sets everything anew in another size. */
    void size(int percent) {
        Fonts before = fonts;
        fonts = new Fonts(text.getDisplay(), look, percent);
        style();
        before.dispose();
    }

    /** Scrolls so that an offset stands on top. */
    void top(int offset) {
        int at = Math.min(offset, text.getCharCount());
        text.setCaretOffset(at);
        text.setTopIndex(text.getLineAtOffset(at));
    }

    /** Shows the first place with a word, selected. */
    void find(String word) {
        int at = text.getText().toLowerCase(java.util.Locale.ROOT).indexOf(word.toLowerCase(java.util.Locale.ROOT));
        if (!word.isEmpty() && at >= 0) {
            text.setSelection(at, at + word.length());
            text.showSelection();
        }
    }

    // -- looks

    private void fit() {
        int room = text.getClientArea().width;
        int right = Math.max(MARGIN, room - MARGIN - WIDEST);
        if (text.getRightMargin() != right || text.getLeftMargin() != MARGIN) {
            // Above and below, a margin would stay while the text scrolls.
            text.setMargins(MARGIN, 0, right, 0);
        }
        pictures.fit(Math.max(120, room - MARGIN - right));
    }

    private void style() {
        text.setRedraw(false);
        text.setBackground(look.color(Token.SURFACE));
        text.setForeground(look.color(Token.TEXT));
        text.setFont(fonts.of(Fonts.Face.TEXT));
        text.setLineSpacing(3);
        List<StyleRange> ranges = new ArrayList<>();
        for (Run run : page.runs()) {
            if (run.kind() != Typeset.Kind.PICTURE) {
                ranges.add(range(run));
            }
        }
        if (text.getCharCount() > 0) {
            text.setStyleRanges(ranges.toArray(StyleRange[]::new));
        }
        new LineSetter(text, page, fonts, look).set();
        fit();
        pictures.place();
        text.setRedraw(true);
    }

    private StyleRange range(Run run) {
        StyleRange range = new StyleRange(run.start(), run.length(), look.color(ink(run)), null);
        range.font = fonts.of(face(run));
        if (run.styles().contains(Span.Style.CODE)) {
            range.background = look.color(Token.HOVER);
        }
        if (run.link() != null) {
            range.underline = true;
            range.underlineStyle = SWT.UNDERLINE_SINGLE;
        }
        return range;
    }

    private static Token ink(Run run) {
        if (run.link() != null) {
            return Token.ACCENT;
        }
        return switch (run.kind()) {
            case CAPTION, TABLE_HEAD -> Token.TEXT_QUIET;
            default -> Token.TEXT;
        };
    }

    private static Fonts.Face face(Run run) {
        return switch (run.kind()) {
            case TITLE -> Fonts.Face.TITLE;
            case HEADING -> Fonts.Face.HEADING;
            case SUBHEADING -> Fonts.Face.SUBHEADING;
            case CODE -> Fonts.Face.CODE;
            case CAPTION -> Fonts.Face.SMALL;
            case TABLE_HEAD -> Fonts.Face.BOLD;
            default ->
                run.styles().contains(Span.Style.CODE)
                        ? Fonts.Face.CODE
                        : run.styles().contains(Span.Style.BOLD)
                                ? Fonts.Face.BOLD
                                : run.styles().contains(Span.Style.ITALIC) ? Fonts.Face.ITALIC : Fonts.Face.TEXT;
        };
    }

    // -- links

    private void point(Event event) {
        boolean over = page.linkAt(offset(event)).isPresent();
        text.setCursor(over ? text.getDisplay().getSystemCursor(SWT.CURSOR_HAND) : null);
    }

    private void click(Event event) {
        if (event.button == 1 && text.getSelectionCount() == 0) {
            page.linkAt(offset(event)).ifPresent(this::go);
        }
    }

    private int offset(Event event) {
        return text.getOffsetAtPoint(new Point(event.x, event.y));
    }

    private void key(Event event) {
        if (event.keyCode == SWT.CR || event.keyCode == SWT.KEYPAD_CR) {
            page.linkAt(text.getSelection().x).ifPresent(this::go);
        }
    }

    private void go(Run link) {
        String where = link.link();
        if (where != null) {
            follow.accept(where);
        }
    }

    /** Tab stops at every link, then leaves the page. */
    private void traverse(Event event) {
        boolean next = event.detail == SWT.TRAVERSE_TAB_NEXT;
        if (!next && event.detail != SWT.TRAVERSE_TAB_PREVIOUS) {
            return;
        }
        Point at = text.getSelection();
        List<Run> links = page.links();
        List<Run> order = next ? links : links.reversed();
        // A link that is selected has been reached; one at the bare caret has not.
        boolean reached = at.y > at.x;
        event.doit = true;
        for (Run link : order) {
            boolean beyond = next ? (reached ? link.start() > at.x : link.start() >= at.x) : link.end() <= at.x;
            if (beyond) {
                text.setSelection(link.start(), link.end());
                text.showSelection();
                event.doit = false;
                return;
            }
        }
    }
}
