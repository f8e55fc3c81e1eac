package org.kontor.store;

import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;
import org.kontor.api.access.Scope;
import org.kontor.api.access.User;
import org.kontor.api.account.Account;
import org.kontor.api.account.Brand;
import org.kontor.api.channel.Cursor;
import org.kontor.api.channel.RawEvent;
import org.kontor.api.conversation.Conversation;
import org.kontor.api.conversation.ConversationState;
import org.kontor.api.conversation.Inquiry;
import org.kontor.api.conversation.Message;
import org.kontor.api.conversation.MessageVersion;
import org.kontor.api.conversation.Profile;
import org.kontor.api.id.BrandId;
import org.kontor.api.id.LedgerId;
import org.kontor.api.ledger.LedgerEntry;
import org.kontor.api.ledger.LedgerOutcome;
import org.kontor.api.store.ConversationRef;
import org.kontor.api.store.IdIndex;
import org.kontor.api.store.InboxQuery;
import org.kontor.api.store.Queue;
import org.kontor.store.sqlite.SqliteStore;

/**
 * Prints what the store can do on this machine: CPU time for each message on the way in, and how long an inbox waits. Not a
 * test; seeded, so that two runs do the same work. Arguments: conversations, messages, folder, and {@code fill} to leave a
 * filled store there for other measurements and measure nothing.
 */
public final class StoreFigures {
    private static final int BRANDS = 40;
    private static final int BATCH = 500;
    private static final long SEED = 20261122;
    private static final String[] SYLLABLES =
            "ver lie fer ung pa ket rech nung schö ne grü ße wo bleibt mei ne be stel lung dan ke super ser vice the my order still wait ing hel lo kön nen sie das prü fen ta sche far be größe"
                    .split(" ");

    private final Random random = new Random(SEED);
    private final PrintStream out;
    private final String[] words = new String[20_000];
    private final World world = new World();
    private final List<Account> accounts = new ArrayList<>();
    private final List<Brand> brands = new ArrayList<>();

    private StoreFigures(PrintStream out) {
        this.out = out;
        for (int i = 0; i < words.length; i++) {
            StringBuilder word = new StringBuilder();
            for (int s = 0; s < 1 + random.nextInt(4); s++) {
                word.append(SYLLABLES[random.nextInt(SYLLABLES.length)]);
            }
            words[i] = word.toString();
        }
    }

    /** Runs it. */
    public static void main(String[] args) throws Exception {
        int conversations = args.length > 0 ? Integer.parseInt(args[0]) : 100_000;
        int messages = args.length > 1 ? Integer.parseInt(args[1]) : 300_000;
        Path folder =
                args.length > 2 ? Files.createDirectories(Path.of(args[2])) : Files.createTempDirectory("figures");
        try (SqliteStore store = SqliteStore.open(folder)) {
            StoreFigures figures = new StoreFigures(System.out);
            if (args.length > 3 && args[3].equals("fill")) {
                figures.leave(store, conversations, messages);
            } else {
                figures.run(store, conversations, messages, folder);
            }
        }
    }

    /** Fills the store, and rests the accounts: there are no servers that a workbench could ask. */
    private void leave(SqliteStore store, int conversations, int messages) {
        Scope scope = agency(store);
        fill(store, scope, conversations, messages);
        store.write(scope, rows -> {
            accounts.forEach(account -> rows.saveAccount(Bend.with(account, "active", false)));
            return 0;
        });
    }

    private void run(SqliteStore store, int conversations, int messages, Path folder) throws Exception {
        out.printf("%,d conversations, %,d messages, %d brands, seed %d%n", conversations, messages, BRANDS, SEED);
        Scope scope = agency(store);
        fill(store, scope, conversations, messages);
        out.printf("database %,d MiB%n", Files.size(folder.resolve("kontor.db")) >> 20);
        for (InboxQuery.Order order : InboxQuery.Order.values()) {
            for (Queue queue : List.of(Queue.UNANSWERED, Queue.ALL)) {
                InboxQuery query = new InboxQuery(queue, java.util.Set.of(), java.util.Set.of(), "", order);
                time(
                        "index " + queue + " " + order + " limit 1,000,000",
                        15,
                        () -> store.read(scope, r -> r.index(query, 1_000_000)).size());
                time(
                        "index " + queue + " " + order + " limit 10,000",
                        15,
                        () -> store.read(scope, r -> r.index(query, 10_000)).size());
            }
        }
        InboxQuery one = new InboxQuery(
                Queue.UNANSWERED,
                java.util.Set.of(brands.getFirst().id()),
                java.util.Set.of(),
                "",
                InboxQuery.Order.URGENT_FIRST);
        time(
                "index UNANSWERED of one brand",
                15,
                () -> store.read(scope, r -> r.index(one, 1_000_000)).size());
        IdIndex all = store.read(scope, r -> r.index(InboxQuery.of(Queue.ALL), 1_000_000));
        time("conversations(50)", 300, () -> {
            int at = random.nextInt(Math.max(1, all.size() - 50));
            return store.read(scope, r -> r.conversations(all.range(at, at + 50)))
                    .size();
        });
        time("open a conversation", 300, () -> {
            ConversationRef ref = all.get(random.nextInt(all.size()));
            return store.read(
                    scope,
                    r -> r.messages(ref).size()
                            + r.inquiries(ref).size()
                            + r.notes(ref).size()
                            + r.outbox(ref).size());
        });
        time("queueCounts", 300, () -> store.read(scope, r -> r.queueCounts()).size());
        time(
                "changes(head - 100)",
                300,
                () -> store.read(scope, r -> r.changes(r.changeHead() - 100, 200))
                        .size());
        for (int rank : new int[] {0, 3, 30, 300, 3000}) {
            search(store, scope, words[rank], "word of rank " + rank);
        }
        search(store, scope, words[30] + " " + words[200], "two words");
        search(store, scope, words[300].substring(0, Math.min(3, words[300].length())), "three letters");
        search(store, scope, "\"" + words[3] + " " + words[7] + "\"", "phrase");
    }

    private void search(SqliteStore store, Scope scope, String text, String label) {
        InboxQuery query =
                new InboxQuery(Queue.ALL, java.util.Set.of(), java.util.Set.of(), text, InboxQuery.Order.NEWEST_FIRST);
        time(
                "search " + label,
                15,
                () -> store.read(scope, r -> r.index(query, 10_000)).size());
    }

    private void time(String label, int runs, Supplier<Integer> work) {
        long[] nanos = new long[runs];
        int found = 0;
        long cpu = cpu();
        for (int i = 0; i < runs; i++) {
            long begun = System.nanoTime();
            found = work.get();
            nanos[i] = System.nanoTime() - begun;
        }
        cpu = cpu() - cpu;
        Arrays.sort(nanos);
        out.printf(
                "%-48s cpu %8.2f ms  p50 %8.2f ms  p99 %8.2f ms  (%,d)%n",
                label, cpu / 1e6 / runs, nanos[runs / 2] / 1e6, nanos[runs - 1 - runs / 100] / 1e6, found);
    }

    private Scope agency(SqliteStore store) {
        Scope empty = world.grants.agency(User.LOCAL);
        for (int i = 0; i < BRANDS; i++) {
            Brand brand = world.brand("Brand " + i, ZoneId.of("Europe/Berlin").getId());
            brands.add(brand);
            accounts.add(world.account(brand, World.MAIL, "hilfe@brand" + i + ".example"));
            accounts.add(world.account(brand, World.BLUESKY, "@brand" + i + ".example"));
        }
        store.write(empty, rows -> {
            rows.saveClient(world.client);
            brands.forEach(rows::saveBrand);
            return 0;
        });
        Scope scope =
                world.grants.agency(User.LOCAL, brands.stream().map(Brand::id).toArray(BrandId[]::new));
        store.write(scope, rows -> {
            accounts.forEach(rows::saveAccount);
            return 0;
        });
        return scope;
    }

    private void fill(SqliteStore store, Scope scope, int conversations, int messages) {
        Map<Account, List<Conversation>> known = new HashMap<>();
        accounts.forEach(account -> known.put(account, new ArrayList<>()));
        int perAccount = conversations / accounts.size();
        long recordCpu = 0;
        long rowsCpu = 0;
        long begun = System.nanoTime();
        int done = 0;
        long lastPrint = 0;
        while (done < messages) {
            Account account = accounts.get(done / BATCH % accounts.size());
            List<Conversation> theirs = known.get(account);
            Batch batch = batch(account, theirs, perAccount, done, messages);
            long cpu = cpu();
            store.write(
                    scope, rows -> rows.record(account, batch.events, new Cursor("c" + batch.first), Instant.now()));
            long recorded = cpu();
            store.write(scope, rows -> {
                Map<LedgerId, LedgerOutcome> outcomes = new HashMap<>();
                for (LedgerEntry entry : rows.waiting(account.brand(), account.id(), BATCH)) {
                    outcomes.put(entry.id(), LedgerOutcome.STORED);
                }
                rows.messagesByExternalId(
                        account.brand(),
                        account.id(),
                        batch.messages.stream().map(Message::externalId).toList());
                rows.conversationsByRoot(
                        account.brand(),
                        account.id(),
                        batch.conversations.values().stream()
                                .map(Conversation::root)
                                .toList());
                rows.saveProfiles(batch.profiles);
                rows.saveConversations(batch.conversations.values());
                rows.saveMessages(batch.messages);
                rows.addVersions(account.brand(), batch.versions);
                rows.saveInquiries(batch.inquiries);
                for (int i = 0; i < batch.profiles.size(); i++) {
                    Profile profile = batch.profiles.get(i);
                    rows.saveParticipants(
                            new ConversationRef(account.brand(), batch.newOnes.get(i)), List.of(profile.id()));
                }
                rows.settle(account.brand(), outcomes);
                return 0;
            });
            recordCpu += recorded - cpu;
            rowsCpu += cpu() - recorded;
            done += batch.messages.size();
            if (done - lastPrint >= 50_000) {
                lastPrint = done;
                out.printf(
                        "  %,9d messages: record %5.1f us, rows %5.1f us of CPU each; %.1f s%n",
                        done, recordCpu / 1e3 / done, rowsCpu / 1e3 / done, (System.nanoTime() - begun) / 1e9);
            }
        }
        double us = (recordCpu + rowsCpu) / 1e3 / done;
        out.printf("receive: %.1f us of CPU a message, %.1f s in all%n", us, (System.nanoTime() - begun) / 1e9);
    }

    private static final class Batch {
        int first;
        final List<RawEvent> events = new ArrayList<>();
        final List<Message> messages = new ArrayList<>();
        final Map<ConversationRef, Conversation> conversations = new HashMap<>();
        final List<Profile> profiles = new ArrayList<>();
        final List<org.kontor.api.id.ConversationId> newOnes = new ArrayList<>();
        final List<Inquiry> inquiries = new ArrayList<>();
        final List<MessageVersion> versions = new ArrayList<>();
    }

    private Batch batch(Account account, List<Conversation> theirs, int perAccount, int done, int messages) {
        Batch batch = new Batch();
        batch.first = done;
        for (int i = 0; i < BATCH && done + i < messages; i++) {
            String id = "<" + (done + i) + "." + Long.toHexString(random.nextLong()) + "@example.org>";
            Instant at = World.NOW.plusSeconds(done + i);
            boolean fresh = theirs.size() < perAccount && random.nextInt(3) == 0 || theirs.isEmpty();
            Conversation conversation;
            if (fresh) {
                ConversationState state = random.nextInt(10) < 7 ? ConversationState.OPEN : ConversationState.ANSWERED;
                conversation = world.conversation(account, id, state, at);
                theirs.add(conversation);
                Profile profile = world.profile(account, "person" + id, "Person " + (done + i));
                batch.profiles.add(profile);
                batch.newOnes.add(conversation.id());
            } else {
                int which = theirs.size() - 1 - random.nextInt(Math.min(theirs.size(), 200));
                conversation = Bend.with(
                        theirs.get(which),
                        "lastActivity",
                        at,
                        "messageCount",
                        theirs.get(which).messageCount() + 1);
                theirs.set(which, conversation);
            }
            batch.conversations.put(ConversationRef.of(conversation), conversation);
            String text = text();
            batch.events.add(world.event(id, "From: x\nSubject: y\n\n" + text));
            Message message = world.message(conversation, id, "Person " + random.nextInt(10_000), text, at, List.of());
            batch.messages.add(message);
            if (fresh) {
                batch.inquiries.add(world.inquiry(conversation, message));
            }
        }
        return batch;
    }

    private String text() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 20; i++) {
            // Zipf by the inverse of the harmonic sum, near enough.
            int rank = (int) Math.min(words.length - 1, Math.exp(random.nextDouble() * Math.log(words.length)) - 1);
            text.append(words[rank]).append(' ');
        }
        return text.toString().strip();
    }

    private static long cpu() {
        return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
                .getProcessCpuTime();
    }
}
