package org.kontor.store;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kontor.api.access.Scope;
import org.kontor.api.access.User;
import org.kontor.api.account.Account;
import org.kontor.api.account.Brand;
import org.kontor.api.account.ChannelType;
import org.kontor.api.account.Client;
import org.kontor.api.account.Colour;
import org.kontor.api.cases.Case;
import org.kontor.api.cases.CaseEntry;
import org.kontor.api.cases.CaseFacts;
import org.kontor.api.cases.CaseNumber;
import org.kontor.api.cases.Category;
import org.kontor.api.cases.Severity;
import org.kontor.api.channel.Direction;
import org.kontor.api.channel.ExternalId;
import org.kontor.api.channel.Origin;
import org.kontor.api.channel.Outgoing;
import org.kontor.api.channel.RawEvent;
import org.kontor.api.channel.ReplyMode;
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
import org.kontor.api.id.BrandId;
import org.kontor.api.id.CaseEntryId;
import org.kontor.api.id.CaseId;
import org.kontor.api.id.ClientId;
import org.kontor.api.id.ContactId;
import org.kontor.api.id.ConversationId;
import org.kontor.api.id.IdSource;
import org.kontor.api.id.InquiryId;
import org.kontor.api.id.MessageId;
import org.kontor.api.id.OutboxId;
import org.kontor.api.id.ProfileId;
import org.kontor.api.outbox.OutboxEntry;
import org.kontor.api.outbox.OutboxState;
import org.kontor.api.store.ConversationRef;
import org.kontor.api.store.Store;

/** An agency with two clients' brands, and makers of rows that a test then bends to its needs. */
public final class World {
    /** A Tuesday morning, with nanoseconds, so that a lost digit shows. */
    public static final Instant NOW = Instant.parse("2026-03-10T08:30:00.123456789Z");

    public static final ChannelType MAIL = new ChannelType("mail");
    public static final ChannelType BLUESKY = new ChannelType("bluesky");

    public final TestGrants grants = new TestGrants();
    public final IdSource ids = new IdSource(InstantSource.system(), 1);
    public final Client client = new Client(new ClientId(ids.next()), "Nordlicht GmbH");
    public final Brand nordwind = brand("Nordwind", "Europe/Berlin");
    public final Brand alma = brand("Alma", "America/New_York");
    public final Account mail = account(nordwind, MAIL, "hilfe@nordwind.example");
    public final Account sky = account(nordwind, BLUESKY, "@nordwind.example");
    public final Account almaMail = account(alma, MAIL, "hello@alma.example");

    /** All of the agency. */
    public final Scope all = grants.agency(User.LOCAL, nordwind.id(), alma.id());
    /** One brand. */
    public final Scope onlyNordwind = grants.of(User.LOCAL, nordwind.id());
    /** The other. */
    public final Scope onlyAlma = grants.of(User.LOCAL, alma.id());

    /** Writes the agency into an empty store. */
    public static World in(Store store) {
        World world = new World();
        store.write(world.grants.agency(User.LOCAL), rows -> {
            rows.saveClient(world.client);
            rows.saveBrand(world.nordwind);
            rows.saveBrand(world.alma);
            return 0;
        });
        store.write(world.all, rows -> {
            rows.saveAccount(world.mail);
            rows.saveAccount(world.sky);
            rows.saveAccount(world.almaMail);
            return 0;
        });
        return world;
    }

    /** A brand of the one client. */
    public Brand brand(String name, String zone) {
        return new Brand(
                new BrandId(ids.next()),
                client.id(),
                name,
                Colour.of("#1f6feb"),
                ZoneId.of(zone),
                "Viele Grüße\n" + name);
    }

    /** An account with a setting. */
    public Account account(Brand brand, ChannelType channel, String name) {
        return new Account(
                new AccountId(ids.next()),
                brand.id(),
                channel,
                name,
                Map.of("host", "127.0.0.1"),
                NOW.minusSeconds(86_400),
                true);
    }

    /** An event with a small payload. */
    public RawEvent event(String id, String payload) {
        return new RawEvent(
                new ExternalId(id), Origin.RECEIVED, "text/plain", payload.getBytes(StandardCharsets.UTF_8));
    }

    /** An open conversation that waits since {@code NOW}, for nobody yet. */
    public Conversation conversation(Account account, String root) {
        return conversation(account, root, ConversationState.OPEN, NOW);
    }

    /** A conversation in a state, with its last activity. */
    public Conversation conversation(Account account, String root, ConversationState state, Instant at) {
        return new Conversation(
                new ConversationId(ids.next()),
                account.brand(),
                account.id(),
                account.channel(),
                new ExternalId(root),
                Visibility.PRIVATE,
                null,
                "",
                "Re: " + root,
                "Guten Tag, …",
                state,
                null,
                state.open() ? at : null,
                null,
                null,
                state == ConversationState.SNOOZED ? at.plusSeconds(3600) : null,
                null,
                false,
                false,
                Triage.NONE,
                1,
                at,
                at,
                false);
    }

    /** An inbound message. */
    public Message message(Conversation conversation, String externalId, String author, String text) {
        return message(conversation, externalId, author, text, NOW, List.of());
    }

    /** An inbound message of a time, with attachments. */
    public Message message(
            Conversation conversation,
            String externalId,
            String author,
            String text,
            Instant at,
            List<Attachment> attachments) {
        return new Message(
                new MessageId(ids.next()),
                conversation.brand(),
                conversation.account(),
                conversation.id(),
                new ExternalId(externalId),
                null,
                MessageKind.MESSAGE,
                Direction.INBOUND,
                null,
                author,
                "@" + author.toLowerCase(Locale.ROOT),
                conversation.subject(),
                text,
                null,
                "1",
                1,
                Visibility.PRIVATE,
                MessageState.PRESENT,
                false,
                false,
                attachments,
                null,
                externalId,
                null,
                null,
                at,
                at);
    }

    /** An open inquiry. */
    public Inquiry inquiry(Conversation conversation, Message first) {
        return new Inquiry(
                new InquiryId(ids.next()),
                conversation.brand(),
                conversation.account(),
                conversation.id(),
                first.id(),
                first.publishedAt(),
                first.seenAt(),
                null);
    }

    /** Someone's profile, with a contact of its own. */
    public Profile profile(Account account, String externalId, String name) {
        return new Profile(
                new ProfileId(ids.next()),
                account.brand(),
                new ContactId(ids.next()),
                account.channel(),
                new ExternalId(externalId),
                "@" + name,
                name,
                null);
    }

    /** An open case with its conversations. */
    public Case openCase(Brand brand, int number, Conversation... conversations) {
        return new Case(
                new CaseId(ids.next()),
                brand.id(),
                new CaseNumber(2026, number),
                new CaseFacts(
                        "Jacke undicht",
                        Severity.MEDIUM,
                        Category.PRODUCT,
                        "Naht",
                        "Tausch",
                        User.LOCAL,
                        NOW.plusSeconds(60)),
                Arrays.stream(conversations).map(ConversationRef::of).toList(),
                NOW,
                User.LOCAL,
                null,
                1);
    }

    /** An entry for a timeline. */
    public CaseEntry entry(CaseEntry.What what) {
        return new CaseEntry(new CaseEntryId(ids.next()), NOW, User.LOCAL, what);
    }

    /** A queued reply, due at {@code NOW}. */
    public OutboxEntry reply(Conversation conversation, String key, String text) {
        return entry(
                conversation,
                new OutboxId(ids.next()),
                key,
                Outgoing.text(ReplyMode.DIRECT, "target", new ExternalId("parent"), text),
                OutboxState.QUEUED,
                NOW,
                null);
    }

    /** An outbox entry in a state. */
    public OutboxEntry entry(
            Conversation conversation,
            OutboxId id,
            String key,
            Outgoing reply,
            OutboxState state,
            Instant notBefore,
            @Nullable ExternalId sentAs) {
        return new OutboxEntry(
                id,
                conversation.brand(),
                conversation.account(),
                conversation.id(),
                new MessageId(ids.next()),
                User.LOCAL,
                key,
                reply,
                state,
                0,
                0,
                null,
                null,
                sentAs,
                NOW,
                notBefore,
                null);
    }

    /** Conversations and messages saved together. */
    public void save(Store store, Conversation conversation, Message... messages) {
        store.write(all, rows -> {
            rows.saveConversations(List.of(conversation));
            rows.saveMessages(new ArrayList<>(List.of(messages)));
            return 0;
        });
    }
}
