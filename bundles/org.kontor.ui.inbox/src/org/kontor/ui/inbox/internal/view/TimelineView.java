package org.kontor.ui.inbox.internal.view;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.ScrolledComposite;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Layout;
import org.jspecify.annotations.Nullable;
import org.kontor.api.store.ConversationRef;
import org.kontor.ui.common.access.Names;
import org.kontor.ui.common.look.Css;
import org.kontor.ui.common.look.Grid;
import org.kontor.ui.inbox.internal.model.Opened;
import org.kontor.ui.inbox.internal.model.TimelineItem;

/**
 * The course of a conversation. Cards are used again from one conversation to the next, and a card keeps its item while the
 * conversation stays open, so that a selection in its text survives what arrives beside it.
 */
final class TimelineView extends Composite {
    private static final int NARROW = 40;
    private static final int WIDEST = 760;
    private static final int KEPT = 30;

    private final Kit kit;
    private final ScrolledComposite scroll;
    private final Composite course;
    private final Map<Object, Control> shown = new HashMap<>();
    private final List<Control> order = new ArrayList<>();
    /** Cards that show something else and were not laid out since. */
    private final Set<Control> fresh = new HashSet<>();

    private final Map<Class<?>, Deque<Control>> spare = new HashMap<>();
    private @Nullable ConversationRef ref;

    TimelineView(Composite parent, Kit kit) {
        super(parent, SWT.NONE);
        this.kit = kit;
        Css.set(this, Css.CANVAS);
        setLayout(new org.eclipse.swt.layout.FillLayout());
        scroll = Css.set(new ScrolledComposite(this, SWT.V_SCROLL), Css.CANVAS);
        course = Css.set(new Composite(scroll, SWT.NONE), Css.CANVAS);
        Names.id(course, "conversation.timeline");
        Names.name(course, kit.texts().timeline_name);
        course.setLayout(new Stacked());
        scroll.setContent(course);
        scroll.setExpandHorizontal(true);
        scroll.setShowFocusedControl(true);
        scroll.addListener(SWT.Resize, event -> arrange(atEnd()));
        scroll.getVerticalBar().setIncrement(Grid.TRIPLE);
        Kit.hear(this, kit.models().reply().listeners(), event -> times());
    }

    /** Shows items; a new conversation begins at its end, the one that was open stays where it is read. */
    void show(Opened opened, List<TimelineItem> items) {
        boolean same = Objects.equals(opened.ref(), ref);
        boolean end = !same || atEnd();
        int fromEnd = course.getSize().y - scroll.getOrigin().y;
        boolean unfolded = same && items.size() > order.size() + 1;
        ref = opened.ref();
        setRedraw(false);
        try {
            fill(opened, items, same);
            arrange(end);
            if (unfolded && !end) {
                // What was unfolded above pushes down what is being read: it stays under the eyes.
                scroll.setOrigin(0, course.getSize().y - fromEnd);
            }
        } finally {
            setRedraw(true);
        }
    }

    private void fill(Opened opened, List<TimelineItem> items, boolean same) {
        Map<Object, Control> before = new HashMap<>(shown);
        shown.clear();
        order.clear();
        if (!same) {
            before.values().forEach(this::putAside);
            before.clear();
        }
        for (TimelineItem item : items) {
            Control card = before.remove(item.key());
            if (card == null) {
                card = take(type(item));
            }
            if (show(card, opened, item)) {
                fresh.add(card);
            }
            shown.put(item.key(), card);
            order.add(card);
        }
        before.values().forEach(this::putAside);
        course.setTabList(order.toArray(Control[]::new));
    }

    private static Class<? extends Control> type(TimelineItem item) {
        return switch (item) {
            case TimelineItem.Written written -> MessageCard.class;
            case TimelineItem.Waiting waiting -> MessageCard.class;
            case TimelineItem.Noted noted -> NoteCard.class;
            case TimelineItem.Ended ended -> CourseLine.class;
            case TimelineItem.Folded folded -> CourseLine.class;
        };
    }

    private boolean show(Control card, Opened opened, TimelineItem item) {
        return switch (item) {
            case TimelineItem.Written written -> ((MessageCard) card).show(opened, written);
            case TimelineItem.Waiting waiting -> ((MessageCard) card).show(opened, waiting);
            case TimelineItem.Noted noted -> {
                ((NoteCard) card).show(noted);
                yield true;
            }
            case TimelineItem.Ended ended -> {
                ((CourseLine) card)
                        .show(
                                kit.words().end(ended.end()) + " \u00b7 "
                                        + kit.words().times().relative(ended.at()),
                                false);
                yield true;
            }
            case TimelineItem.Folded folded -> {
                ((CourseLine) card)
                        .show(
                                kit.words()
                                        .fill(
                                                kit.texts().folded_many,
                                                kit.words().numbers().count(folded.count())),
                                true);
                yield true;
            }
        };
    }

    private Control take(Class<? extends Control> type) {
        Deque<Control> free = spare.computeIfAbsent(type, each -> new ArrayDeque<>());
        Control card = free.pollFirst();
        Control taken = card == null ? make(type) : card;
        taken.setVisible(true);
        return taken;
    }

    private Control make(Class<? extends Control> type) {
        Supplier<Control> maker = type == MessageCard.class
                ? () -> new MessageCard(course, kit)
                : type == NoteCard.class ? () -> new NoteCard(course, kit) : this::line;
        return maker.get();
    }

    private Control line() {
        CourseLine line = new CourseLine(course, kit.look());
        line.onActivate(() -> {
            if (order.indexOf(line) == 0) {
                kit.models().conversation().unfold();
            }
        });
        return line;
    }

    private void putAside(Control card) {
        Deque<Control> free = spare.computeIfAbsent(card.getClass(), each -> new ArrayDeque<>());
        if (free.size() < KEPT) {
            card.setVisible(false);
            free.addFirst(card);
        } else {
            card.dispose();
        }
    }

    /** Times age, and another message may be the one that is answered. */
    private void times() {
        if (kit.models().conversation().state()
                instanceof org.kontor.ui.inbox.internal.model.ConversationModel.State.Shown now) {
            for (TimelineItem item : now.items()) {
                Control card = shown.get(item.key());
                if (card instanceof MessageCard message && message.show(now.opened(), item)) {
                    fresh.add(message);
                }
            }
            if (!fresh.isEmpty()) {
                arrange(atEnd());
            }
        }
    }

    private boolean atEnd() {
        Rectangle view = scroll.getClientArea();
        return scroll.getOrigin().y + view.height >= course.getSize().y - Grid.TRIPLE;
    }

    /** Puts the cards one below the other: what came in at the left, what went out at the right. */
    private void arrange(boolean toEnd) {
        int width = scroll.getClientArea().width;
        if (width <= 0) {
            return;
        }
        int room = Math.min(WIDEST, width - 2 * Grid.DOUBLE);
        int y = Grid.DOUBLE;
        for (Control card : order) {
            boolean message = card instanceof MessageCard || card instanceof NoteCard;
            boolean own = card instanceof MessageCard written && written.own();
            int wide = message ? room - NARROW : room;
            // What shows the same in the same width is as high as it was.
            boolean other = fresh.contains(card) || card.getSize().x != wide;
            Point size = card.computeSize(wide, SWT.DEFAULT, other);
            card.setBounds(own ? Grid.DOUBLE + NARROW : Grid.DOUBLE, y, wide, size.y);
            // A card of another size lays itself out, but not the parts of it whose size is the same, such as its head.
            if (fresh.contains(card) && card instanceof Composite composite) {
                composite.layout(false, true);
            }
            y += size.y + 12;
        }
        fresh.clear();
        course.setSize(width, Math.max(y + Grid.HALF, scroll.getClientArea().height));
        scroll.getVerticalBar().setPageIncrement(Math.max(1, scroll.getClientArea().height - Grid.HEAD));
        if (toEnd) {
            scroll.setOrigin(0, course.getSize().y);
        }
    }

    /** A card that changed its height by itself asks for a layout, as every widget does. */
    private final class Stacked extends Layout {
        private boolean busy;

        @Override
        protected Point computeSize(@Nullable Composite composite, int wHint, int hHint, boolean flushCache) {
            return course.getSize();
        }

        @Override
        protected void layout(@Nullable Composite composite, boolean flushCache) {
            if (!busy) {
                busy = true;
                try {
                    arrange(false);
                } finally {
                    busy = false;
                }
            }
        }
    }
}
