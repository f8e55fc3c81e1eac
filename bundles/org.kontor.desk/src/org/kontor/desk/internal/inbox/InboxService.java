package org.kontor.desk.internal.inbox;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.kontor.api.access.Right;
import org.kontor.api.access.Scope;
import org.kontor.api.audit.AuditAction;
import org.kontor.api.audit.AuditField;
import org.kontor.api.audit.AuditSubject;
import org.kontor.api.conversation.Conversation;
import org.kontor.api.conversation.ConversationState;
import org.kontor.api.conversation.IgnoreReason;
import org.kontor.api.conversation.Inquiry;
import org.kontor.api.conversation.InquiryEnd;
import org.kontor.api.conversation.Message;
import org.kontor.api.conversation.Note;
import org.kontor.api.desk.InboxActions;
import org.kontor.api.id.InquiryId;
import org.kontor.api.id.NoteId;
import org.kontor.api.id.UserId;
import org.kontor.api.store.ConversationRef;
import org.kontor.api.store.IdIndex;
import org.kontor.api.store.InboxQuery;
import org.kontor.api.store.Queue;
import org.kontor.api.store.ReadRows;
import org.kontor.api.store.Store;
import org.kontor.api.store.WriteRows;
import org.kontor.desk.internal.house.ConversationEdit;
import org.kontor.desk.internal.house.House;
import org.kontor.desk.internal.house.InquiryEdit;
import org.kontor.desk.internal.house.MessageEdit;
import org.kontor.desk.internal.house.Trail;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Assigning, snoozing, closing, and taking it back. */
@Component(service = InboxActions.class)
public final class InboxService implements InboxActions {
    private static final int MOST_SNOOZED = 1_000_000;

    private final Store store;
    private final House house;
    private final Trail trail;

    @Activate
    public InboxService(@Reference Store store, @Reference House house) {
        this.store = store;
        this.house = house;
        trail = new Trail(house);
    }

    @Override
    public Undo assign(Scope scope, Collection<ConversationRef> refs, @Nullable UserId assignee) {
        return change(
                scope,
                refs,
                (changes, c) ->
                        changes.to(c, new ConversationEdit(c).assignee(assignee).build()),
                AuditAction.ASSIGN,
                was -> List.of(
                        AuditField.of("assignee", number(assignee)),
                        AuditField.of("assignee.before", number(was.assignee()))));
    }

    @Override
    public Undo snooze(Scope scope, Collection<ConversationRef> refs, Instant until) {
        return change(
                scope,
                refs,
                (changes, c) -> {
                    if (c.state().open()) {
                        changes.to(c, new ConversationEdit(c).snooze(until).build());
                    }
                },
                AuditAction.SNOOZE,
                was -> List.of(AuditField.of("until", until)));
    }

    @Override
    public Undo resolve(Scope scope, Collection<ConversationRef> refs) {
        return change(
                scope,
                refs,
                (changes, c) -> {
                    endInquiry(changes, c, IgnoreReason.SETTLED);
                    changes.to(
                            c,
                            new ConversationEdit(c)
                                    .close(ConversationState.RESOLVED)
                                    .unreadable(false)
                                    .build());
                },
                AuditAction.RESOLVE,
                InboxService::stateBefore);
    }

    @Override
    public Undo ignore(Scope scope, Collection<ConversationRef> refs, IgnoreReason reason) {
        return change(
                scope,
                refs,
                (changes, c) -> {
                    if (c.state().open() || c.unreadable()) {
                        endInquiry(changes, c, reason);
                        changes.to(
                                c,
                                new ConversationEdit(c)
                                        .close(ConversationState.IGNORED)
                                        .unreadable(false)
                                        .build());
                    }
                },
                AuditAction.IGNORE,
                was -> List.of(AuditField.of("reason", reason)));
    }

    @Override
    public Undo reopen(Scope scope, Collection<ConversationRef> refs) {
        return change(
                scope,
                refs,
                (changes, c) -> {
                    if (c.state() == ConversationState.SNOOZED) {
                        changes.to(c, new ConversationEdit(c).snooze(null).build());
                    } else if (c.state() != ConversationState.OPEN) {
                        again(changes, c).ifPresent(inquiry -> {
                            changes.save(inquiry);
                            changes.to(
                                    c,
                                    house.clocks()
                                            .start(
                                                    changes.rows,
                                                    new ConversationEdit(c)
                                                            .open(inquiry)
                                                            .build(),
                                                    inquiry));
                        });
                    }
                },
                AuditAction.REOPEN,
                InboxService::stateBefore);
    }

    @Override
    public int undo(Scope scope, Undo undo) {
        undo.before().forEach(c -> scope.require(c.brand(), Right.ANSWER));
        return store.write(scope, rows -> {
            int setBack = 0;
            for (int i = 0; i < undo.after().size(); i++) {
                Conversation after = undo.after().get(i);
                Optional<Conversation> now = rows.conversation(ConversationRef.of(after));
                if (now.isPresent() && now.get().equals(after)) {
                    Conversation before = undo.before().get(i);
                    restore(rows, undo, before);
                    note(rows, AuditAction.UNDO, before, List.of(AuditField.of("state", before.state())));
                    setBack++;
                }
            }
            return setBack;
        });
    }

    private void restore(WriteRows rows, Undo undo, Conversation before) {
        List<Inquiry> inquiries = undo.inquiries().stream()
                .filter(i -> i.conversation().equals(before.id()))
                .toList();
        rows.saveInquiries(inquiries);
        // The policy may have changed since: what is open again has the deadline of the one that holds now.
        Optional<Inquiry> open = inquiries.stream()
                .filter(i -> before.inquiry() instanceof InquiryId id && id.equals(i.id()))
                .findFirst();
        rows.saveConversations(
                List.of(open.map(i -> house.clocks().start(rows, before, i)).orElse(before)));
    }

    @Override
    public Note note(Scope scope, ConversationRef conversation, String text) {
        scope.require(conversation.brand(), Right.ANSWER);
        if (text.isBlank()) {
            throw new IllegalArgumentException("a note must not be empty");
        }
        Note note = new Note(
                new NoteId(house.nextId()),
                conversation.brand(),
                conversation.id(),
                scope.user(),
                text.strip(),
                house.now());
        return store.write(scope, rows -> {
            rows.saveNote(note);
            trail.note(
                    rows,
                    note.brand(),
                    AuditAction.NOTE,
                    new AuditSubject.OfConversation(note.conversation()),
                    List.of(AuditField.personal("text", note.text())));
            return note;
        });
    }

    @Override
    public int wake(Scope scope, Instant now) {
        List<ConversationRef> due = store.read(scope, rows -> {
            IdIndex snoozed = rows.index(InboxQuery.of(Queue.SNOOZED), MOST_SNOOZED);
            return rows.conversations(snoozed.range(0, snoozed.size())).stream()
                    .filter(c -> wakes(c, now))
                    .map(ConversationRef::of)
                    .toList();
        });
        return due.isEmpty()
                ? 0
                : change(
                                scope,
                                due,
                                (changes, c) -> {
                                    if (wakes(c, now)) {
                                        changes.to(
                                                c,
                                                new ConversationEdit(c)
                                                        .snooze(null)
                                                        .build());
                                    }
                                },
                                (rows, was) -> {})
                        .size();
    }

    private static boolean wakes(Conversation c, Instant now) {
        Instant until = c.snoozedUntil();
        return c.state() == ConversationState.SNOOZED && (until == null || !until.isAfter(now));
    }

    // -- changing with the way back

    private interface Change {
        void make(Changes changes, Conversation conversation);
    }

    /** What one action changes, with how it was. */
    private static final class Changes {
        private final WriteRows rows;
        private final List<Conversation> before = new ArrayList<>();
        private final List<Conversation> after = new ArrayList<>();
        private final List<Inquiry> inquiries = new ArrayList<>();

        Changes(WriteRows rows) {
            this.rows = rows;
        }

        void to(Conversation was, Conversation is) {
            if (!was.equals(is)) {
                before.add(was);
                after.add(is);
                rows.saveConversations(List.of(is));
            }
        }

        void save(Inquiry inquiry) {
            rows.inquiries(new ConversationRef(inquiry.brand(), inquiry.conversation())).stream()
                    .filter(i -> i.id().equals(inquiry.id()))
                    .findFirst()
                    .ifPresent(inquiries::add);
            rows.saveInquiries(List.of(inquiry));
        }
    }

    private static List<AuditField> stateBefore(Conversation was) {
        return List.of(AuditField.of("state.before", was.state()));
    }

    private static String number(@Nullable UserId user) {
        return user == null ? "" : String.valueOf(user.value());
    }

    private void note(WriteRows rows, AuditAction action, Conversation c, List<AuditField> fields) {
        trail.note(rows, c.brand(), action, new AuditSubject.OfConversation(c.id()), fields);
    }

    /** What of a change the audit trail keeps, by how the conversation was. */
    private Undo change(
            Scope scope,
            Collection<ConversationRef> refs,
            Change change,
            AuditAction action,
            Function<Conversation, List<AuditField>> told) {
        return change(scope, refs, change, (rows, was) -> note(rows, action, was, told.apply(was)));
    }

    private Undo change(
            Scope scope, Collection<ConversationRef> refs, Change change, BiConsumer<WriteRows, Conversation> changed) {
        refs.forEach(ref -> scope.require(ref.brand(), Right.ANSWER));
        return store.write(scope, rows -> {
            Changes changes = new Changes(rows);
            rows.conversations(refs).stream()
                    .sorted(Comparator.comparing(c -> c.id().value()))
                    .forEach(c -> change.make(changes, c));
            changes.before.forEach(was -> changed.accept(rows, was));
            return new Undo(changes.before, changes.after, changes.inquiries);
        });
    }

    private void endInquiry(Changes changes, Conversation c, IgnoreReason reason) {
        InquiryId open = c.inquiry();
        if (open != null) {
            changes.rows.inquiries(ConversationRef.of(c)).stream()
                    .filter(i -> i.id().equals(open))
                    .forEach(i -> changes.save(InquiryEdit.ended(i, new InquiryEnd.Ignored(house.now(), reason))));
        }
    }

    /** The inquiry that goes on when a conversation is opened again; empty where nobody ever asked. */
    private Optional<Inquiry> again(Changes changes, Conversation c) {
        ReadRows rows = changes.rows;
        List<Inquiry> all = rows.inquiries(ConversationRef.of(c));
        if (!all.isEmpty() && all.getLast().end() instanceof InquiryEnd.Ignored) {
            return Optional.of(InquiryEdit.ended(all.getLast(), null));
        }
        Optional<Message> last = rows.messages(ConversationRef.of(c)).reversed().stream()
                .filter(m -> MessageEdit.asks(m) || m.history() && m.author() != null)
                .findFirst();
        return last.map(m -> InquiryEdit.begin(new InquiryId(house.nextId()), m));
    }
}
