package org.kontor.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kontor.store.World.NOW;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.kontor.api.channel.Cursor;
import org.kontor.api.conversation.Conversation;
import org.kontor.api.conversation.Message;
import org.kontor.api.store.ConversationRef;

/** What survives a restart: everything. */
public abstract class RestartContract extends StoreContract {
    protected RestartContract(Engine engine, Path folder) {
        super(engine, folder);
    }

    @Test
    void everythingIsThereAfterARestart() {
        Conversation conversation = world.conversation(world.mail, "<1@x>");
        Message message = world.message(conversation, "<1@x>", "Lena", "Hallo");
        world.save(store, conversation, message);
        store.write(world.all, rows -> rows.record(world.mail, List.of(world.event("1", "a")), new Cursor("7"), NOW));
        long head = head();
        reopen();
        read(world.all, rows -> {
            assertThat(rows.conversation(ConversationRef.of(conversation))).contains(conversation);
            assertThat(rows.messages(ConversationRef.of(conversation))).containsExactly(message);
            assertThat(rows.cursor(world.nordwind.id(), world.mail.id())).isEqualTo(new Cursor("7"));
            assertThat(rows.waiting(world.nordwind.id(), world.mail.id(), 9)).hasSize(1);
            assertThat(rows.changeHead()).isEqualTo(head);
            assertThat(rows.users()).hasSize(2);
        });
    }
}
