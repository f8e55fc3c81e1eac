package org.kontor.ui.inbox.internal.fake;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kontor.api.account.Account;
import org.kontor.api.account.Brand;
import org.kontor.api.account.Client;
import org.kontor.api.account.Colour;
import org.kontor.api.channel.Direction;
import org.kontor.api.channel.ExternalId;
import org.kontor.api.channel.Visibility;
import org.kontor.api.conversation.Attachment;
import org.kontor.api.conversation.Conversation;
import org.kontor.api.conversation.ConversationState;
import org.kontor.api.conversation.Inquiry;
import org.kontor.api.conversation.Message;
import org.kontor.api.conversation.MessageKind;
import org.kontor.api.conversation.MessageState;
import org.kontor.api.conversation.Profile;
import org.kontor.api.conversation.Triage;
import org.kontor.api.id.AccountId;
import org.kontor.api.id.AttachmentId;
import org.kontor.api.id.BrandId;
import org.kontor.api.id.ClientId;
import org.kontor.api.id.ContactId;
import org.kontor.api.id.ConversationId;
import org.kontor.api.id.InquiryId;
import org.kontor.api.id.MessageId;
import org.kontor.api.id.ProfileId;
import org.kontor.api.store.ConversationRef;

/** Fills a {@link FakeHouse}: three brands with a mailbox, a Bluesky account and a forum each. */
public final class World {
    public final FakeHouse house;
    public final Brand nordwind;
    public final Brand alma;
    public final Brand lumio;
    private final InstantSource clock;

    public World(InstantSource clock) {
        this.clock = clock;
        house = new FakeHouse(clock);
        nordwind = brand("Nordwind Outdoor", "#c2410c", "Herzliche Grüße\nAnna Kruse · Nordwind Outdoor");
        alma = brand("Kaffeerösterei Alma", "#0f766e", "");
        lumio = brand("Lumio Light", "#7c3aed", "Viele Grüße\nLumio Light");
        house.desk().install(FakeConnector.mail());
        house.desk().install(FakeConnector.bluesky());
        house.desk().install(FakeConnector.forum());
    }

    private Brand brand(String name, String colour, String signature) {
        ClientId client = new ClientId(house.ids.next());
        house.clients.add(new Client(client, name + " GmbH"));
        Brand brand = new Brand(
                new BrandId(house.ids.next()), client, name, Colour.of(colour), ZoneId.of("Europe/Berlin"), signature);
        house.brands.put(brand.id(), brand);
        for (FakeConnector connector :
                List.of(FakeConnector.mail(), FakeConnector.bluesky(), FakeConnector.forum())) {
            AccountId id = new AccountId(house.ids.next());
            house.accounts.put(
                    id,
                    new Account(
                            id,
                            brand.id(),
                            connector.type(),
                            name,
                            Map.of(),
                            clock.instant().minus(Duration.ofDays(14)),
                            true));
        }
        return brand;
    }

    public Account account(Brand brand, FakeConnector connector) {
        return house.accounts.values().stream()
                .filter(account ->
                        account.brand().equals(brand.id()) && account.channel().equals(connector.type()))
                .findFirst()
                .orElseThrow();
    }

    /** A customer of a brand on a channel, whose person is new. */
    public Profile person(Brand brand, FakeConnector connector, String name, String handle) {
        return person(brand, connector, name, handle, new ContactId(house.ids.next()));
    }

    public Profile person(Brand brand, FakeConnector connector, String name, String handle, ContactId contact) {
        ProfileId id = new ProfileId(house.ids.next());
        Profile profile = new Profile(
                id, brand.id(), contact, connector.type(), new ExternalId(handle), handle, name, null);
        house.profiles.put(id, profile);
        return profile;
    }

    /** A conversation being made; ends with {@link #save}. */
    public final class Talk {
        private final Brand brand;
        private final FakeConnector connector;
        private final Profile customer;
        private final ConversationId id = new ConversationId(house.ids.next());
        private final List<Message> messages = new ArrayList<>();
        private @Nullable String subject;
        private @Nullable Duration dueIn;
        private Duration warnBefore = Duration.ofMinutes(30);
        private ConversationState state = ConversationState.OPEN;
        private Triage triage = Triage.NONE;
        private boolean unreadable;

        private Talk(Brand brand, FakeConnector connector, Profile customer) {
            this.brand = brand;
            this.connector = connector;
            this.customer = customer;
            if (connector.type().equals(FakeConnector.MAIL)) {
                subject = "";
            }
        }

        public ConversationRef ref() {
            return new ConversationRef(brand.id(), id);
        }

        public Talk subject(String words) {
            subject = words;
            return this;
        }

        public Talk due(Duration in) {
            dueIn = in;
            return this;
        }

        /** How long before its deadline it is urgent. */
        public Talk warn(Duration before) {
            warnBefore = before;
            return this;
        }

        public Talk state(ConversationState now) {
            state = now;
            return this;
        }

        public Talk triage(Triage now) {
            triage = now;
            return this;
        }

        public Talk unreadable() {
            unreadable = true;
            return this;
        }

        public Talk says(Duration ago, String text) {
            return add(message(ago, Direction.INBOUND, text));
        }

        public Talk answered(Duration ago, String text) {
            return add(message(ago, Direction.OUTBOUND, text));
        }

        public Talk add(Message message) {
            messages.add(message);
            return this;
        }

        public Message message(Duration ago, Direction direction, String text) {
            return message(ago, direction, text, null, List.of(), 1, MessageKind.MESSAGE, MessageState.PRESENT, false);
        }

        public Message message(
                Duration ago,
                Direction direction,
                String text,
                @Nullable String html,
                List<Attachment> attachments,
                int versions,
                MessageKind kind,
                MessageState now,
                boolean automatic) {
            MessageId message = new MessageId(house.ids.next());
            boolean inbound = direction == Direction.INBOUND;
            boolean open = !connector.type().equals(FakeConnector.MAIL);
            Instant at = clock.instant().minus(ago);
            return new Message(
                    message, brand.id(), account(brand, connector).id(), id, new ExternalId("m" + message.value()), null,
                    kind, direction, inbound ? customer.id() : null,
                    inbound ? customer.displayName() : brand.name(), inbound ? customer.handle() : "", subject, text,
                    html, "v" + versions, versions, open ? Visibility.PUBLIC : Visibility.PRIVATE, now, false,
                    automatic, attachments, open ? "https://social.example/" + message.value() : null,
                    inbound ? "target" : null, null, null, at, at);
        }

        /** A mail with everything that a mail can have. */
        public Message withEverything(Duration ago) {
            Attachment paper = new Attachment(
                    new AttachmentId(house.ids.next()), "1", "Rechnung.pdf", "application/pdf", 84_000L, null, null);
            Attachment picture = new Attachment(
                    new AttachmentId(house.ids.next()), "2", "Naht.png", "image/png", 640_000L, "Die Naht", null);
            return message(
                    ago,
                    Direction.INBOUND,
                    "Guten Tag",
                    "<p>Guten <b>Tag</b>, siehe <a href='https://a.example'>hier</a></p>"
                            + "<p>Am 1.1. schrieb Nordwind:</p><blockquote>Gern</blockquote>",
                    List.of(paper, picture),
                    2,
                    MessageKind.MESSAGE,
                    MessageState.PRESENT,
                    false);
        }

        public ConversationRef save() {
            Message last = messages.getLast();
            Message firstOpen = messages.stream()
                    .filter(message -> message.direction() == Direction.INBOUND)
                    .reduce((first, second) -> second)
                    .orElse(last);
            InquiryId inquiry = new InquiryId(house.ids.next());
            boolean waits = state.open();
            Instant due = dueIn == null ? null : clock.instant().plus(dueIn);
            Instant warn = due == null ? null : due.minus(warnBefore);
            house.save(new Conversation(
                    id, brand.id(), account(brand, connector).id(), connector.type(), messages.getFirst().externalId(),
                    messages.getFirst().visibility(), customer.id(), customer.displayName(), subject,
                    last.text().lines().findFirst().orElse(""), state, waits ? inquiry : null,
                    waits ? firstOpen.publishedAt() : null, warn, due, null, null, false, unreadable, triage,
                    messages.size(), last.publishedAt(), messages.getFirst().seenAt(), false));
            messages.forEach(house::save);
            house.inquiries.computeIfAbsent(ref(), r -> new ArrayList<>()).add(new Inquiry(
                    inquiry, brand.id(), account(brand, connector).id(), id, firstOpen.id(), firstOpen.publishedAt(),
                    firstOpen.seenAt(), null));
            return ref();
        }
    }

    public Talk talk(Brand brand, FakeConnector connector, Profile customer) {
        return new Talk(brand, connector, customer);
    }

    /** {@code count} conversations of one message each; the first is due in a minute, each other a minute later. */
    public List<ConversationRef> crowd(int count) {
        List<ConversationRef> refs = new ArrayList<>();
        List<Brand> brands = List.of(nordwind, alma, lumio);
        List<FakeConnector> connectors = List.of(FakeConnector.mail(), FakeConnector.bluesky(), FakeConnector.forum());
        for (int i = 0; i < count; i++) {
            Brand brand = brands.get(i % 3);
            FakeConnector connector = connectors.get(i / 3 % 3);
            Profile person = person(brand, connector, "Kunde " + i, "@kunde" + i);
            refs.add(talk(brand, connector, person)
                    .says(Duration.ofMinutes(count - i), "Frage Nummer " + i)
                    .due(Duration.ofMinutes(i + 1))
                    .save());
        }
        return refs;
    }
}
