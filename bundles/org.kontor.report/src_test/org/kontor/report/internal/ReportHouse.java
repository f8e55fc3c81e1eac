package org.kontor.report.internal;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kontor.api.access.Grants;
import org.kontor.api.access.Right;
import org.kontor.api.access.Scope;
import org.kontor.api.access.User;
import org.kontor.api.account.Account;
import org.kontor.api.account.Brand;
import org.kontor.api.account.ChannelType;
import org.kontor.api.account.Client;
import org.kontor.api.account.Colour;
import org.kontor.api.channel.Direction;
import org.kontor.api.channel.ExternalId;
import org.kontor.api.channel.Origin;
import org.kontor.api.channel.RawEvent;
import org.kontor.api.channel.Visibility;
import org.kontor.api.conversation.Conversation;
import org.kontor.api.conversation.ConversationState;
import org.kontor.api.conversation.IgnoreReason;
import org.kontor.api.conversation.Inquiry;
import org.kontor.api.conversation.InquiryEnd;
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
import org.kontor.api.id.UserId;
import org.kontor.api.store.WriteRows;
import org.kontor.store.sqlite.SqliteStore;

/** Three brands in three time zones on a real store, filled at random over both changes of the clocks. */
final class ReportHouse implements AutoCloseable {
    static final ChannelType MAIL = new ChannelType("mail");
    static final ChannelType SKY = new ChannelType("bluesky");

    final SqliteStore store;
    final List<Brand> brands = new ArrayList<>();
    final List<Account> accounts = new ArrayList<>();
    /** What was written, for the plain loops. */
    final List<Inquiry> inquiries = new ArrayList<>();

    /** What was promised; most inquiries have a deadline. */
    final Map<InquiryId, Instant> dues = new HashMap<>();

    final Map<MessageId, Message> messages = new HashMap<>();
    final Map<BrandId, Long> events = new HashMap<>();

    private final IdSource ids = new IdSource(InstantSource.system(), 2);
    private final MadeGrants grants = new MadeGrants();

    ReportHouse(Path folder) {
        store = SqliteStore.open(folder);
        Client client = new Client(new ClientId(ids.next()), "Nordlicht GmbH");
        brand(client, "Nordwind", "Europe/Berlin", "#c2410c");
        brand(client, "=Alma", "America/New_York", "#1f6feb");
        // 5:45 ahead of UTC: days and hours begin within an hour of UTC.
        brand(client, "Sagarmatha", "Asia/Kathmandu", "#15803d");
        store.write(grants.make(User.LOCAL, Set.of()), rows -> {
            rows.saveClient(client);
            brands.forEach(rows::saveBrand);
            return 0;
        });
        for (Brand brand : brands) {
            account(brand, MAIL, "hilfe@" + brands.indexOf(brand) + ".example");
            account(brand, SKY, "@" + brands.indexOf(brand) + ".example");
        }
        store.write(scope(), rows -> {
            accounts.forEach(rows::saveAccount);
            return 0;
        });
    }

    private void brand(Client client, String name, String zone, String colour) {
        brands.add(new Brand(new BrandId(ids.next()), client.id(), name, Colour.of(colour), ZoneId.of(zone), "Grüße"));
    }

    private void account(Brand brand, ChannelType channel, String name) {
        accounts.add(new Account(new AccountId(ids.next()), brand.id(), channel, name, Map.of(), Instant.EPOCH, true));
    }

    Scope scope() {
        return grants.make(User.LOCAL, Set.copyOf(brands.stream().map(Brand::id).toList()));
    }

    Scope scope(Brand... only) {
        return grants.make(
                User.LOCAL, Set.copyOf(Arrays.stream(only).map(Brand::id).toList()));
    }

    /** Writes inquiries with their messages, begun at random between two times. */
    void fill(Random random, int count, Instant from, Instant to) {
        long span = Duration.between(from, to).toSeconds();
        store.write(scope(), rows -> {
            for (int i = 0; i < count; i++) {
                Account account = accounts.get(random.nextInt(accounts.size()));
                Instant began = from.plusSeconds(random.nextLong(span)).plusMillis(random.nextInt(1000));
                conversation(rows, random, account, began);
            }
            return 0;
        });
    }

    private void conversation(WriteRows rows, Random random, Account account, Instant began) {
        Conversation thread = thread(account, began);
        rows.saveConversations(List.of(thread));
        Instant at = began;
        // A second or third inquiry begins after the first was answered.
        for (int round = 1 + random.nextInt(3); round > 0; round--) {
            Message question = message(thread, Direction.INBOUND, at);
            Instant end = at.plusSeconds(1 + random.nextInt(10) * (long) random.nextInt(40_000));
            Message answer = message(thread, Direction.OUTBOUND, end);
            @Nullable InquiryEnd ending = ending(random, end, answer);
            boolean answered = ending instanceof InquiryEnd.Answered || ending instanceof InquiryEnd.AnsweredElsewhere;
            save(rows, question);
            if (answered) {
                save(rows, answer);
            }
            Inquiry open = new Inquiry(
                    new InquiryId(ids.next()),
                    account.brand(),
                    account.id(),
                    thread.id(),
                    question.id(),
                    at,
                    at.plusSeconds(2),
                    null);
            begin(rows, random, account, thread, open, end);
            Inquiry inquiry = new Inquiry(
                    open.id(),
                    open.brand(),
                    open.account(),
                    open.conversation(),
                    open.first(),
                    at,
                    open.seen(),
                    ending);
            inquiries.add(inquiry);
            if (ending != null) {
                rows.saveInquiries(List.of(inquiry));
                rows.saveConversations(List.of(thread));
            }
            record(rows, account, question);
            if (!answered) {
                return;
            }
            at = end.plusSeconds(1 + random.nextInt(5_000));
        }
    }

    /** As the desk does it: the clock stands in the conversation's row, which is written before or after the inquiry. */
    private void begin(WriteRows rows, Random random, Account account, Conversation thread, Inquiry open, Instant end) {
        // Some are answered to the very second.
        Instant due = List.of(
                        end, open.began().plusSeconds(random.nextInt(200_000)), end.minusNanos(1), end.plusNanos(1))
                .get(random.nextInt(4));
        boolean promised = random.nextInt(5) > 0;
        if (promised) {
            dues.put(open.id(), due);
        }
        Conversation clocked = thread(account, thread, open.id(), promised ? due : null);
        if (random.nextBoolean()) {
            rows.saveInquiries(List.of(open));
            rows.saveConversations(List.of(clocked));
        } else {
            rows.saveConversations(List.of(clocked));
            rows.saveInquiries(List.of(open));
        }
    }

    private static Conversation thread(Account account, Conversation t, InquiryId open, @Nullable Instant due) {
        return new Conversation(
                t.id(),
                t.brand(),
                account.id(),
                t.channel(),
                t.root(),
                t.visibility(),
                t.customer(),
                t.customerName(),
                t.subject(),
                t.preview(),
                ConversationState.OPEN,
                open,
                t.created(),
                due,
                due,
                null,
                null,
                false,
                false,
                Triage.NONE,
                1,
                t.lastActivity(),
                t.created(),
                false);
    }

    private static @Nullable InquiryEnd ending(Random random, Instant end, Message answer) {
        return switch (random.nextInt(12)) {
            case 0 -> null;
            case 1 -> new InquiryEnd.Ignored(end, IgnoreReason.SPAM);
            case 2 -> random.nextBoolean() ? new InquiryEnd.Merged(end, new InquiryId(1)) : null;
            case 3 -> random.nextBoolean() ? new InquiryEnd.Deleted(end) : null;
            case 4, 5 -> new InquiryEnd.AnsweredElsewhere(end, answer.id());
            default -> new InquiryEnd.Answered(end, answer.id());
        };
    }

    private void record(WriteRows rows, Account account, Message message) {
        RawEvent event = new RawEvent(
                message.externalId(),
                Origin.RECEIVED,
                "text/plain",
                message.text().getBytes(StandardCharsets.UTF_8));
        rows.record(account, List.of(event), null, message.seenAt());
        events.merge(account.brand(), 1L, Long::sum);
    }

    private void save(WriteRows rows, Message message) {
        messages.put(message.id(), message);
        rows.saveMessages(List.of(message));
    }

    private Conversation thread(Account account, Instant at) {
        long id = ids.next();
        return new Conversation(
                new ConversationId(id),
                account.brand(),
                account.id(),
                account.channel(),
                new ExternalId("r" + id),
                Visibility.PRIVATE,
                null,
                "=HYPERLINK(\"http://evil.example\")",
                "Wo bleibt mein Päckchen?\nSchraube \"M6\", & <b>",
                "Guten Tag",
                ConversationState.ANSWERED,
                null,
                null,
                null,
                null,
                null,
                null,
                false,
                false,
                Triage.NONE,
                1,
                at,
                at,
                false);
    }

    private Message message(Conversation thread, Direction direction, Instant at) {
        long id = ids.next();
        return new Message(
                new MessageId(id),
                thread.brand(),
                thread.account(),
                thread.id(),
                new ExternalId("m" + id),
                null,
                MessageKind.MESSAGE,
                direction,
                null,
                "Jo",
                "@jo",
                null,
                "Text " + id,
                null,
                "1",
                1,
                Visibility.PRIVATE,
                MessageState.PRESENT,
                false,
                false,
                List.of(),
                null,
                "m" + id,
                null,
                null,
                at,
                at);
    }

    @Override
    public void close() {
        store.close();
    }

    private static final class MadeGrants extends Grants {
        Scope make(UserId user, Set<BrandId> brands) {
            Map<BrandId, Set<Right>> rights = new HashMap<>();
            brands.forEach(b -> rights.put(b, EnumSet.allOf(Right.class)));
            return newScope(user, true, rights);
        }

        @Override
        public Scope current() {
            return make(User.LOCAL, Set.of());
        }

        @Override
        public Scope system(BrandId brand) {
            return make(User.SYSTEM, Set.of(brand));
        }

        @Override
        public Scope system() {
            return make(User.SYSTEM, Set.of());
        }
    }
}
