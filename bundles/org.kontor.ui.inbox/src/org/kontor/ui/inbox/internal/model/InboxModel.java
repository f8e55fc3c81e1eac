package org.kontor.ui.inbox.internal.model;

import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.kontor.api.account.ChannelType;
import org.kontor.api.conversation.Conversation;
import org.kontor.api.id.BrandId;
import org.kontor.api.store.Change;
import org.kontor.api.store.ConversationRef;
import org.kontor.api.store.IdIndex;
import org.kontor.api.store.InboxQuery.Order;
import org.kontor.api.store.Queue;
import org.kontor.ui.api.TimeRange;

/**
 * The list of conversations: a query, the keys of all its rows, a window of at most {@value ListWindow#MOST} of them for
 * the table, and the content of the rows that are painted. It follows the change feed and reads again only what changed;
 * nothing moves under the eyes of someone who is in the middle of it.
 */
public final class InboxModel extends ShownList {
    /** The most rows of a query. */
    static final int LIMIT = 1_000_000;

    private final Feed feed;
    private final InstantSource clock;
    private final ZoneId zone = ZoneId.systemDefault();
    private final ListReader reader;
    private final Set<ConversationRef> leaving = new HashSet<>();
    private @Nullable ConversationRef left;

    /** A list of the unanswered; empty until the feed is started. */
    public InboxModel(Services services, Threads threads, InstantSource clock, Feed feed) {
        super(services, threads);
        this.feed = feed;
        this.clock = clock;
        reader = new ListReader(services, threads, clock, this::refresh);
        feed.changes().add(this::changed);
        feed.health().add(this::health);
    }

    // -- what the user asks for

    /** Shows a queue; ends a search. */
    public void show(Queue queue) {
        queryIf(wanted.queue(queue), true);
    }

    /** Shows only some brands; empty for all. */
    public void brands(Set<BrandId> brands) {
        queryIf(wanted.brands(brands), true);
    }

    /** Shows only some kinds of channel; empty for all. */
    public void channels(Set<ChannelType> channels) {
        queryIf(wanted.channels(channels), true);
    }

    /** Orders a queue; it is remembered for it. */
    public void order(Queue queue, Order order) {
        queryIf(wanted.order(queue, order), false);
    }

    /** Shows of what is finished only what was busy in this range; null for the whole time. */
    public void range(@Nullable TimeRange range) {
        queryIf(wanted.range(range), false);
    }

    /** Whether to show all that is finished, whatever the range, until another queue is shown. */
    public void wholeTime(boolean all) {
        queryIf(wanted.wholeTime(all), false);
    }

    /**
     * Begins where the last window ended; before anything was read.
     *
     * @param conversation selected as soon as the list is there, if it is in it
     */
    public void begin(Queue queue, Map<Queue, Order> orders, @Nullable ConversationRef conversation) {
        wanted.queue(queue);
        orders.forEach(wanted::order);
        left = conversation;
    }

    /** Looks for words; empty ends the search. What is open stays open. */
    public void search(String words) {
        queryIf(wanted.text(words), false);
    }

    /** Whether to search all conversations or only those of the queue. */
    public void everywhere(boolean all) {
        queryIf(wanted.everywhere(all), false);
    }

    private void queryIf(boolean other, boolean dropAbsent) {
        if (other && loaded) {
            query(dropAbsent);
        }
    }

    /** Shows what was held back, from the top. */
    public void showFresh() {
        IdIndex latest = held;
        if (latest != null) {
            apply(latest, 0);
            wantVisible();
        }
    }

    /** Tries again after a fault. */
    public void retry() {
        query(false);
    }

    // -- eyes and selection

    /** The table shows the rows from {@code from} (inclusive) to {@code to} (exclusive), counted in the window. */
    public void visible(int from, int to) {
        boolean rose = from == 0 && window.seenFrom() > 0;
        window.see(from, to);
        wantVisible();
        if (rose && held != null && !window.steady()) {
            showFresh();
            return;
        }
        int shift = window.shift();
        if (shift != 0) {
            window.move(shift);
            listeners.fire(new ListEvent.Head());
            listeners.fire(new ListEvent.Reset(from - shift));
        }
    }

    /** The row that leads the selection, counted in the window; -1 for none or outside. */
    public int leadRow() {
        return window.leadRow();
    }

    public @Nullable ConversationRef lead() {
        return window.lead();
    }

    /** The rows after and before the one that leads the selection: those a key goes to next. */
    List<ConversationRef> neighbours() {
        return window.neighbours();
    }

    public Set<ConversationRef> selected() {
        return window.selected();
    }

    /** The table's selection changed by hand. */
    public void select(Collection<Integer> chosen, int lead) {
        Set<ConversationRef> refs = new LinkedHashSet<>();
        chosen.stream().filter(row -> row < window.size()).forEach(row -> refs.add(window.get(row)));
        ConversationRef before = window.lead();
        window.select(refs, lead >= 0 && lead < window.size() ? window.get(lead) : null);
        leadMoved(before, false);
    }

    /** Selects a conversation, whether the list holds it or not. */
    public void open(ConversationRef ref) {
        ConversationRef before = window.lead();
        window.select(Set.of(ref), ref);
        leadMoved(before, true);
    }

    /** Selects the next row, or the one before; at the ends it stays. */
    public void step(int by) {
        walk(() -> window.step(by));
    }

    /** Selects the last row of all that the query has, or the first, wherever the window stands. */
    public void toEnd(boolean last) {
        walk(() -> window.toEnd(last));
    }

    private void walk(BooleanSupplier way) {
        ConversationRef before = window.lead();
        int start = window.start();
        if (way.getAsBoolean()) {
            if (window.start() != start) {
                listeners.fire(new ListEvent.Head());
                listeners.fire(new ListEvent.Reset(Math.max(0, window.leadRow() - 3)));
            }
            leadMoved(before, true);
        }
    }

    /** Notes that a conversation is being read. */
    void looked(Conversation conversation) {
        rows.put(List.of(conversation));
        boolean was = marks.unread(conversation);
        marks.look(conversation);
        if (was) {
            repaint(Set.of(ConversationRef.of(conversation)));
        }
    }

    /** The window closes: what was looked at is kept. */
    void end() {
        marks.write();
    }

    /** The next row that is not one of these takes over the lead. */
    void pass(Collection<ConversationRef> refs) {
        ConversationRef before = window.lead();
        if (before != null && refs.contains(before)) {
            window.leave(refs);
            leadMoved(before, true);
        }
    }

    /** The user is done with these: they leave the list as soon as they left the queue. */
    void done(Collection<ConversationRef> refs) {
        leaving.addAll(refs);
        reader.hurry();
        feed.look();
    }

    /** The user answered it: it leaves the list once it left the queue and is no longer looked at. */
    void answered(ConversationRef ref) {
        leaving.add(ref);
    }

    /** These are wanted back: what was done was undone. */
    void back(Collection<ConversationRef> refs) {
        refs.forEach(leaving::remove);
        reader.hurry();
        feed.look();
        refs.stream().findFirst().ifPresent(this::open);
    }

    private void leadMoved(@Nullable ConversationRef before, boolean reveal) {
        ConversationRef lead = window.lead();
        if (!Objects.equals(lead, before) || lead != null && reveal) {
            listeners.fire(new ListEvent.Lead(lead, reveal));
        }
    }

    private void wantVisible() {
        rows.want(window.around());
    }

    // -- reading

    private void query(boolean dropAbsent) {
        querying = true;
        listeners.fire(new ListEvent.Head());
        reader.query(wanted.build(clock.instant(), zone), read -> queried(read, dropAbsent), this::failed);
    }

    private void refresh() {
        Set<ConversationRef> gone = new HashSet<>(leaving);
        ConversationRef lead = window.lead();
        if (lead != null) {
            gone.remove(lead);
        }
        Arrival.Eyes eyes = new Arrival.Eyes(window.steady(), window.start() + window.seenTo(), gone);
        reader.refresh(
                wanted.build(clock.instant(), zone), window.index(), eyes, read -> refreshed(read, eyes), this::failed);
    }

    private void queried(ListReader.Read read, boolean dropAbsent) {
        boolean begun = loaded;
        took(read);
        querying = false;
        loaded = true;
        leaving.clear();
        rows.put(read.first());
        ConversationRef before = window.lead();
        window.start(0);
        apply(read.arrival().shown(), 0);
        boolean first = !begun && before == null && window.size() > 0;
        if (first) {
            selectFirst();
        } else if (dropAbsent && window.leadRow() < 0) {
            window.select(Set.of(), null);
        }
        wantVisible();
        leadMoved(before, first && left != null);
    }

    /** The conversation that was left at, if it is still there; else the first row. */
    private void selectFirst() {
        ConversationRef last = left;
        if (last != null) {
            window.select(Set.of(last), last);
        }
        if (window.leadRow() < 0) {
            window.select(Set.of(), null);
            window.step(1);
        }
    }

    private void refreshed(ListReader.Read read, Arrival.Eyes eyes) {
        took(read);
        if (window.steady() && !eyes.steady()) {
            // Someone began to scroll while it was read: what nothing may move under now must be judged anew.
            refresh();
            return;
        }
        Arrival arrival = read.arrival();
        IdIndex latest = arrival.held();
        if (latest == null) {
            leaving.removeAll(eyes.leaving());
            rows.put(read.first());
            apply(arrival.shown(), -1);
        } else {
            if (arrival.shown() != window.index()) {
                window.index(arrival.shown());
                listeners.fire(new ListEvent.Reset(-1));
            }
            leaving.removeAll(eyes.leaving());
            held = latest;
            fresh = arrival.fresh();
            listeners.fire(new ListEvent.Head());
        }
        wantVisible();
    }

    private void took(ListReader.Read read) {
        trouble = null;
        directory = read.directory();
    }

    private void apply(IdIndex index, int top) {
        held = null;
        fresh = 0;
        if (top == 0) {
            window.start(0);
        }
        window.index(index);
        listeners.fire(new ListEvent.Reset(top));
        listeners.fire(new ListEvent.Head());
    }

    @Override
    void failed(RuntimeException fault) {
        querying = false;
        trouble = Trouble.of(fault);
        listeners.fire(new ListEvent.Head());
    }

    @Override
    void repaint(Set<ConversationRef> refs) {
        Set<Integer> painted = new TreeSet<>();
        for (int row = window.seenFrom(); row < Math.min(window.seenTo() + 1, window.size()); row++) {
            if (refs.contains(window.get(row))) {
                painted.add(row);
            }
        }
        if (!painted.isEmpty()) {
            listeners.fire(new ListEvent.Rows(painted));
        }
    }

    // -- following

    private void changed(Feed.Changes changes) {
        if (changes.all()) {
            rows.refreshAll();
            if (loaded) {
                reader.refreshSoon();
            } else {
                query(false);
            }
            return;
        }
        rows.refresh(changes.conversations());
        if (changes.any(Change.Kind.CONVERSATION)
                || changes.any(Change.Kind.BRAND)
                || changes.any(Change.Kind.ACCOUNT)) {
            reader.refreshSoon();
        }
    }

    private void health(Feed.Health health) {
        RuntimeException fault = health.fault();
        if (fault != null) {
            failed(fault);
        } else if (trouble != null) {
            query(false);
        }
    }
}
