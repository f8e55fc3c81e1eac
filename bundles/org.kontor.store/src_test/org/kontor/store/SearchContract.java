package org.kontor.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kontor.store.World.NOW;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.kontor.api.access.Scope;
import org.kontor.api.account.Account;
import org.kontor.api.conversation.Conversation;
import org.kontor.api.conversation.ConversationState;
import org.kontor.api.conversation.Message;
import org.kontor.api.conversation.MessageState;
import org.kontor.api.store.ConversationRef;
import org.kontor.api.store.IdIndex;
import org.kontor.api.store.InboxQuery;
import org.kontor.api.store.InboxQuery.Order;
import org.kontor.api.store.Queue;

/** Search in German and English. */
public abstract class SearchContract extends StoreContract {
    protected SearchContract(Engine engine, Path folder) {
        super(engine, folder);
    }

    @ParameterizedTest
    @CsvSource({
        "Die Tür der Spülmaschine schließt nicht, tür",
        "Die Tür der Spülmaschine schließt nicht, SPÜLMASCHINE",
        "Die Tür der Spülmaschine schließt nicht, Spuelmaschine",
        "Die Tür der Spülmaschine schließt nicht, spulmaschine",
        "Die Tür der Spülmaschine schließt nicht, schliesst",
        "Grüße aus der Strasse, Straße",
        "Grüße aus der Strasse, gruesse",
        "GRÜẞE, grüße",
        "I love this café, cafe",
        "I love this cafe, café",
        "When will my order arrive?, ORDER arr",
        "When will my order arrive?, when arrive",
        "The sku is A-4711/x, a-4711",
        "Smørrebrød, smorrebrod",
        "Œuvre, oeuvre",
        "schreibt an lena@example.org bitte, lena@example",
        "don't panic, don't",
        "注文はいつ届きますか, 注文"
    })
    void whatWasWrittenIsFound(String text, String search) {
        Conversation conversation = conversation(world.mail, text);
        assertThat(found(search)).containsExactly(ConversationRef.of(conversation));
    }

    @ParameterizedTest
    @CsvSource({
        "Die Tür klemmt, Türen",
        "Die Tür klemmt, klemmt Fenster",
        "my order is late, or late",
        "my order is late, '\"order my\"'",
        "my order is late, '\"is lat\"'",
        "eine Bestellung, stellung"
    })
    void whatWasNotWrittenIsNotFound(String text, String search) {
        conversation(world.mail, text);
        assertThat(found(search)).isEmpty();
    }

    @Test
    void theLastWordIsAPrefixUnlessQuoted() {
        Conversation conversation = conversation(world.mail, "Die Bestellung kam nie an");
        ConversationRef ref = ConversationRef.of(conversation);
        assertThat(found("kam best")).containsExactly(ref);
        assertThat(found("best kam")).isEmpty();
        assertThat(found("\"Bestellung kam\" ni")).containsExactly(ref);
        assertThat(found("„Bestellung kam“")).containsExactly(ref);
        assertThat(found("\"bestellung ka")).containsExactly(ref);
        assertThat(found("\"bestellung ka\"")).isEmpty();
    }

    @Test
    void subjectAuthorAndHandleAreSearchedToo() {
        Conversation conversation = Bend.with(world.conversation(world.mail, "<1@x>"), "subject", "Reklamation");
        Message message = Bend.with(
                world.message(conversation, "<1@x>", "Jürgen Öztürk", "Hallo"),
                "authorHandle",
                "juergen.oe@example.org");
        world.save(store, conversation, message);
        ConversationRef ref = ConversationRef.of(conversation);
        assertThat(found("reklam")).containsExactly(ref);
        assertThat(found("öztürk hallo")).containsExactly(ref);
        assertThat(found("juergen.oe@example.org")).containsExactly(ref);
    }

    @Test
    void aConversationIsFoundOnceHoweverOftenItMatches() {
        Conversation conversation = world.conversation(world.mail, "<1@x>");
        world.save(
                store,
                conversation,
                world.message(conversation, "<1@x>", "Lena", "Lieferung"),
                world.message(conversation, "<2@x>", "Lena", "Lieferung Lieferung"));
        assertThat(found("lieferung")).containsExactly(ConversationRef.of(conversation));
    }

    @Test
    void aNewVersionIsFoundAndTheOldOneIsNot() {
        Conversation conversation = world.conversation(world.mail, "<1@x>");
        Message message = world.message(conversation, "<1@x>", "Lena", "Das Paket fehlt");
        world.save(store, conversation, message);
        write(world.all, rows -> {
            rows.saveMessages(List.of(Bend.with(message, "text", "Die Sendung fehlt", "versions", 2)));
            // A transaction finds what it wrote itself.
            assertThat(rows.index(query("sendung"), 10).size()).isEqualTo(1);
        });
        assertThat(found("paket")).isEmpty();
        assertThat(found("sendung")).hasSize(1);
    }

    @Test
    void whatIsRedactedIsNotFound() {
        Conversation conversation = world.conversation(world.mail, "<1@x>");
        Message message = world.message(conversation, "<1@x>", "Lena", "Meine Nummer ist 0123456");
        world.save(store, conversation, message);
        world.save(
                store, conversation, Bend.with(message, "text", "", "subject", null, "state", MessageState.REDACTED));
        assertThat(found("0123456")).isEmpty();
    }

    @Test
    void queueBrandChannelAndOrderHoldForASearchToo() {
        Conversation open = conversation(world.mail, "Kaffee kalt");
        Conversation answered = Bend.with(
                conversation(world.sky, "Kaffee heiß"),
                "state",
                ConversationState.ANSWERED,
                "lastActivity",
                NOW.plusSeconds(5));
        Conversation alma = conversation(world.almaMail, "Kaffee");
        world.save(store, answered);
        assertThat(found("kaffee")).containsExactly(ref(answered), ref(alma), ref(open));
        assertThat(found(world.all, search("kaffee", Queue.UNANSWERED, Order.OLDEST_FIRST)))
                .containsExactly(ref(open), ref(alma));
        assertThat(found(world.onlyAlma, query("kaffee"))).containsExactly(ref(alma));
        assertThat(found(
                        world.all,
                        new InboxQuery(
                                Queue.ALL,
                                Set.of(world.nordwind.id()),
                                Set.of(World.BLUESKY),
                                "kaffee",
                                Order.NEWEST_FIRST)))
                .containsExactly(ref(answered));
        assertThat(found(world.all, query("kaffee"), 1)).containsExactly(ref(answered));
    }

    @ParameterizedTest
    @ValueSource(strings = {"?", "…", "\"\"", "\" \"", "***", "😀", "- - -", "()"})
    void signsAloneFindNothing(String search) {
        conversation(world.mail, "Hallo? … 😀 *** ()");
        assertThat(found(search)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "hallo AND", "NOT hallo", "hallo OR", "NEAR(hallo welt)", "body:hallo", "{body}:hallo", "hallo*",
                        "^hallo",
                "\"hallo", "hallo\"welt", "'; DROP TABLE message;--", "hallo\0welt", "-hallo", "a\\b", "%_", "\uD800"
            })
    void wordsOfTheQueryLanguageAreJustWords(String search) {
        Conversation conversation = conversation(world.mail, "NEAR hallo welt NOT body");
        assertThat(found(search)).isSubsetOf(ConversationRef.of(conversation));
    }

    @Test
    void whateverIsTypedIsNoError() {
        long seed = 4711;
        System.out.println("seed " + seed);
        Random random = new Random(seed);
        conversation(world.mail, "Hallo Welt");
        String signs = "ab ä\"'*()^:-+{}\\/%_.,;#@~|&<>=!?[]\0\n\tß😀AND OR NOT NEAR";
        for (int i = 0; i < 1_000; i++) {
            StringBuilder text = new StringBuilder();
            for (int k = random.nextInt(30); k >= 0; k--) {
                text.append(
                        random.nextInt(4) == 0
                                ? Character.toString(random.nextInt(0x11000))
                                : signs.substring(random.nextInt(signs.length()))
                                        .substring(0, 1));
            }
            assertThat(found(text.toString())).as("%s seed %d", text, seed).hasSizeLessThan(2);
        }
    }

    @Test
    void aWordInVeryManyMessagesIsFoundInTheNewest() {
        Conversation conversation = world.conversation(world.mail, "<many@x>");
        List<Message> many = new ArrayList<>();
        for (int i = 0; i < 12_000; i++) {
            many.add(world.message(conversation, "<" + i + "@x>", "Lena", i < 10 ? "danke selten" : "danke"));
        }
        write(world.all, rows -> {
            rows.saveConversations(List.of(conversation));
            rows.saveMessages(many);
        });
        read(world.all, rows -> {
            IdIndex common = rows.index(query("\"danke\""), 100);
            assertThat(common.size()).isEqualTo(1);
            assertThat(common.complete()).isFalse();
            assertThat(rows.index(query("danke selten"), 100).complete()).isTrue();
        });
    }

    @Test
    void theNewestOfAFrequentWordComeFirstAndRareOnesBehindThemAreFoundToo() {
        ConversationRef old = ConversationRef.of(conversation(world.almaMail, "danke von damals"));
        List<Conversation> conversations = new ArrayList<>();
        List<Message> many = new ArrayList<>();
        for (int i = 0; i < 1_000; i++) {
            Instant at = NOW.plusSeconds(i);
            Conversation conversation =
                    Bend.with(world.conversation(world.mail, "<frequent" + i + "@x>"), "lastActivity", at);
            conversations.add(conversation);
            many.add(world.message(conversation, "<f" + i + "@x>", "Lena", "danke"));
        }
        write(world.all, rows -> {
            rows.saveConversations(conversations);
            rows.saveMessages(many);
        });
        List<ConversationRef> newest =
                conversations.reversed().stream().map(ConversationRef::of).toList();
        read(world.all, rows -> {
            IdIndex few = rows.index(query("danke"), 10);
            assertThat(few.range(0, few.size())).isEqualTo(newest.subList(0, 10));
            assertThat(few.complete()).isFalse();
            IdIndex most = rows.index(query("danke"), 900);
            assertThat(most.range(0, most.size())).isEqualTo(newest.subList(0, 900));
            IdIndex all = rows.index(query("danke"), 2_000);
            assertThat(all.size()).isEqualTo(1_001);
            assertThat(all.complete()).isTrue();
            InboxQuery other = new InboxQuery(Queue.ALL, Set.of(old.brand()), Set.of(), "danke", Order.NEWEST_FIRST);
            IdIndex behind = rows.index(other, 10);
            assertThat(behind.range(0, behind.size())).containsExactly(old);
        });
    }

    private Conversation conversation(Account account, String text) {
        Conversation conversation = Bend.with(world.conversation(account, "c" + world.ids.next()), "subject", null);
        world.save(store, conversation, world.message(conversation, "m" + world.ids.next(), "Q", text));
        return conversation;
    }

    private List<ConversationRef> found(String text) {
        return found(world.all, query(text));
    }

    private List<ConversationRef> found(Scope scope, InboxQuery query) {
        return found(scope, query, 100);
    }

    private List<ConversationRef> found(Scope scope, InboxQuery query, int limit) {
        return store.read(scope, rows -> {
            IdIndex index = rows.index(query, limit);
            return index.range(0, index.size());
        });
    }

    private static InboxQuery query(String text) {
        return search(text, Queue.ALL, Order.NEWEST_FIRST);
    }

    private static InboxQuery search(String text, Queue queue, Order order) {
        return new InboxQuery(queue, Set.of(), Set.of(), text, order);
    }

    private static ConversationRef ref(Conversation conversation) {
        return ConversationRef.of(conversation);
    }
}
