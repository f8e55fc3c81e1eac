package org.kontor.ui.inbox.internal.model;

import java.time.InstantSource;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.kontor.api.account.Brand;
import org.kontor.api.account.ChannelType;
import org.kontor.api.conversation.Conversation;
import org.kontor.api.id.BrandId;
import org.kontor.api.store.Change;
import org.kontor.api.store.ConversationRef;
import org.kontor.api.store.IdIndex;
import org.kontor.api.store.InboxQuery.Order;
import org.kontor.api.store.Queue;

/**
 * The list of conversations: a query, the keys of all its rows, a window of at most {@value ListWindow#MOST} of them for
 * the table, and the content of the rows that are painted. It follows the change feed and reads again only what changed;
 * nothing moves under the eyes of someone who is in the middle of it.
 */
public final class InboxModel {
    /** The most rows of a query. */
    static final int LIMIT = 1_000_000;

    private final Feed feed;
    private final ListReader reader;
    private final Listeners<ListEvent> listeners = new Listeners<>();
    private final RowCache rows;
    private final ReadMarks marks;
    private final ListWindow window = new ListWindow();
    private final ListQuery wanted = new ListQuery();
    private final Set<ConversationRef> leaving = new HashSet<>();
    private Directory directory = Directory.EMPTY;
    private @Nullable IdIndex held;
    private int fresh;
    private boolean loaded;
    private @Nullable Trouble trouble;
    private boolean querying;

    /** A list of the unanswered; empty until the feed is started. */
    public InboxModel(Services services, Threads threads, InstantSource clock, Feed feed) {
        this.feed = feed;
        reader = new ListReader(services, threads, clock, this::refresh);
        marks = new ReadMarks(services, threads);
        rows = new RowCache(services, threads, marks, this::rowsArrived, this::failed);
        feed.changes().add(this::changed);
        feed.health().add(this::health);
    }

    // -- what is shown

    public Listeners<ListEvent> listeners() {
        return listeners;
    }

    public Queue queue() {
        return wanted.queue();
    }

    /** What is being looked for; empty for nothing. */
    public String text() {
        return wanted.text();
    }

    /** Whether a search looks into all conversations, not only those of the queue. */
    public boolean everywhere() {
        return wanted.everywhere();
    }

    public Set<BrandId> brands() {
        return wanted.brands();
    }

    public Set<ChannelType> channels() {
        return wanted.channels();
    }

    public Order order() {
        return wanted.order();
    }

    public Directory directory() {
        return directory;
    }

    /** Whether the first rows were read. */
    public boolean loaded() {
        return loaded;
    }

    /** Whether rows of another query are being read. */
    public boolean querying() {
        return querying;
    }

    /** Why the list may be old; null while all is well. */
    public @Nullable Trouble trouble() {
        return trouble;
    }

    /** How many rows the query has in all. */
    public int total() {
        return window.total();
    }

    /** Whether {@link #total} is all there is, rather than where it was cut. */
    public boolean complete() {
        return window.index().complete();
    }

    /** How many rows the table has. */
    public int size() {
        return window.size();
    }

    /** How many rows of the query stand above the table's first. */
    public int start() {
        return window.start();
    }

    /** How many rows are held back, not to move the list. */
    public int fresh() {
        return fresh;
    }

    /** Whether the list on screen is not the newest, because someone is in the middle of it. */
    public boolean held() {
        return held != null;
    }

    /** The key of a row, counted in the window. */
    public ConversationRef ref(int row) {
        return window.get(row);
    }

    /** A row, counted in the window; null while it is being fetched. */
    public @Nullable InboxRow row(int row) {
        Conversation conversation = row >= 0 && row < window.size() ? rows.get(window.get(row)) : null;
        return conversation == null ? null : row(conversation);
    }

    private @Nullable InboxRow row(Conversation conversation) {
        Brand brand = directory.brand(conversation.brand());
        return brand == null
                ? null
                : new InboxRow(
                        conversation,
                        brand,
                        directory.account(conversation.account()),
                        directory.user(conversation.assignee()),
                        marks.unread(conversation));
    }

    /** What is known of a conversation without waiting; null if it is not among the rows read. */
    public @Nullable InboxRow known(ConversationRef ref) {
        Conversation conversation = rows.get(ref);
        return conversation == null ? null : row(conversation);
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
        ConversationRef before = window.lead();
        int start = window.start();
        if (window.step(by)) {
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
        reader.query(wanted.build(), read -> queried(read, dropAbsent), this::failed);
    }

    private void refresh() {
        Set<ConversationRef> gone = new HashSet<>(leaving);
        ConversationRef lead = window.lead();
        if (lead != null) {
            gone.remove(lead);
        }
        Arrival.Eyes eyes = new Arrival.Eyes(window.steady(), window.start() + window.seenTo(), gone);
        reader.refresh(wanted.build(), window.index(), eyes, read -> refreshed(read, eyes), this::failed);
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
        if (!begun && before == null && window.size() > 0) {
            window.step(1);
        } else if (dropAbsent && window.leadRow() < 0) {
            window.select(Set.of(), null);
        }
        wantVisible();
        leadMoved(before, false);
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

    private void failed(RuntimeException fault) {
        querying = false;
        trouble = Trouble.of(fault);
        listeners.fire(new ListEvent.Head());
    }

    private void rowsArrived(Set<ConversationRef> refs) {
        repaint(refs);
    }

    private void repaint(Set<ConversationRef> refs) {
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
