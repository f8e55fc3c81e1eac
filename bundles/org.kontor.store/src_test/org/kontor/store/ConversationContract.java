package org.kontor.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kontor.store.World.MAIL;
import static org.kontor.store.World.NOW;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.kontor.api.access.User;
import org.kontor.api.channel.ExternalId;
import org.kontor.api.conversation.Attachment;
import org.kontor.api.conversation.Conversation;
import org.kontor.api.conversation.ConversationState;
import org.kontor.api.conversation.IgnoreReason;
import org.kontor.api.conversation.Inquiry;
import org.kontor.api.conversation.InquiryEnd;
import org.kontor.api.conversation.Message;
import org.kontor.api.conversation.MessageState;
import org.kontor.api.conversation.MessageVersion;
import org.kontor.api.conversation.Profile;
import org.kontor.api.conversation.Triage;
import org.kontor.api.conversation.Triage.Judged;
import org.kontor.api.id.AttachmentId;
import org.kontor.api.id.InquiryId;
import org.kontor.api.id.LedgerId;
import org.kontor.api.id.MessageId;
import org.kontor.api.id.OutboxId;
import org.kontor.api.ledger.InquiryBalance;
import org.kontor.api.store.ConversationRef;

/** Conversations, messages, inquiries, people. */
public abstract class ConversationContract extends StoreContract {
    protected ConversationContract(Engine engine, Path folder) {
        super(engine, folder);
    }

    @Test
    void everyFieldOfAConversationComesBack() {
        Profile lena = world.profile(world.mail, "lena@example.org", "Lena");
        Conversation full = Bend.with(
                world.conversation(world.mail, "<1@x>"),
                "customer",
                lena.id(),
                "customerName",
                "Lena Öztürk",
                "inquiry",
                new InquiryId(9),
                "warn",
                NOW.plusSeconds(3),
                "due",
                NOW.plusSeconds(3600),
                "assignee",
                User.LOCAL,
                "sendTrouble",
                true,
                "unreadable",
                true,
                "triage",
                new Triage(
                        new Judged<>("de", "rule"),
                        new Judged<>("product-problem", "rule"),
                        new Judged<>(-0.5, "model"),
                        new Judged<>(0.75, "model"),
                        new Judged<>(1_000_000_000_000L, "platform")));
        Conversation bare = Bend.with(world.conversation(world.mail, "<2@x>"), "subject", null);
        write(world.all, rows -> {
            rows.saveProfiles(List.of(lena));
            rows.saveConversations(List.of(full, bare));
        });
        read(world.all, rows -> {
            assertThat(rows.conversation(ConversationRef.of(full))).contains(full);
            assertThat(rows.conversations(
                            List.of(ConversationRef.of(full), ConversationRef.of(bare), ConversationRef.of(bare))))
                    .containsExactlyInAnyOrder(full, bare);
            assertThat(rows.conversationsByRoot(
                            world.nordwind.id(), world.mail.id(), List.of(full.root(), new ExternalId("<3@x>"))))
                    .containsExactly(Map.entry(full.root(), full));
        });
    }

    @Test
    void savingAgainReplaces() {
        Conversation before = world.conversation(world.mail, "<1@x>");
        world.save(store, before);
        Conversation after = Bend.with(
                before,
                "state",
                ConversationState.ANSWERED,
                "waitingSince",
                null,
                "messageCount",
                2,
                "preview",
                "Danke");
        world.save(store, after);
        read(
                world.all,
                rows -> assertThat(rows.conversation(ConversationRef.of(before)))
                        .contains(after));
    }

    @Test
    void everyFieldOfAMessageComesBackInOrder() {
        Conversation conversation = world.conversation(world.mail, "<1@x>");
        String blob = store.write(world.all, rows -> rows.saveBlob(world.nordwind.id(), new byte[] {1, 2, 3}));
        Attachment kept = new Attachment(new AttachmentId(1), "1.2", "Foto \"ä\".jpg", "image/jpeg", 3L, "Riss", blob);
        Attachment open = new Attachment(new AttachmentId(2), "1.3", "b.pdf", "application/pdf", null, null, null);
        Message later =
                world.message(conversation, "<2@x>", "Lena", "Wo bleibt es?", NOW.plusNanos(1), List.of(kept, open));
        Message first = Bend.with(
                world.message(conversation, "<1@x>", "Lena", "Hallo \0 \uD83D\uDE00"),
                "parent",
                new ExternalId("<0@x>"),
                "html",
                "<p>Hallo</p>",
                "subject",
                null,
                "permalink",
                "https://example.org/1",
                "outbox",
                new OutboxId(5),
                "source",
                new LedgerId(6),
                "author",
                world.profile(world.mail, "l", "L").id(),
                "history",
                true,
                "automatic",
                true);
        world.save(store, conversation, later, first);
        read(world.all, rows -> {
            assertThat(rows.messages(ConversationRef.of(conversation))).containsExactly(first, later);
            assertThat(rows.message(world.nordwind.id(), later.id())).contains(later);
            assertThat(rows.messagesByExternalId(
                            world.nordwind.id(),
                            world.mail.id(),
                            List.of(first.externalId(), later.externalId(), new ExternalId("\"'\\"))))
                    .containsOnly(Map.entry(first.externalId(), first), Map.entry(later.externalId(), later));
        });
    }

    @Test
    void attachmentsAreThoseOfTheLastSave() {
        Conversation conversation = world.conversation(world.mail, "<1@x>");
        Attachment one = new Attachment(new AttachmentId(1), "1", "a", "b/c", 1L, null, null);
        Message with = world.message(conversation, "<1@x>", "Lena", "x", NOW, List.of(one));
        world.save(store, conversation, with);
        Message fetched = Bend.with(with, "attachments", List.of(Bend.with(one, "size", 2L)));
        world.save(store, conversation, fetched);
        read(
                world.all,
                rows -> assertThat(rows.message(world.nordwind.id(), with.id())).contains(fetched));
        Message without = Bend.with(with, "attachments", List.of());
        world.save(store, conversation, without);
        read(
                world.all,
                rows -> assertThat(rows.messages(ConversationRef.of(conversation)))
                        .containsExactly(without));
    }

    @Test
    void versionsStayAsTheyCame() {
        Conversation conversation = world.conversation(world.mail, "<1@x>");
        Message message = world.message(conversation, "<1@x>", "Lena", "zwei");
        MessageVersion one = new MessageVersion(message.id(), 1, "a", null, "eins", NOW);
        MessageVersion two = new MessageVersion(message.id(), 2, "b", "S", "zwei", NOW.plusSeconds(1));
        world.save(store, conversation, message);
        write(world.all, rows -> {
            rows.addVersions(world.nordwind.id(), List.of(two));
            rows.addVersions(world.nordwind.id(), List.of(one, Bend.with(two, "text", "anders")));
        });
        read(
                world.all,
                rows -> assertThat(rows.versions(world.nordwind.id(), message.id()))
                        .containsExactly(one, two));
    }

    @Test
    void redactingTakesTheTextOfAllVersions() {
        Conversation conversation = world.conversation(world.mail, "<1@x>");
        Message message = world.message(conversation, "<1@x>", "Lena", "geheim");
        world.save(store, conversation, message);
        write(world.all, rows -> {
            rows.addVersions(
                    world.nordwind.id(), List.of(new MessageVersion(message.id(), 1, "a", "geheim", "geheim", NOW)));
            rows.saveMessages(List.of(Bend.with(message, "state", MessageState.REDACTED, "text", "", "subject", null)));
        });
        read(world.all, rows -> {
            assertThat(rows.versions(world.nordwind.id(), message.id()))
                    .containsExactly(new MessageVersion(message.id(), 1, "a", null, "", NOW));
        });
    }

    @Test
    void inquiriesKeepHowTheyEnded() {
        Conversation conversation = world.conversation(world.mail, "<1@x>");
        Message message = world.message(conversation, "<1@x>", "Lena", "Hallo");
        List<Inquiry> inquiries = List.of(
                        new InquiryEnd.Answered(NOW, new MessageId(3)),
                        new InquiryEnd.AnsweredElsewhere(NOW, null),
                        new InquiryEnd.AnsweredElsewhere(NOW, new MessageId(4)),
                        new InquiryEnd.Ignored(NOW, IgnoreReason.SPAM),
                        new InquiryEnd.Merged(NOW, new InquiryId(5)),
                        new InquiryEnd.Deleted(NOW))
                .stream()
                .map(end -> Bend.with(world.inquiry(conversation, message), "end", end))
                .toList();
        Inquiry open = world.inquiry(conversation, message);
        world.save(store, conversation, message);
        write(world.all, rows -> {
            rows.saveInquiries(List.of(open));
            rows.saveInquiries(inquiries);
        });
        read(world.all, rows -> {
            assertThat(rows.inquiries(ConversationRef.of(conversation)))
                    .hasSize(7)
                    .containsAll(inquiries)
                    .contains(open);
            InquiryBalance balance = rows.inquiryBalance(NOW, NOW.plusNanos(1));
            assertThat(balance).isEqualTo(new InquiryBalance(7, 3, 1, 1, 1, 1, 0));
            assertThat(balance.holds()).isTrue();
            assertThat(rows.inquiryBalance(EARLY, NOW).begun()).isZero();
        });
    }

    @Test
    void peopleAndWhereTheyTookPart() {
        Profile byMail = world.profile(world.mail, "lena@example.org", "Lena");
        Profile bySky = Bend.with(world.profile(world.sky, "did:plc:1", "lena"), "contact", byMail.contact());
        Conversation older = world.conversation(world.mail, "<1@x>", ConversationState.ANSWERED, NOW.minusSeconds(9));
        Conversation newer = world.conversation(world.sky, "at://1");
        Conversation other = world.conversation(world.mail, "<2@x>");
        write(world.all, rows -> {
            rows.saveProfiles(List.of(byMail, bySky));
            rows.saveConversations(List.of(older, newer, other));
            rows.saveParticipants(ConversationRef.of(older), List.of(byMail.id(), bySky.id()));
            rows.saveParticipants(ConversationRef.of(newer), List.of(bySky.id(), bySky.id()));
        });
        read(world.all, rows -> {
            assertThat(rows.profile(world.nordwind.id(), byMail.id())).contains(byMail);
            assertThat(rows.profiles(world.nordwind.id(), byMail.contact())).containsExactly(byMail, bySky);
            assertThat(rows.profilesByExternalId(
                            world.nordwind.id(), MAIL, List.of(byMail.externalId(), bySky.externalId())))
                    .containsExactly(Map.entry(byMail.externalId(), byMail));
            assertThat(rows.conversationsOf(world.nordwind.id(), byMail.contact(), 10))
                    .containsExactly(newer, older);
            assertThat(rows.conversationsOf(world.nordwind.id(), byMail.contact(), 1))
                    .containsExactly(newer);
        });
    }

    @Test
    void whatWasLookedForLongestAgoComesFirst() {
        Conversation open = world.conversation(world.mail, "<1@x>");
        Message first = world.message(open, "<1@x>", "Lena", "eins");
        Message second = world.message(open, "<2@x>", "Lena", "zwei");
        Message deleted = Bend.with(world.message(open, "<3@x>", "Lena", "drei"), "state", MessageState.DELETED);
        Message before = world.message(open, "<0@x>", "Lena", "null", NOW.minusSeconds(1), List.of());
        Conversation answered = world.conversation(world.mail, "<9@x>", ConversationState.ANSWERED, NOW);
        world.save(store, open, first, second, deleted, before);
        world.save(store, answered, world.message(answered, "<9@x>", "Tom", "neun"));
        assertThat(candidates()).containsExactly(first.externalId(), second.externalId());
        write(world.all, rows -> {
            rows.lookedAt(world.nordwind.id(), world.mail.id(), List.of(first.externalId()), NOW);
        });
        assertThat(candidates()).containsExactly(second.externalId(), first.externalId());
    }

    private List<ExternalId> candidates() {
        return store.read(world.all, rows -> rows.openInboundMessages(world.nordwind.id(), world.mail.id(), 10));
    }
}
