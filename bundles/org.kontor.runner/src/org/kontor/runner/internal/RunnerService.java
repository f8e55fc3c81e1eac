package org.kontor.runner.internal;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.kontor.api.access.Grants;
import org.kontor.api.access.Scope;
import org.kontor.api.account.Account;
import org.kontor.api.channel.ChannelConnector;
import org.kontor.api.desk.Connectors;
import org.kontor.api.desk.Dispatch;
import org.kontor.api.desk.InboxActions;
import org.kontor.api.desk.Intake;
import org.kontor.api.id.AccountId;
import org.kontor.api.runner.Awaited;
import org.kontor.api.runner.Pace;
import org.kontor.api.runner.Runner;
import org.kontor.api.store.Change;
import org.kontor.api.store.Store;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.log.Logger;
import org.osgi.service.log.LoggerFactory;

/** Keeps one pair of loops for every active account, and wakes what was snoozed. */
@Component(service = Runner.class, immediate = true)
public final class RunnerService implements Runner {
    private static final Duration LOOK_EVERY = Duration.ofSeconds(5);
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final int CHANGES = 500;

    private final Services services;
    private final InboxActions actions;
    private final Signal signal = new Signal();
    private final Map<AccountId, AccountLoops> loops = new HashMap<>();
    private final List<Awaited> awaited = new CopyOnWriteArrayList<>();
    private final Thread keeper;
    private final Store.Registration hints;
    private volatile boolean running = true;
    private @Nullable FeedPosition position;

    @Activate
    public RunnerService(
            @Reference Store store,
            @Reference Grants grants,
            @Reference Connectors connectors,
            @Reference Intake intake,
            @Reference Dispatch dispatch,
            @Reference InboxActions actions,
            @Reference(cardinality = ReferenceCardinality.OPTIONAL) @Nullable Pace pace,
            @Reference(service = LoggerFactory.class) Logger log) {
        this(
                new Services(
                        store,
                        grants,
                        connectors,
                        intake,
                        dispatch,
                        InstantSource.system(),
                        RandomGenerator.getDefault(),
                        pace == null ? Pace.USUAL : pace,
                        log),
                actions);
    }

    RunnerService(Services services, InboxActions actions) {
        this.services = services;
        this.actions = actions;
        this.hints = services.store().onCommit(seq -> signal.call());
        keeper = Thread.ofVirtual().name("runner").start(this::keep);
    }

    /** Accounts begin when this is ready. */
    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    public void await(Awaited thing) {
        awaited.add(thing);
    }

    /** Accounts need not wait for this any more. */
    public void unawait(Awaited thing) {
        awaited.remove(thing);
        signal.call();
    }

    @Override
    public void accountsChanged() {
        signal.call();
    }

    @Override
    public void receiveNow(AccountId account) {
        withLoops(account, AccountLoops::receiveNow);
    }

    @Override
    public void sendNow(AccountId account) {
        withLoops(account, AccountLoops::sendNow);
    }

    @Override
    public boolean running() {
        return running;
    }

    private void withLoops(AccountId account, Consumer<AccountLoops> call) {
        synchronized (loops) {
            AccountLoops found = loops.get(account);
            if (found != null) {
                call.accept(found);
            }
        }
    }

    /** The first look opens the database, which takes a while: whoever starts the runner does not wait for it. */
    private void keep() {
        boolean look = follow();
        Instant lookAgain = Instant.EPOCH;
        try {
            while (running) {
                try {
                    Instant now = Instant.ofEpochMilli(services.clock().millis());
                    if (!awaited.stream().allMatch(Awaited::ready)) {
                        lookAgain = now;
                    } else if (look || !now.isBefore(lookAgain)) {
                        adjust();
                        actions.wake(services.grants().system(), now);
                        lookAgain = now.plus(LOOK_EVERY);
                    }
                } catch (RuntimeException bug) {
                    services.log().error("The accounts could not be looked at", bug);
                }
                signal.await(LOOK_EVERY);
                look = follow();
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    /** Follows the change feed: new replies wake their sender. Returns whether accounts changed. */
    private boolean follow() {
        try {
            Scope scope = services.grants().system();
            FeedPosition known = position;
            if (known == null) {
                position = new FeedPosition(services.store().read(scope, rows -> rows.changeHead()));
                return true;
            }
            List<Change> changes =
                    known.next(after -> services.store().read(scope, rows -> rows.changes(after, CHANGES)));
            boolean accounts =
                    changes.stream().anyMatch(c -> c.kind() == Change.Kind.ACCOUNT || c.kind() == Change.Kind.BRAND);
            if (changes.stream().anyMatch(c -> c.kind() == Change.Kind.OUTBOX)) {
                synchronized (loops) {
                    loops.values().forEach(AccountLoops::sendNow);
                }
            }
            return accounts;
        } catch (RuntimeException bug) {
            services.log().error("The change feed could not be read", bug);
            return true;
        }
    }

    /** Starts and stops loops so that exactly the active accounts have one, as set up now. */
    private void adjust() throws InterruptedException {
        Map<AccountId, Account> wanted = new HashMap<>();
        services.store().read(services.grants().system(), rows -> rows.accounts()).stream()
                .filter(Account::active)
                .forEach(a -> wanted.put(a.id(), a));
        List<AccountLoops> ended = new ArrayList<>();
        synchronized (loops) {
            loops.values().removeIf(l -> {
                boolean over = !l.account().equals(wanted.get(l.account().id()));
                if (over) {
                    ended.add(l);
                }
                return over;
            });
        }
        stop(ended);
        for (Account account : wanted.values()) {
            start(account);
        }
    }

    private void start(Account account) {
        Optional<ChannelConnector> connector = services.connectors().of(account.channel());
        synchronized (loops) {
            if (!running || connector.isEmpty() || loops.containsKey(account.id())) {
                return;
            }
            try {
                AccountLoops begun = new AccountLoops(services, account, connector.get());
                loops.put(account.id(), begun);
                begun.start();
            } catch (IllegalArgumentException settings) {
                services.log().error("Account {} cannot be opened: {}", account.id(), settings.getMessage());
            }
        }
    }

    private static void stop(List<AccountLoops> ended) throws InterruptedException {
        ended.forEach(AccountLoops::stop);
        for (AccountLoops each : ended) {
            each.join(PATIENCE);
        }
    }

    /** Ends all loops; what is being sent gets a little time to end well. */
    @Deactivate
    public void close() {
        running = false;
        hints.close();
        signal.call();
        try {
            List<AccountLoops> all;
            synchronized (loops) {
                all = List.copyOf(loops.values());
                loops.clear();
            }
            stop(all);
            keeper.join(PATIENCE);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
