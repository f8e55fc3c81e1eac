package org.kontor.guard.internal.call;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.eclipse.osgi.service.environment.EnvironmentInfo;
import org.kontor.api.plugin.Contribution;
import org.kontor.api.plugin.Guard;
import org.kontor.api.plugin.Guarded;
import org.kontor.api.plugin.PluginBrands;
import org.kontor.api.plugin.Trouble;
import org.kontor.api.runner.DataFolder;
import org.kontor.api.store.Store;
import org.kontor.api.store.UiThread;
import org.kontor.guard.internal.file.KeptRecord;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.log.Logger;
import org.osgi.service.log.LoggerFactory;

/**
 * Calls contributions on daemon threads of its own. They are platform threads: one that computes for ever would keep a carrier
 * of all virtual threads busy, and with it the connectors.
 */
@Component(service = {Guard.class, GuardService.class})
public final class GuardService implements Guard {
    static final String FILE = "guard.json";
    /** So many threads may be stuck in one bundle; then nothing of it is called until one comes back. */
    static final int MOST_STUCK = 4;

    /** The house gets so many times as long: on a slow machine no clock of its own must be lost. */
    private static final int HOUSE_FACTOR = 10;

    private static final int MOST_LANES = 1_000;

    private final TroubleBook book;
    private final boolean safe;
    private final Function<Object, String> owner;
    private final Function<Contribution.Kind, Duration> limits;
    private final ExecutorService threads = Executors.newCachedThreadPool(
            Thread.ofPlatform().daemon().name("contribution-", 0).factory());
    private final Map<Contribution, Lane> lanes = new ConcurrentHashMap<>();

    @Activate
    public GuardService(
            @Reference DataFolder folder,
            @Reference EnvironmentInfo environment,
            @Reference(service = LoggerFactory.class) Logger log,
            BundleContext bundles) {
        this(
                new TroubleBook(
                        new KeptRecord<>(folder.path().resolve(FILE), TroubleBook.Kept.class, log),
                        new Bundles(bundles)::version,
                        InstantSource.system(),
                        log),
                Arrays.asList(environment.getNonFrameworkArgs()).contains("--safe"),
                Bundles::owner,
                Contribution.Kind::limit);
        if (safe) {
            log.info("Safe mode: nothing of a plug-in is called");
        }
    }

    /**
     * @param owner the name of the bundle that a service comes from
     * @param limits how long a call may take
     */
    GuardService(
            TroubleBook book,
            boolean safe,
            Function<Object, String> owner,
            Function<Contribution.Kind, Duration> limits) {
        this.book = book;
        this.safe = safe;
        this.owner = owner;
        this.limits = limits;
    }

    @Deactivate
    void close() {
        threads.shutdownNow();
    }

    @Override
    public <S, T> Guarded<T> call(
            Contribution.Kind kind, String id, S service, IProgressMonitor monitor, Call<S, T> call) {
        UiThread.forbid("a contribution");
        String name = id.isBlank() ? service.getClass().getName() : id;
        Contribution what = new Contribution(owner.apply(service), kind, name);
        Optional<Trouble> off = off(what);
        if (off.isPresent()) {
            return new Guarded.Off<>(off.get());
        }
        Lane lane = lane(what);
        Attempt<S, T> attempt = new Attempt<>(service, call, limit(what), lane::free);
        if (stuckIn(what.bundle()) >= MOST_STUCK || !lane.take(attempt, monitor)) {
            return failed(what, Trouble.Reason.SLOW, "an earlier call still runs", lane.where());
        }
        start(attempt, lane);
        return await(what, attempt, monitor);
    }

    private Duration limit(Contribution what) {
        Duration limit = limits.apply(what.kind());
        return house(what) ? limit.multipliedBy(HOUSE_FACTOR) : limit;
    }

    private static boolean house(Contribution what) {
        return what.bundle().startsWith(PluginBrands.HOUSE);
    }

    private Optional<Trouble> off(Contribution what) {
        if (safe && !house(what)) {
            return Optional.of(new Trouble(what, Trouble.Reason.SAFE_MODE, "", book.now(), 0, true));
        }
        return book.off(what);
    }

    private Lane lane(Contribution what) {
        if (lanes.size() > MOST_LANES) {
            lanes.values().removeIf(Lane::idle);
        }
        return lanes.computeIfAbsent(what, each -> new Lane());
    }

    private long stuckIn(String bundle) {
        return lanes.entrySet().stream()
                .filter(each ->
                        each.getKey().bundle().equals(bundle) && each.getValue().stuck())
                .count();
    }

    private void start(Attempt<?, ?> attempt, Lane lane) {
        try {
            threads.execute(attempt);
        } catch (RuntimeException | OutOfMemoryError e) { // no thread to be had
            lane.free();
            throw e;
        }
    }

    private <T> Guarded<T> await(Contribution what, Attempt<?, T> attempt, IProgressMonitor monitor) {
        try {
            while (!attempt.ended(Lane.GLANCE_MILLIS)) {
                if (monitor.isCanceled()) {
                    throw new OperationCanceledException();
                }
                if (attempt.late()) {
                    Traced where = attempt.where();
                    attempt.stop();
                    return failed(what, Trouble.Reason.SLOW, limit(what).toMillis() + " ms", where);
                }
            }
        } catch (InterruptedException e) {
            attempt.stop();
            Thread.currentThread().interrupt();
            throw new OperationCanceledException();
        } catch (OperationCanceledException e) {
            attempt.stop();
            throw e;
        }
        return outcome(what, attempt);
    }

    private <T> Guarded<T> outcome(Contribution what, Attempt<?, T> attempt) {
        return switch (attempt.end()) {
            case Attempt.End.Answer<T>(T value) -> {
                book.answered(what);
                yield new Guarded.Answered<>(value);
            }
            case Attempt.End.Fault<T>(Trouble.Reason reason, String detail, Traced trace) ->
                failed(what, reason, detail, trace);
        };
    }

    private <T> Guarded<T> failed(Contribution what, Trouble.Reason reason, String detail, Traced trace) {
        return new Guarded.Failed<>(book.fault(what, reason, detail, trace));
    }

    @Override
    public List<Trouble> troubles() {
        return book.all();
    }

    @Override
    public void tryAgain(Contribution contribution) {
        book.tryAgain(contribution);
    }

    @Override
    public boolean safeMode() {
        return safe;
    }

    @Override
    public Store.Registration onChange(Runnable listener) {
        return book.onChange(listener);
    }

    /** Switches off all that a bundle contributes, now and after the next start. */
    public void block(String bundle, String detail) {
        book.block(bundle, detail);
    }

    /** How many threads wait in vain for a contribution to return. */
    long stuck() {
        return lanes.values().stream().filter(Lane::stuck).count();
    }

    /** What the framework knows of bundles. */
    private record Bundles(BundleContext context) {
        Optional<String> version(String name) {
            return Arrays.stream(context.getBundles())
                    .filter(bundle -> name.equals(bundle.getSymbolicName()))
                    .map(bundle -> bundle.getVersion().toString())
                    .findFirst();
        }

        static String owner(Object service) {
            Bundle bundle = FrameworkUtil.getBundle(service.getClass());
            String name = bundle == null ? null : bundle.getSymbolicName();
            return name == null ? "unknown" : name;
        }
    }
}
