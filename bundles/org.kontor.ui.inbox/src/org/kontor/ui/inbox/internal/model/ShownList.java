package org.kontor.ui.inbox.internal.model;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kontor.api.account.Brand;
import org.kontor.api.account.ChannelType;
import org.kontor.api.conversation.Conversation;
import org.kontor.api.id.BrandId;
import org.kontor.api.store.ConversationRef;
import org.kontor.api.store.IdIndex;
import org.kontor.api.store.InboxQuery.Order;
import org.kontor.api.store.Queue;
import org.kontor.ui.api.TimeRange;

/** The list of conversations as it stands: what was asked for, what of it is there, and how it looks. */
abstract sealed class ShownList permits InboxModel {
    final Listeners<ListEvent> listeners = new Listeners<>();
    final ListQuery wanted = new ListQuery();
    final ListWindow window = new ListWindow();
    final ReadMarks marks;
    final RowCache rows;
    Directory directory = Directory.EMPTY;
    /** The newest list, while an older one is shown. */
    @Nullable
    IdIndex held;

    int fresh;
    boolean loaded;
    boolean querying;

    @Nullable
    Trouble trouble;

    ShownList(Services services, Threads threads) {
        marks = new ReadMarks(services, threads);
        rows = new RowCache(services, threads, marks, this::repaint, this::failed);
    }

    /** These rows look different now. */
    abstract void repaint(Set<ConversationRef> refs);

    /** Something could not be read. */
    abstract void failed(RuntimeException fault);

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

    /** How the queues were ordered where they are not as usual. */
    public Map<Queue, Order> orders() {
        return wanted.orders();
    }

    /** The time range that narrows what is listed here, because it is finished; null where none does. */
    public @Nullable TimeRange narrow() {
        return wanted.narrow();
    }

    /** Whether the user looks at the whole time all the same. */
    public boolean wholeTime() {
        return wanted.wholeTime();
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
}
