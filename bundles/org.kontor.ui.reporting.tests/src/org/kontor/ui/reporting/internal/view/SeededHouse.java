package org.kontor.ui.reporting.internal.view;

import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
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
import org.kontor.api.channel.ExternalId;
import org.kontor.api.channel.Origin;
import org.kontor.api.channel.RawEvent;
import org.kontor.api.channel.Visibility;
import org.kontor.api.conversation.Conversation;
import org.kontor.api.conversation.ConversationState;
import org.kontor.api.conversation.IgnoreReason;
import org.kontor.api.conversation.Inquiry;
import org.kontor.api.conversation.InquiryEnd;
import org.kontor.api.conversation.Triage;
import org.kontor.api.id.AccountId;
import org.kontor.api.id.BrandId;
import org.kontor.api.id.ClientId;
import org.kontor.api.id.ConversationId;
import org.kontor.api.id.IdSource;
import org.kontor.api.id.InquiryId;
import org.kontor.api.id.MessageId;
import org.kontor.api.store.WriteRows;
import org.kontor.store.sqlite.SqliteStore;

/** Two brands with a month of inquiries on a real store; the same for the same seed, but for what day it is. */
final class SeededHouse extends Grants implements AutoCloseable {
    static final long SEED = 20261125;

    final SqliteStore store;
    final List<Brand> brands = new ArrayList<>();
    private final List<Account> accounts = new ArrayList<>();
    private final IdSource ids = new IdSource(InstantSource.system(), 3);

    SeededHouse(Path folder, int inquiries) {
        store = SqliteStore.open(folder);
        Client client = new Client(new ClientId(ids.next()), "Nordlicht GmbH");
        for (String name : List.of("Nordwind", "Alma & Söhne")) {
            brands.add(new Brand(
                    new BrandId(ids.next()), client.id(), name, Colour.of("#c2410c"), ZoneId.of("Europe/Berlin"), ""));
        }
        store.write(current(), rows -> {
            rows.saveClient(client);
            brands.forEach(rows::saveBrand);
            return 0;
        });
        for (Brand brand : brands) {
            for (String channel : List.of("mail", "bluesky")) {
                accounts.add(new Account(
                        new AccountId(ids.next()),
                        brand.id(),
                        new ChannelType(channel),
                        channel + " " + brand.name(),
                        Map.of(),
                        Instant.EPOCH,
                        true));
            }
        }
        Random random = new Random(SEED);
        store.write(current(), rows -> {
            accounts.forEach(rows::saveAccount);
            for (int i = 0; i < inquiries; i++) {
                inquiry(rows, random, i);
            }
            return 0;
        });
    }

    private void inquiry(WriteRows rows, Random random, int number) {
        Account account = accounts.get(random.nextInt(accounts.size()));
        // More by day than by night, the oldest three weeks ago.
        long back = random.nextInt(21 * 86_400);
        Instant began = Instant.now().minusSeconds(back + 60);
        int hour = began.atZone(ZoneId.of("Europe/Berlin")).getHour();
        began = hour < 7 ? began.minusSeconds(10L * 3_600) : began;
        Conversation thread = thread(account, "Kunde " + number, began);
        rows.saveConversations(List.of(thread));
        rows.saveInquiries(List.of(new Inquiry(
                new InquiryId(ids.next()),
                account.brand(),
                account.id(),
                thread.id(),
                new MessageId(ids.next()),
                began,
                began,
                end(random, began))));
        RawEvent event = new RawEvent(thread.root(), Origin.RECEIVED, "text/plain", new byte[] {1});
        rows.record(account, List.of(event), null, began);
    }

    private @Nullable InquiryEnd end(Random random, Instant began) {
        Instant at = began.plusSeconds(120 + (long) (Math.pow(random.nextDouble(), 3) * 200_000));
        return switch (random.nextInt(10)) {
            case 0, 1 -> null;
            case 2 -> new InquiryEnd.Ignored(at, IgnoreReason.NO_QUESTION);
            case 3 -> new InquiryEnd.AnsweredElsewhere(at, null);
            default -> new InquiryEnd.Answered(at, new MessageId(ids.next()));
        };
    }

    private Conversation thread(Account account, String customer, Instant at) {
        long id = ids.next();
        return new Conversation(
                new ConversationId(id),
                account.brand(),
                account.id(),
                account.channel(),
                new ExternalId("r" + id),
                Visibility.PRIVATE,
                null,
                customer,
                null,
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

    @Override
    public Scope current() {
        Map<BrandId, Set<Right>> rights = new HashMap<>();
        brands.forEach(b -> rights.put(b.id(), EnumSet.allOf(Right.class)));
        return newScope(User.LOCAL, true, rights);
    }

    @Override
    public Scope system(BrandId brand) {
        return current();
    }

    @Override
    public Scope system() {
        return current();
    }

    @Override
    public void close() {
        store.close();
    }
}
