package org.kontor.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;
import static org.kontor.store.World.NOW;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.kontor.api.access.User;
import org.kontor.api.account.AccountStatus;
import org.kontor.api.channel.ReplyMode;
import org.kontor.api.conversation.Conversation;
import org.kontor.api.conversation.Draft;
import org.kontor.api.conversation.Message;
import org.kontor.api.outbox.OutboxEntry;
import org.kontor.api.store.Change;
import org.kontor.api.store.ConversationRef;

/** The change feed. */
public abstract class FeedContract extends StoreContract {
    protected FeedContract(Engine engine, Path folder) {
        super(engine, folder);
    }

    @Test
    void everyChangeIsToldOnceInATransaction() {
        long head = head();
        Conversation conversation = world.conversation(world.mail, "<1@x>");
        Message message = world.message(conversation, "<1@x>", "Lena", "Hallo");
        OutboxEntry entry = world.reply(conversation, "k", "ja");
        write(world.all, rows -> {
            rows.saveConversations(List.of(conversation));
            rows.saveMessages(List.of(message));
            rows.saveInquiries(List.of(world.inquiry(conversation, message)));
            rows.saveConversations(List.of(conversation));
            rows.saveOutbox(entry);
            rows.saveStatus(AccountStatus.unread(world.mail.id()));
            rows.saveAccount(world.mail);
            rows.saveBrand(world.nordwind);
        });
        List<Change> changes = store.read(world.all, rows -> rows.changes(head, 100));
        assertThat(changes)
                .extracting(Change::kind, Change::id)
                .containsExactlyInAnyOrder(
                        tuple(Change.Kind.CONVERSATION, conversation.id().value()),
                        tuple(Change.Kind.OUTBOX, entry.id().value()),
                        tuple(Change.Kind.ACCOUNT_STATUS, world.mail.id().value()),
                        tuple(Change.Kind.ACCOUNT, world.mail.id().value()),
                        tuple(Change.Kind.BRAND, world.nordwind.id().value()));
        assertThat(changes).extracting(Change::seq).isSorted().doesNotHaveDuplicates();
        read(world.all, rows -> assertThat(rows.changes(head, 2)).isEqualTo(changes.subList(0, 2)));
        read(
                world.all,
                rows -> assertThat(rows.changeHead())
                        .isEqualTo(changes.getLast().seq()));
    }

    @Test
    void whatIsRolledBackIsNotTold() {
        long head = head();
        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> store.write(world.all, rows -> {
                    rows.saveConversations(List.of(world.conversation(world.mail, "<1@x>")));
                    throw new IllegalStateException("no");
                }));
        read(world.all, rows -> assertThat(rows.changes(head, 10)).isEmpty());
        read(
                world.all,
                rows -> assertThat(rows.queueCounts().get(world.nordwind.id()))
                        .allSatisfy((queue, count) -> assertThat(count).isZero()));
    }

    @Test
    void aSettledDraftIsToldToo() {
        Conversation conversation = world.conversation(world.mail, "<1@x>");
        world.save(store, conversation);
        long head = head();
        write(world.all, rows -> {
            rows.removeDraft(ConversationRef.of(conversation));
        });
        read(world.all, rows -> assertThat(rows.changes(head, 10)).isEmpty());
        write(world.all, rows -> {
            rows.saveDraft(
                    world.nordwind.id(),
                    new Draft(
                            conversation.id(),
                            User.LOCAL,
                            ReplyMode.DIRECT,
                            "x",
                            List.of(),
                            List.of(),
                            List.of(),
                            NOW));
        });
        read(
                world.all,
                rows -> assertThat(rows.changes(head, 10))
                        .extracting(Change::kind)
                        .containsExactly(Change.Kind.DRAFT));
    }
}
