package org.kontor.ui.escalation.internal.window;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.kontor.api.access.Grants;
import org.kontor.api.account.Account;
import org.kontor.api.account.Brand;
import org.kontor.api.account.ChannelType;
import org.kontor.api.account.Client;
import org.kontor.api.account.Colour;
import org.kontor.api.channel.Direction;
import org.kontor.api.channel.ExternalId;
import org.kontor.api.channel.Visibility;
import org.kontor.api.conversation.Conversation;
import org.kontor.api.conversation.ConversationState;
import org.kontor.api.conversation.Inquiry;
import org.kontor.api.conversation.Message;
import org.kontor.api.conversation.MessageKind;
import org.kontor.api.conversation.MessageState;
import org.kontor.api.conversation.Triage;
import org.kontor.api.id.AccountId;
import org.kontor.api.id.BrandId;
import org.kontor.api.id.ClientId;
import org.kontor.api.id.ConversationId;
import org.kontor.api.id.IdSource;
import org.kontor.api.id.InquiryId;
import org.kontor.api.id.MessageId;
import org.kontor.api.runner.DataFolder;
import org.kontor.api.runner.Runner;
import org.kontor.api.store.ConversationRef;
import org.kontor.api.store.Store;
import org.kontor.ui.api.state.ViewStates;

/** Two brands whose customers ask; the services that a window over it needs from outside. */
final class AskedHouse {
    private final IdSource ids = new IdSource(InstantSource.system(), 5);
    private final Instant now = Instant.now();
    private final Path folder;
    private final ViewStates states = new Remembered();

    AskedHouse(Path folder) {
        this.folder = folder;
    }

    /** What no bundle here provides. */
    Map<Class<?>, Object> services() {
        return Map.of(DataFolder.class, new Folder(folder), Runner.class, new Still(), ViewStates.class, states);
    }

    private record Folder(Path path) implements DataFolder {
        @Override
        public boolean demo() {
            return false;
        }
    }

    /** What one window keeps for the next. */
    private static final class Remembered implements ViewStates {
        private final Map<String, String> kept = new ConcurrentHashMap<>();

        @Override
        public Optional<String> get(String key) {
            return Optional.ofNullable(kept.get(key));
        }

        @Override
        public void put(String key, String value) {
            kept.put(key, value);
        }

        @Override
        public void remove(String key) {
            kept.remove(key);
        }
    }

    /** Nothing is received or sent by itself. */
    private static final class Still implements Runner {
        @Override
        public void accountsChanged() {
            // there are no loops
        }

        @Override
        public void receiveNow(AccountId account) {
            // there are no loops
        }

        @Override
        public void sendNow(AccountId account) {
            // there are no loops
        }

        @Override
        public boolean running() {
            return false;
        }
    }

    /** Writes the brands and what their customers ask; returns the conversations. */
    List<ConversationRef> fill(Store store, Grants grants) {
        Client client = new Client(new ClientId(ids.next()), "Nordlicht GmbH");
        Brand nordwind = brand(client, "Nordwind Outdoor", "#c2410c");
        Brand alma = brand(client, "Kaffeerösterei Alma", "#0f766e");
        store.write(grants.current(), rows -> {
            rows.saveClient(client);
            rows.saveBrand(nordwind);
            rows.saveBrand(alma);
            return 0;
        });
        Account outdoor = account(nordwind);
        Account coffee = account(alma);
        store.write(grants.current(), rows -> {
            rows.saveAccount(outdoor);
            rows.saveAccount(coffee);
            return 0;
        });
        return List.of(
                ask(store, grants, outdoor, "Lena Maurer", "Fjell 3L leaks at shoulder seam", 60),
                ask(store, grants, outdoor, "Mark Tietz", "Same problem with my Fjell", 90),
                ask(store, grants, coffee, "Jan Ortlieb", "Glass splinter in coffee bag?", 200));
    }

    private Brand brand(Client client, String name, String colour) {
        return new Brand(new BrandId(ids.next()), client.id(), name, Colour.of(colour), ZoneId.of("Europe/Berlin"), "");
    }

    private Account account(Brand brand) {
        return new Account(
                new AccountId(ids.next()),
                brand.id(),
                new ChannelType("mail"),
                "help",
                Map.of(),
                now.minus(Duration.ofDays(30)),
                true);
    }

    private ConversationRef ask(
            Store store, Grants grants, Account account, String customer, String subject, int minutes) {
        InquiryId inquiry = new InquiryId(ids.next());
        Instant at = now.minus(Duration.ofMinutes(5));
        Instant due = now.plus(Duration.ofMinutes(minutes));
        String text = "Hello, " + subject + ". It was bought two weeks ago. What can be done about it?";
        Conversation conversation = new Conversation(
                new ConversationId(ids.next()),
                account.brand(),
                account.id(),
                account.channel(),
                new ExternalId("<" + minutes + "@x>"),
                Visibility.PRIVATE,
                null,
                customer,
                subject,
                text,
                ConversationState.OPEN,
                inquiry,
                at,
                due.minus(Duration.ofMinutes(15)),
                due,
                null,
                null,
                false,
                false,
                Triage.NONE,
                1,
                at,
                at,
                false);
        Message message = new Message(
                new MessageId(ids.next()),
                account.brand(),
                account.id(),
                conversation.id(),
                conversation.root(),
                null,
                MessageKind.MESSAGE,
                Direction.INBOUND,
                null,
                customer,
                "customer@example.org",
                subject,
                text,
                null,
                "1",
                1,
                Visibility.PRIVATE,
                MessageState.PRESENT,
                false,
                false,
                List.of(),
                null,
                conversation.root().value(),
                null,
                null,
                at,
                at);
        store.write(grants.current(), rows -> {
            rows.saveConversations(List.of(conversation));
            rows.saveMessages(List.of(message));
            rows.saveInquiries(List.of(new Inquiry(
                    inquiry, account.brand(), account.id(), conversation.id(), message.id(), at, at, null)));
            return 0;
        });
        return ConversationRef.of(conversation);
    }
}
