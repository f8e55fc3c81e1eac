package org.kontor.ui.inbox.internal.model;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.kontor.api.conversation.Message;
import org.kontor.api.conversation.MessageVersion;
import org.kontor.api.ledger.LedgerEntry;
import org.kontor.api.store.ConversationRef;

/** The conversation that is open: its course, kept up to date. */
public final class ConversationModel {
    /** What the view shows. */
    public sealed interface State {
        /** Nothing is open. */
        record Nothing() implements State {}

        /** It is being read; the one before may stand until it is there. */
        record Loading(ConversationRef ref) implements State {}

        /**
         * It is open.
         *
         * @param items the course, its older part folded
         */
        record Shown(Opened opened, List<TimelineItem> items) implements State {}

        /** It is not there any more. */
        record Gone(ConversationRef ref) implements State {}

        record Failed(ConversationRef ref, Trouble trouble) implements State {}
    }

    private final Services services;
    private final Threads threads;
    private final InboxModel inbox;
    private final Listeners<State> listeners = new Listeners<>();
    private final TaskSlot reading = new TaskSlot();
    private final ReadAhead ahead;
    private State state = new State.Nothing();
    private @Nullable ConversationRef ref;
    private List<TimelineItem> all = List.of();
    private int unfolded;
    private boolean again;

    public ConversationModel(Services services, Threads threads, InboxModel inbox, Feed feed) {
        this.services = services;
        this.threads = threads;
        this.inbox = inbox;
        ahead = new ReadAhead(threads, wanted -> load(wanted, List.of()));
        feed.changes().add(this::changed);
        feed.health().add(this::health);
    }

    /** Who hears of each new state. */
    public Listeners<State> listeners() {
        return listeners;
    }

    public State state() {
        return state;
    }

    /** What is open; null while nothing is, or it is not read yet. */
    public @Nullable Opened opened() {
        return state instanceof State.Shown shown ? shown.opened() : null;
    }

    /** Opens a conversation; null closes the one that is open. */
    public void open(@Nullable ConversationRef wanted) {
        if (Objects.equals(wanted, ref)) {
            return;
        }
        reading.cancel();
        leave();
        ref = wanted;
        all = List.of();
        unfolded = 0;
        again = false;
        if (wanted == null) {
            become(new State.Nothing());
        } else {
            become(new State.Loading(wanted));
            ReadAhead.Loaded known = ahead.get(wanted);
            if (known == null) {
                read(wanted);
            } else {
                // In a round of the event loop of its own: the list shows its step first.
                reading.set(threads.soon(() -> took(known)));
            }
        }
    }

    /** What was open is at hand for a while for whoever goes back to it. */
    private void leave() {
        if (state instanceof State.Shown shown && !reading.busy()) {
            ahead.put(shown.opened().ref(), new ReadAhead.Loaded(shown.opened(), all));
        }
    }

    /** Reads it again, after a fault or an action of the user's own. */
    public void reload() {
        ConversationRef current = ref;
        if (current != null) {
            read(current);
        }
    }

    /** Unfolds more of what is older. */
    public void unfold() {
        if (state instanceof State.Shown shown) {
            unfolded += Timeline.STEP;
            become(new State.Shown(shown.opened(), Timeline.folded(shown.opened(), all, unfolded)));
        }
    }

    /** All versions of a message, oldest first. Reads the store: for a worker. */
    public List<MessageVersion> versions(Message message) {
        return services.read(rows -> rows.versions(message.brand(), message.id()));
    }

    /** The event a message was read from; null where there is none. Reads the store: for a worker. */
    public @Nullable LedgerEntry source(Message message) {
        var source = message.source();
        return source == null
                ? null
                : services.read(
                        rows -> rows.ledgerEntry(message.brand(), source).orElse(null));
    }

    private void read(ConversationRef wanted) {
        List<TimelineItem> before = all;
        reading.set(threads.work("conversation", () -> load(wanted, before), this::took, this::failed));
    }

    private ReadAhead.Loaded load(ConversationRef wanted, List<TimelineItem> before) {
        // Texts are parsed after the read, not to hold the store's view meanwhile.
        Opened opened = services.read(
                rows -> Opened.read(rows, wanted, services.plugins().colours()));
        return new ReadAhead.Loaded(opened, opened == null ? List.of() : Timeline.of(opened, before));
    }

    private void took(ReadAhead.Loaded loaded) {
        reading.done();
        ConversationRef current = ref;
        Opened opened = loaded.opened();
        if (current == null) {
            return;
        }
        if (opened == null) {
            become(new State.Gone(current));
            return;
        }
        all = loaded.items();
        inbox.looked(opened.conversation());
        become(new State.Shown(opened, Timeline.folded(opened, all, unfolded)));
        if (again) {
            again = false;
            read(current);
        }
        ahead.want(inbox.neighbours());
    }

    private void failed(RuntimeException fault) {
        reading.done();
        ConversationRef current = ref;
        // What is on the screen stays there; the list says that the store cannot be read.
        if (current != null && !(state instanceof State.Shown)) {
            become(new State.Failed(current, Trouble.of(fault)));
        }
    }

    private void changed(Feed.Changes changes) {
        ahead.changed(changes);
        ConversationRef current = ref;
        if (current == null || !changes.touches(current)) {
            return;
        }
        if (reading.busy()) {
            again = true;
        } else {
            read(current);
        }
    }

    private void health(Feed.Health health) {
        if (health.fault() == null && state instanceof State.Failed) {
            reload();
        }
    }

    private void become(State next) {
        if (!next.equals(state)) {
            state = next;
            listeners.fire(next);
        }
    }
}
