package org.kontor.ui.inbox.internal.model;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.kontor.api.access.Scope;
import org.kontor.api.access.User;
import org.kontor.api.conversation.IgnoreReason;
import org.kontor.api.desk.InboxActions;
import org.kontor.api.id.UserId;
import org.kontor.api.outbox.OutboxEntry;
import org.kontor.api.store.ConversationRef;

/** What an agent does with conversations besides writing, each with its way back; and what becomes of replies sent. */
public final class Actions {
    /** How long the bar stands. */
    static final Duration STANDS = Duration.ofSeconds(12);

    private static final int KEPT = 20;

    private record Step(List<ConversationRef> refs, boolean reply, Function<Scope, Integer> undo) {}

    private final Services services;
    private final Threads threads;
    private final InboxModel inbox;
    private final Feed feed;
    private final Listeners<Actions> listeners = new Listeners<>();
    private final Deque<Step> steps = new ArrayDeque<>();
    private final TaskSlot bar = new TaskSlot();
    private @Nullable Said said;

    public Actions(Services services, Threads threads, InboxModel inbox, Feed feed) {
        this.services = services;
        this.threads = threads;
        this.inbox = inbox;
        this.feed = feed;
    }

    /** Who hears when {@link #said} is another. */
    public Listeners<Actions> listeners() {
        return listeners;
    }

    /** What the bar says; null while there is nothing to say. */
    public @Nullable Said said() {
        return said;
    }

    /** Whether {@link #undo} has something to take back. */
    public boolean canUndo() {
        return !steps.isEmpty();
    }

    // -- conversations

    public void assign(Collection<ConversationRef> refs, @Nullable UserId to) {
        User user = inbox.directory().user(to);
        boolean self = to != null && to.equals(inbox.directory().me());
        run(
                new Done.Assigned(user, self),
                refs,
                false,
                scope -> services.actions().assign(scope, refs, to));
    }

    public void assignToMe(Collection<ConversationRef> refs) {
        assign(refs, inbox.directory().me());
    }

    public void snooze(Collection<ConversationRef> refs, Instant until) {
        run(new Done.Snoozed(until), refs, true, scope -> services.actions().snooze(scope, refs, until));
    }

    public void resolve(Collection<ConversationRef> refs) {
        run(new Done.Resolved(), refs, true, scope -> services.actions().resolve(scope, refs));
    }

    public void ignore(Collection<ConversationRef> refs, IgnoreReason reason) {
        run(new Done.Ignored(reason), refs, true, scope -> services.actions().ignore(scope, refs, reason));
    }

    public void reopen(Collection<ConversationRef> refs) {
        run(new Done.Reopened(), refs, true, scope -> services.actions().reopen(scope, refs));
    }

    /** Writes a note; its text is kept by whoever calls, until {@code kept} hears that it is durable. */
    void note(ConversationRef ref, String text, Consumer<Boolean> kept) {
        threads.work(
                "note",
                () -> services.actions().note(services.scope(), ref, text),
                note -> {
                    kept.accept(true);
                    say(new Said.Did(new Done.Noted(), 1, false));
                    feed.look();
                },
                fault -> {
                    kept.accept(false);
                    failed(fault);
                });
    }

    // -- replies

    /** A reply waits in the outbox. */
    void replied(ConversationRef ref, OutboxEntry entry) {
        remember(new Step(
                List.of(ref), true, scope -> services.replies().takeBack(scope, entry.brand(), entry.id()) ? 1 : 0));
        // Offered as long as it can be done: afterwards the timeline says that it was sent.
        Duration window = Duration.between(entry.createdAt(), entry.notBefore());
        say(new Said.Did(new Done.Replied(), 1, true), window.compareTo(STANDS) < 0 ? window : STANDS);
        inbox.answered(ref);
        feed.look();
    }

    /** Takes a reply back while it is queued; its text becomes the draft again. */
    public void takeBack(OutboxEntry entry) {
        settle(scope -> services.replies().takeBack(scope, entry.brand(), entry.id()));
    }

    /** Tries a failed reply again. */
    public void retry(OutboxEntry entry) {
        settle(scope -> services.replies().retry(scope, entry.brand(), entry.id()));
    }

    /** The agent knows that an undecided reply arrived. */
    public void confirmSent(OutboxEntry entry) {
        settle(scope -> services.replies().confirmSent(scope, entry.brand(), entry.id()));
    }

    /** The agent wants an undecided reply sent again. */
    public void sendAgain(OutboxEntry entry) {
        settle(scope -> services.replies().sendAgain(scope, entry.brand(), entry.id()));
    }

    /** The agent gives a reply up; its text becomes the draft again. */
    public void giveUp(OutboxEntry entry) {
        settle(scope -> services.replies().giveUp(scope, entry.brand(), entry.id()));
    }

    private void settle(Function<Scope, Boolean> step) {
        threads.<Boolean>work(
                "outbox",
                () -> step.apply(services.scope()),
                taken -> {
                    if (!taken) {
                        say(new Said.TooLate());
                    }
                    feed.look();
                },
                this::failed);
    }

    // -- the way back

    /** Takes the last action back; nothing if there is none. */
    public void undo() {
        Step step = steps.pollFirst();
        if (step == null) {
            return;
        }
        threads.<Integer>work(
                "undo", () -> step.undo().apply(services.scope()), count -> undone(step, count), fault -> {
                    steps.addFirst(step);
                    failed(fault);
                });
    }

    private void undone(Step step, int count) {
        if (step.reply() && count == 0) {
            say(new Said.TooLate());
        } else {
            say(new Said.Undid(count, step.refs().size()));
        }
        inbox.back(step.refs());
    }

    /** Takes the bar away. */
    public void hush() {
        bar.cancel();
        said = null;
        listeners.fire(this);
    }

    private void run(
            Done done, Collection<ConversationRef> chosen, boolean leaves, Function<Scope, InboxActions.Undo> action) {
        List<ConversationRef> refs = List.copyOf(chosen);
        if (refs.isEmpty()) {
            return;
        }
        if (leaves) {
            // At once, so that a second key meant for the next row never hits this one again.
            inbox.pass(refs);
        }
        threads.<InboxActions.Undo>work(
                "action",
                () -> action.apply(services.scope()),
                undo -> {
                    remember(new Step(refs, false, scope -> services.actions().undo(scope, undo)));
                    say(new Said.Did(done, undo.size(), true));
                    if (leaves) {
                        inbox.done(refs);
                    } else {
                        feed.look();
                    }
                },
                fault -> {
                    failed(fault);
                    inbox.open(refs.getFirst());
                });
    }

    private void remember(Step step) {
        steps.addFirst(step);
        while (steps.size() > KEPT) {
            steps.removeLast();
        }
    }

    /** Something failed that the user asked for. */
    public void failed(RuntimeException fault) {
        say(new Said.Failed(Trouble.of(fault)));
    }

    private void say(Said what) {
        say(what, STANDS);
    }

    private void say(Said what, Duration stands) {
        said = what;
        bar.set(threads.later(stands, this::hush));
        listeners.fire(this);
    }
}
