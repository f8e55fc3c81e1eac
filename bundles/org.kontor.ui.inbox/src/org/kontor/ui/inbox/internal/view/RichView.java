package org.kontor.ui.inbox.internal.view;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StyleRange;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.jspecify.annotations.Nullable;
import org.kontor.ui.api.theme.Token;
import org.kontor.ui.common.look.Look;
import org.kontor.ui.common.look.TypeStyle;
import org.kontor.ui.inbox.internal.text.RichText;
import org.kontor.ui.inbox.internal.text.RichText.Mark;
import org.kontor.ui.inbox.internal.text.RichText.Span;

/** Shows a text with its marks; it can be selected and copied, and its links be opened. */
final class RichView {
    private final Kit kit;
    private final StyledText widget;
    private RichText shown = RichText.EMPTY;
    private Token ink = Token.TEXT;
    private List<StyleRange> styled = List.of();
    private int fitted = -1;

    RichView(Composite parent, Kit kit) {
        this.kit = kit;
        widget = Card.plain(new StyledText(parent, SWT.READ_ONLY | SWT.MULTI | SWT.WRAP));
        widget.setFont(kit.look().font(TypeStyle.TEXT));
        widget.setLineSpacing(3);
        widget.setMargins(0, 0, 0, 0);
        widget.addListener(SWT.MouseUp, this::click);
        widget.addListener(SWT.MouseMove, this::move);
        widget.addListener(SWT.KeyDown, this::key);
        // Read-only text has no use for the tab key but to go on.
        widget.addListener(SWT.Traverse, event -> {
            if (event.detail == SWT.TRAVERSE_TAB_NEXT || event.detail == SWT.TRAVERSE_TAB_PREVIOUS) {
                event.doit = true;
            }
        });
    }

    StyledText widget() {
        return widget;
    }

    /**
     * Takes the place that the text needs in a width. It is measured once for each text, because the widget asks the window
     * system for the size of the screen each time that it is measured.
     */
    void fit(int width) {
        if (width > 0 && width != fitted && widget.getLayoutData() instanceof GridData data) {
            fitted = width;
            data.widthHint = width;
            data.heightHint = widget.computeSize(width, SWT.DEFAULT).y;
        }
    }

    void show(RichText text, Token words) {
        ink = words;
        if (!text.equals(shown)) {
            shown = text;
            widget.setText(text.text());
            styled = List.of();
            fitted = -1;
        }
        style();
    }

    /** Colours again, after a change of the theme. */
    void style() {
        Color words = kit.look().color(ink);
        if (!words.equals(widget.getForeground())) {
            widget.setForeground(words);
        }
        List<StyleRange> wanted = ranges(kit.look());
        // Each styling makes the widget ask the window system where the pointer is.
        if (!wanted.equals(styled)) {
            styled = wanted;
            widget.setStyleRanges(wanted.toArray(StyleRange[]::new));
            fitted = -1;
        }
    }

    /** Spans may overlap, ranges may not: the text is cut at every edge, and each piece gets the marks that cover it. */
    private List<StyleRange> ranges(Look look) {
        TreeSet<Integer> edges = new TreeSet<>();
        for (Span span : shown.spans()) {
            edges.add(span.start());
            edges.add(span.end());
        }
        List<Span> byStart = shown.spans().stream()
                .sorted(Comparator.comparingInt(Span::start))
                .toList();
        List<StyleRange> ranges = new ArrayList<>();
        Integer from = null;
        for (Integer to : edges) {
            if (from != null) {
                StyleRange range = range(look, byStart, from, to);
                if (range != null) {
                    ranges.add(range);
                }
            }
            from = to;
        }
        return ranges;
    }

    private static @Nullable StyleRange range(Look look, List<Span> spans, int from, int to) {
        StyleRange range = new StyleRange();
        range.start = from;
        range.length = to - from;
        boolean marked = false;
        for (Span span : spans) {
            if (span.start() >= to) {
                break;
            }
            if (span.end() >= to) {
                mark(look, range, span.mark());
                marked = true;
            }
        }
        return marked ? range : null;
    }

    private static void mark(Look look, StyleRange range, Mark mark) {
        switch (mark) {
            case BOLD, HEADING -> range.fontStyle |= SWT.BOLD;
            case ITALIC -> range.fontStyle |= SWT.ITALIC;
            case STRUCK -> range.strikeout = true;
            case CODE -> range.background = look.color(Token.CHIP);
            case QUOTE -> {
                if (range.foreground == null) {
                    range.foreground = look.color(Token.TEXT_QUIET);
                }
            }
            case LINK, PICTURE -> {
                range.foreground = look.color(Token.ACCENT);
                range.underline = mark == Mark.LINK;
            }
        }
    }

    private @Nullable Span openable(int x, int y) {
        int offset = widget.getOffsetAtPoint(new Point(x, y));
        return offset < 0 ? null : openable(offset);
    }

    private @Nullable Span openable(int offset) {
        return shown.spans().stream()
                .filter(span -> span.target() != null)
                .filter(span -> span.start() <= offset && offset < span.end())
                .findFirst()
                .orElse(null);
    }

    private void click(Event event) {
        Span span = openable(event.x, event.y);
        if (event.button == 1 && widget.getSelectionCount() == 0 && span != null) {
            open(span);
        }
    }

    private void key(Event event) {
        Span span = openable(widget.getCaretOffset());
        if (event.character == SWT.CR && span != null) {
            open(span);
        }
    }

    private void open(Span span) {
        String target = span.target();
        if (target != null) {
            kit.outside().open(target);
        }
    }

    private void move(Event event) {
        Span span = openable(event.x, event.y);
        widget.setCursor(span == null ? null : widget.getDisplay().getSystemCursor(SWT.CURSOR_HAND));
        widget.setToolTipText(span == null ? null : hint(span));
    }

    /** Where a link really leads, so that its words cannot deceive. */
    private @Nullable String hint(Span span) {
        String target = span.target();
        if (target == null) {
            return null;
        }
        String text = span.mark() == Mark.PICTURE
                ? kit.words().fill(kit.texts().message_picture, shown.text().substring(span.start(), span.end()))
                : target;
        return text.replace("&", "&&");
    }
}
