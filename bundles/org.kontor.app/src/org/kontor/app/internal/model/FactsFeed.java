package org.kontor.app.internal.model;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.jspecify.annotations.Nullable;
import org.kontor.api.access.Grants;
import org.kontor.api.access.Scope;
import org.kontor.api.access.User;
import org.kontor.api.account.AccountStatus;
import org.kontor.api.store.ReadRows;
import org.kontor.api.store.Store;
import org.kontor.ui.common.brand.BrandColours;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.log.Logger;
import org.osgi.service.log.LoggerFactory;

/**
 * Reads what the bars show, in a job: soon after a commit, at most twice a second, and once a minute for what only time
 * changes. Store and grants may come late or not at all; until then the facts are empty.
 */
@Component(service = FactsFeed.class)
public final class FactsFeed {
    /** Family of the reading job, for tests that wait. */
    public static final Object FAMILY = FactsFeed.class;

    private static final long SOON_MS = 500;
    private static final long TICK_MS = 60_000;

    private final Logger log;
    private final List<Consumer<Facts>> listeners = new CopyOnWriteArrayList<>();
    private final Job job = new ReadJob();
    private volatile Facts facts = Facts.NONE;
    private volatile @Nullable Store store;
    private volatile @Nullable Grants grants;
    private volatile @Nullable BrandColours colours;
    private volatile boolean open = true;
    private boolean wanted;
    private Store.@Nullable Registration hints;

    @Activate
    public FactsFeed(@Reference(service = LoggerFactory.class) Logger log) {
        this.log = log;
    }

    @Deactivate
    void close() {
        open = false;
        job.cancel();
    }

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    void setStore(Store bound) {
        store = bound;
        hints = bound.onCommit(seq -> soon());
        soon();
    }

    void unsetStore(Store gone) {
        Store.Registration before = hints;
        if (before != null) {
            before.close();
        }
        store = null;
    }

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    void setGrants(Grants bound) {
        grants = bound;
        soon();
    }

    void unsetGrants(Grants gone) {
        grants = null;
    }

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    void setColours(BrandColours bound) {
        colours = bound;
        soon();
    }

    void unsetColours(BrandColours gone) {
        colours = null;
    }

    /** What was read last. */
    public Facts facts() {
        return facts;
    }

    /** Whether there is a store to read. */
    public boolean connected() {
        return store != null && grants != null;
    }

    /**
     * Tells of every change, on a worker thread.
     *
     * @return takes the listener off again
     */
    public Runnable onChange(Consumer<Facts> listener) {
        Consumer<Facts> own = listener::accept;
        listeners.add(own);
        return () -> listeners.remove(own);
    }

    /** Reads half a second from now, however many commits come until then. */
    private synchronized void soon() {
        if (!wanted) {
            wanted = true;
            // It may sleep until the next minute, or run and have to run again: the one or the other takes effect.
            job.wakeUp(SOON_MS);
            job.schedule(SOON_MS);
        }
    }

    private synchronized void begin() {
        wanted = false;
    }

    /** The last call for a running job is the one that counts, so a commit during the read must not wait for the tick. */
    private synchronized void again() {
        if (open && connected()) {
            job.schedule(wanted ? SOON_MS : TICK_MS);
        }
    }

    private void read() {
        Store from = store;
        Grants by = grants;
        if (from == null || by == null) {
            return;
        }
        Scope scope = by.current();
        BrandColours shownIn = colours;
        Facts now = from.read(scope, rows -> read(rows, scope, shownIn));
        if (!now.equals(facts)) {
            facts = now;
            listeners.forEach(listener -> listener.accept(now));
        }
    }

    private static Facts read(ReadRows rows, Scope scope, @Nullable BrandColours shownIn) {
        ZoneId zone = ZoneId.systemDefault();
        LocalDate today = LocalDate.now(zone);
        var from = today.atStartOfDay(zone).toInstant();
        var to = today.plusDays(1).atStartOfDay(zone).toInstant();
        Map<org.kontor.api.id.AccountId, AccountStatus> statuses =
                rows.accountStatuses().stream().collect(Collectors.toMap(AccountStatus::account, Function.identity()));
        String user = rows.users().stream()
                .filter(each -> each.id().equals(scope.user()))
                .map(User::name)
                .findFirst()
                .orElse("");
        return new Facts(
                user,
                shownIn == null ? rows.brands() : shownIn.shown(rows.brands()),
                rows.accounts(),
                statuses,
                rows.outboxPending(),
                rows.eventBalance(from, to),
                rows.inquiryBalance(from, to));
    }

    private final class ReadJob extends Job {
        ReadJob() {
            super("kontor facts");
            setSystem(true);
        }

        @Override
        public boolean belongsTo(@Nullable Object family) {
            return FAMILY.equals(family);
        }

        // A store that fails says so itself; the bars keep what they had and try again.
        @Override
        protected IStatus run(@Nullable IProgressMonitor monitor) {
            begin();
            try {
                read();
            } catch (RuntimeException e) {
                log.warn("The status line cannot be read; next try in a minute", e);
            }
            again();
            return Status.OK_STATUS;
        }
    }
}
