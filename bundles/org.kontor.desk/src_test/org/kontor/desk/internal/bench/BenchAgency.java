package org.kontor.desk.internal.bench;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.kontor.api.access.Scope;
import org.kontor.api.account.Account;
import org.kontor.api.account.Brand;
import org.kontor.api.account.Colour;
import org.kontor.api.channel.Cursor;
import org.kontor.api.channel.Direction;
import org.kontor.api.channel.RawEvent;
import org.kontor.api.desk.Setup;
import org.kontor.api.runner.Pace;
import org.kontor.api.store.Store;
import org.kontor.desk.internal.Desk.MapSecrets;
import org.kontor.desk.internal.PlainGuard;
import org.kontor.desk.internal.QuietLog;
import org.kontor.desk.internal.house.ConnectorRegistry;
import org.kontor.desk.internal.house.Contributions;
import org.kontor.desk.internal.house.House;
import org.kontor.desk.internal.house.StoredGrants;
import org.kontor.desk.internal.intake.Hooks;
import org.kontor.desk.internal.intake.IntakeService;
import org.kontor.desk.internal.setup.SetupService;

/** An agency of {@value #BRANDS} brands with two accounts each, whose customers write and get answers, over the real desk. */
final class BenchAgency {
    static final int BRANDS = 40;
    static final int BATCH = 500;

    private static final Instant BEGIN = Instant.parse("2024-03-01T08:00:00Z");
    private static final int WORDS = 20;
    /** Of how many of its last threads an account's messages are. */
    private static final int LIVELY = 200;

    private final Store store;
    private final StoredGrants grants;
    private final IntakeService intake;
    private final List<Account> accounts = new ArrayList<>();
    private final List<Brand> brands = new ArrayList<>();
    private final Duration pace;
    private final int perConversation;
    private Instant now = BEGIN;

    /**
     * @param messages how many will come, over two years
     * @param perConversation how many messages a conversation has on average
     */
    BenchAgency(Store store, long messages, int perConversation) {
        this.store = store;
        this.pace = Duration.ofDays(730).dividedBy(messages);
        this.perConversation = perConversation;
        PlainGuard guard = new PlainGuard();
        House house = new House(() -> now, 0, Pace.USUAL, new Contributions(guard, guard));
        grants = StoredGrants.of(store, guard, "org.kontor.desk");
        ConnectorRegistry connectors = new ConnectorRegistry(new MapSecrets());
        connectors.add(new BenchChannel());
        intake = new IntakeService(store, grants, connectors, new Hooks(house), house, QuietLog.LOGGER);
        SetupService setup = new SetupService(store, connectors, new MapSecrets(), house);
        for (int i = 0; i < BRANDS; i++) {
            Brand brand = setup.createBrand(
                    scope(), null, "Brand " + i, Colour.of("#0f766e"), ZoneId.of("Europe/Berlin"), "");
            brands.add(brand);
            for (int each = 0; each < 2; each++) {
                accounts.add(setup.createAccount(
                        scope(),
                        new Setup.NewAccount(
                                brand.id(),
                                BenchChannel.TYPE,
                                "hilfe" + each + "@brand" + i + ".example",
                                Map.of(),
                                BEGIN.minus(Duration.ofDays(1)))));
            }
        }
    }

    Store store() {
        return store;
    }

    /** All brands, anew each time as the desk asks for it. */
    Scope scope() {
        return grants.current();
    }

    List<Brand> brands() {
        return brands;
    }

    /** What customers and brands write, batch by batch; the same for the same seed. */
    final class Writing {
        private final Random random;
        private final BenchWords words;
        private final long[] threads = new long[accounts.size()];
        private long number;

        Writing(long seed) {
            random = new Random(seed);
            words = new BenchWords(seed);
        }

        BenchWords words() {
            return words;
        }

        long number() {
            return number;
        }

        /** So many messages, all to one account; the accounts take turns. */
        void receive(int many) {
            int which = (int) (number / BATCH % accounts.size());
            List<RawEvent> events = new ArrayList<>(many);
            for (int i = 0; i < many; i++) {
                events.add(next(which));
            }
            Account account = accounts.get(which);
            intake.record(account, events, new Cursor("c" + number));
            intake.process(account, new NullProgressMonitor());
        }

        private RawEvent next(int which) {
            boolean fresh = threads[which] == 0 || random.nextInt(perConversation) == 0;
            long thread = fresh ? threads[which]++ : Math.max(0, threads[which] - 1 - random.nextInt(LIVELY));
            Direction direction = !fresh && random.nextInt(5) < 2 ? Direction.OUTBOUND : Direction.INBOUND;
            now = BEGIN.plus(pace.multipliedBy(number));
            return BenchChannel.message(
                    number++,
                    "t" + which + "-" + thread,
                    direction,
                    "Kunde " + which + "-" + thread,
                    now,
                    words.text(WORDS));
        }
    }
}
