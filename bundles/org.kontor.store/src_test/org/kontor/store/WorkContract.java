package org.kontor.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.kontor.store.World.NOW;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.kontor.api.access.ScopeException;
import org.kontor.api.access.User;
import org.kontor.api.channel.ExternalId;
import org.kontor.api.channel.Fault;
import org.kontor.api.channel.FaultKind;
import org.kontor.api.channel.Outgoing;
import org.kontor.api.channel.OutgoingAttachment;
import org.kontor.api.channel.ReplyMode;
import org.kontor.api.conversation.Attachment;
import org.kontor.api.conversation.Conversation;
import org.kontor.api.conversation.Draft;
import org.kontor.api.conversation.Message;
import org.kontor.api.conversation.MessageState;
import org.kontor.api.conversation.Note;
import org.kontor.api.id.AccountId;
import org.kontor.api.id.AttachmentId;
import org.kontor.api.id.BrandId;
import org.kontor.api.id.NoteId;
import org.kontor.api.id.OutboxId;
import org.kontor.api.outbox.OutboxEntry;
import org.kontor.api.outbox.OutboxState;
import org.kontor.api.store.ConversationRef;

/** Notes, drafts, outbox. */
public abstract class WorkContract extends StoreContract {
    protected WorkContract(Engine engine, Path folder) {
        super(engine, folder);
    }

    private final byte[] picture = {1, 2, 3};

    @Test
    void notesComeBackOldestFirst() {
        Conversation conversation = world.conversation(world.mail, "<1@x>");
        Note late = new Note(
                new NoteId(1), world.nordwind.id(), conversation.id(), User.LOCAL, "später", NOW.plusSeconds(1));
        Note early = new Note(new NoteId(2), world.nordwind.id(), conversation.id(), User.LOCAL, "früher", NOW);
        world.save(store, conversation);
        write(world.all, rows -> {
            rows.saveNote(late);
            rows.saveNote(early);
        });
        read(
                world.all,
                rows -> assertThat(rows.notes(ConversationRef.of(conversation))).containsExactly(early, late));
    }

    @Test
    void howFarAUserHasLookedIsHisAloneAndOutlivesARestart() {
        Conversation one = world.conversation(world.mail, "<1@x>");
        Conversation other = world.conversation(world.mail, "<2@x>");
        world.save(store, one);
        world.save(store, other);
        ConversationRef ref = ConversationRef.of(one);
        long head = head();
        write(world.all, rows -> rows.saveReadMarks(Map.of(ref, NOW)));
        write(world.all, rows -> rows.saveReadMarks(Map.of(ref, NOW.minusSeconds(5))));
        reopen();
        List<ConversationRef> both = List.of(ref, ConversationRef.of(other));
        read(world.all, rows -> assertThat(rows.readMarks(both)).isEqualTo(Map.of(ref, NOW)));
        read(world.onlyAlma, rows -> assertThat(rows.readMarks(both)).isEmpty());
        read(
                world.grants.system(world.nordwind.id()),
                rows -> assertThat(rows.readMarks(both)).isEmpty());
        assertThat(head()).isEqualTo(head);
    }

    @Test
    void whatWasFetchedIsKeptUntilItsMessageIsRedacted() {
        Conversation conversation = world.conversation(world.mail, "<1@x>");
        Attachment image = new Attachment(new AttachmentId(7), "2", "a.png", "image/png", 3L, null, null);
        Attachment same = new Attachment(new AttachmentId(8), "2", "b.png", "image/png", 3L, null, null);
        Message first = Bend.with(world.message(conversation, "<1@x>", "Lena", "Bild"), "attachments", List.of(image));
        Message second = Bend.with(world.message(conversation, "<2@x>", "Lena", "Bild"), "attachments", List.of(same));
        world.save(store, conversation, first, second);
        BrandId brand = world.nordwind.id();
        write(world.all, rows -> {
            assertThat(rows.keepAttachment(brand, image.id(), picture)).isTrue();
            assertThat(rows.keepAttachment(brand, same.id(), picture)).isTrue();
            assertThat(rows.keepAttachment(brand, new AttachmentId(9), picture)).isFalse();
        });
        String[] blob = new String[1];
        read(world.all, rows -> {
            blob[0] = rows.message(brand, first.id())
                    .orElseThrow()
                    .attachments()
                    .getFirst()
                    .blob();
            assertThat(rows.blob(brand, blob[0])).contains(picture);
        });
        write(world.all, rows -> rows.saveMessages(List.of(Bend.with(first, "state", MessageState.REDACTED))));
        read(world.all, rows -> assertThat(rows.blob(brand, blob[0])).contains(picture));
        write(world.all, rows -> rows.saveMessages(List.of(Bend.with(second, "state", MessageState.REDACTED))));
        read(world.all, rows -> assertThat(rows.blob(brand, blob[0])).isEmpty());
        write(
                world.all,
                rows -> assertThat(rows.keepAttachment(brand, image.id(), picture))
                        .isFalse());
    }

    @Test
    void aDraftIsItsAuthorsAlone() {
        Conversation conversation = world.conversation(world.mail, "<1@x>");
        ConversationRef ref = ConversationRef.of(conversation);
        world.save(store, conversation);
        Draft draft = new Draft(
                conversation.id(),
                User.LOCAL,
                ReplyMode.DIRECT,
                "Liebe Lena,\n",
                List.of("a@example.org", "zeile\numbruch\\", ""),
                List.of(),
                List.of(new OutgoingAttachment("a.png", "image/png", picture, "ein Bild")),
                NOW,
                "Im Lager fragen");
        write(world.all, rows -> {
            rows.saveDraft(world.nordwind.id(), draft);
        });
        read(world.all, rows -> assertThat(rows.draft(ref)).contains(draft));
        read(
                world.grants.system(world.nordwind.id()),
                rows -> assertThat(rows.draft(ref)).isEmpty());
        assertThatExceptionOfType(ScopeException.class)
                .isThrownBy(() -> write(world.grants.system(world.nordwind.id()), rows -> {
                    rows.saveDraft(world.nordwind.id(), draft);
                }));
    }

    @Test
    void aDraftIsReplacedAndForgotten() {
        Conversation conversation = world.conversation(world.mail, "<1@x>");
        ConversationRef ref = ConversationRef.of(conversation);
        world.save(store, conversation);
        Draft first = new Draft(
                conversation.id(),
                User.LOCAL,
                ReplyMode.DIRECT,
                "eins",
                List.of(),
                List.of(),
                List.of(new OutgoingAttachment("a.png", "image/png", picture, "")),
                NOW);
        Draft second = Bend.with(first, "text", "zwei", "attachments", List.of());
        write(world.all, rows -> {
            rows.saveDraft(world.nordwind.id(), first);
            rows.saveDraft(world.nordwind.id(), second);
        });
        read(world.all, rows -> assertThat(rows.draft(ref)).contains(second));
        write(world.all, rows -> {
            rows.removeDraft(ref);
        });
        read(world.all, rows -> assertThat(rows.draft(ref)).isEmpty());
    }

    @Test
    void everyFieldOfAReplyComesBack() {
        Conversation conversation = world.conversation(world.mail, "<1@x>");
        Outgoing reply = new Outgoing(
                ReplyMode.PUBLIC,
                "target",
                new ExternalId("<1@x>"),
                "Re: Hallo",
                "Gerne!",
                List.of("c@example.org"),
                List.of("b@example.org"),
                List.of(
                        new OutgoingAttachment("a.png", "image/png", picture, "Bild"),
                        new OutgoingAttachment("leer", "text/plain", new byte[0], "")));
        OutboxEntry queued =
                world.entry(conversation, new OutboxId(1), "<k@x>", reply, OutboxState.QUEUED, OutboxEntry.NEVER, null);
        OutboxEntry failed = Bend.with(
                queued,
                "state",
                OutboxState.FAILED,
                "attempts",
                3,
                "readBacks",
                2,
                "fault",
                Fault.ofSetting(FaultKind.SETTINGS, "smtp.host", "no such host"),
                "detail",
                "broken pipe",
                "sentAs",
                new ExternalId("<k2@x>"),
                "notBefore",
                NOW.plusSeconds(9),
                "settledAt",
                NOW.plusSeconds(3));
        world.save(store, conversation);
        save(queued);
        assertThat(entry(queued.id())).isEqualTo(queued);
        save(failed);
        assertThat(entry(queued.id())).isEqualTo(failed);
        read(
                world.all,
                rows -> assertThat(rows.outbox(ConversationRef.of(conversation)))
                        .containsExactly(failed));
    }

    @Test
    void dueIsWhatIsQueuedOrCanBeReadBack() {
        Conversation conversation = world.conversation(world.mail, "<1@x>");
        world.save(store, conversation);
        OutboxEntry now = world.reply(conversation, "k1", "eins");
        OutboxEntry later = Bend.with(
                world.reply(conversation, "k2", "zwei"),
                "notBefore",
                NOW.plusSeconds(5),
                "state",
                OutboxState.UNDECIDED,
                "createdAt",
                NOW.minusSeconds(1));
        OutboxEntry never = Bend.with(
                world.reply(conversation, "k3", "drei"),
                "notBefore",
                OutboxEntry.NEVER,
                "state",
                OutboxState.UNDECIDED);
        OutboxEntry sending = Bend.with(world.reply(conversation, "k4", "vier"), "state", OutboxState.SENDING);
        OutboxEntry sent = Bend.with(
                world.reply(conversation, "k5", "fünf"), "state", OutboxState.SENT, "sentAs", new ExternalId("s5"));
        save(now, later, never, sending, sent);
        read(world.onlyNordwind, rows -> {
            BrandId brand = world.nordwind.id();
            AccountId account = world.mail.id();
            assertThat(rows.outboxDue(brand, account, NOW, 10)).containsExactly(now);
            assertThat(rows.outboxDue(brand, account, NOW.plusSeconds(5), 10)).containsExactly(later, now);
            assertThat(rows.outboxDue(brand, account, NOW.plusSeconds(5), 1)).containsExactly(later);
            assertThat(rows.outboxDue(brand, account, Instant.MAX, 10)).containsExactly(later, now);
            assertThat(rows.outboxNext(brand, account)).contains(NOW);
            assertThat(rows.outboxNext(brand, world.sky.id())).isEmpty();
            assertThat(rows.outboxIn(brand, account, Set.of(OutboxState.SENDING, OutboxState.SENT)))
                    .containsExactly(sending, sent);
            assertThat(rows.outboxIn(brand, account, Set.of())).isEmpty();
            assertThat(rows.outboxBySentId(
                            brand, account, List.of(new ExternalId("s5"), new ExternalId("k1"), new ExternalId("k9"))))
                    .containsOnly(Map.entry(new ExternalId("s5"), sent), Map.entry(new ExternalId("k1"), now));
            assertThat(rows.outboxPending()).isEqualTo(2);
        });
        save(Bend.with(now, "state", OutboxState.CANCELLED), Bend.with(later, "state", OutboxState.SENT));
        read(
                world.all,
                rows -> assertThat(rows.outboxNext(world.nordwind.id(), world.mail.id()))
                        .isEmpty());
    }

    @Test
    void aBlobIsKeptByItsHash() {
        String hash = store.write(world.all, rows -> rows.saveBlob(world.nordwind.id(), picture));
        String again = store.write(world.all, rows -> rows.saveBlob(world.nordwind.id(), picture.clone()));
        assertThat(hash).isEqualTo(again).matches("[0-9a-f]{64}");
        read(world.all, rows -> {
            assertThat(rows.blob(world.nordwind.id(), hash))
                    .hasValueSatisfying(content -> assertThat(content).isEqualTo(picture));
            assertThat(rows.blob(world.alma.id(), hash)).isEmpty();
            assertThat(rows.blob(world.nordwind.id(), "no hash")).isEmpty();
        });
    }

    private void save(OutboxEntry... entries) {
        write(world.all, rows -> {
            for (OutboxEntry entry : entries) {
                rows.saveOutbox(entry);
            }
        });
    }

    private OutboxEntry entry(OutboxId id) {
        return store.read(world.all, rows -> rows.outboxEntry(world.nordwind.id(), id))
                .orElseThrow();
    }
}
