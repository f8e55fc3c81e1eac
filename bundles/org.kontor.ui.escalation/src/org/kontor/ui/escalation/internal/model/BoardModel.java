package org.kontor.ui.escalation.internal.model;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kontor.api.access.Scope;
import org.kontor.api.access.User;
import org.kontor.api.account.Brand;
import org.kontor.api.cases.Case;
import org.kontor.api.cases.CaseQuery;
import org.kontor.api.cases.CaseRef;
import org.kontor.api.id.BrandId;
import org.kontor.api.id.UserId;
import org.kontor.api.report.ReportRange;
import org.kontor.api.store.Store;
import org.kontor.ui.api.TimeRange;
import org.kontor.ui.common.work.Work;

/** The board: which cases are listed. Belongs to the UI thread. */
public final class BoardModel implements AutoCloseable {
    /** More than this is no board; the archive is searched by range. */
    private static final int MOST = 2_000;

    /**
     * One case of the board.
     *
     * @param owner the name; empty for nobody
     */
    public record Row(Case shown, Brand brand, String owner) {}

    private final EscalationServices services;
    private final Messages messages;
    private final Listeners listeners = new Listeners();
    private final Work.Lane reading;
    private final Store.Registration registration;
    private final ZoneId zone;
    private boolean closed;
    private boolean mine;
    private Set<BrandId> brands = Set.of();
    private TimeRange range = TimeRange.USUAL;
    private @Nullable List<Row> rows;
    private String failure = "";
    /** Set by store threads. */
    private volatile boolean stale;

    /** @param zone in which the days of a range are meant */
    public BoardModel(EscalationServices services, Messages messages, ZoneId zone) {
        this.services = services;
        this.messages = messages;
        this.zone = zone;
        reading = services.work().lane(messages.text("job.board"), EscalationServices.FAMILY);
        registration = services.store().onCommit(seq -> stale = true);
    }

    /** Calls {@code listener} after every change. */
    public Runnable onChange(Runnable listener) {
        return listeners.add(listener);
    }

    /** Reads the board, in a job. */
    public void reload() {
        stale = false;
        boolean ofMe = mine;
        Set<BrandId> of = brands;
        CaseQuery.State state = closed ? closedState() : new CaseQuery.State.Open();
        reading.run(
                monitor -> read(services.grants().current(), of, state, ofMe),
                found -> {
                    rows = found;
                    failure = "";
                    listeners.fire();
                },
                fault -> {
                    failure = messages.text("board.failed", String.valueOf(fault.getMessage()));
                    listeners.fire();
                });
    }

    private CaseQuery.State closedState() {
        ReportRange days = range.days(services.clock().instant().atZone(zone).toLocalDate());
        return new CaseQuery.State.Closed(
                days.first().atStartOfDay(zone).toInstant(),
                days.last().plusDays(1).atStartOfDay(zone).toInstant());
    }

    private List<Row> read(Scope scope, Set<BrandId> of, CaseQuery.State state, boolean ofMe) {
        CaseQuery query = new CaseQuery(of, state, ofMe ? scope.user() : null, MOST);
        List<Case> found = services.cases().board(scope, query);
        return services.store().read(scope, all -> {
            Map<BrandId, Brand> named = new HashMap<>();
            all.brands().forEach(brand -> named.put(brand.id(), brand));
            Map<UserId, String> people = new HashMap<>();
            all.users().stream().filter(u -> !u.id().equals(User.SYSTEM)).forEach(u -> people.put(u.id(), u.name()));
            List<Row> rows = new ArrayList<>();
            for (Case each : found) {
                Brand brand = named.get(each.brand());
                if (brand != null) {
                    UserId owner = each.facts().owner();
                    String name = owner == null ? null : people.get(owner);
                    rows.add(new Row(each, brand, name == null ? "" : name));
                }
            }
            return rows;
        });
    }

    /** Called from time to time while the board shows: follows the store. */
    public void tick() {
        if (stale) {
            reload();
        }
    }

    /** The cases; empty until they are read. */
    public Optional<List<Row>> rows() {
        return Optional.ofNullable(rows);
    }

    /** Why there are none, or no newer ones; empty while nothing is wrong. */
    public String failure() {
        return failure;
    }

    /** The row of a case, or -1. */
    public int indexOf(CaseRef ref) {
        List<Row> all = rows().orElse(List.of());
        for (int i = 0; i < all.size(); i++) {
            if (all.get(i).shown().ref().equals(ref)) {
                return i;
            }
        }
        return -1;
    }

    /** Whether closed cases are shown in the place of open ones. */
    public boolean closed() {
        return closed;
    }

    /** Shows closed cases, or the open ones again. */
    public void closed(boolean wanted) {
        if (closed != wanted) {
            closed = wanted;
            changed();
        }
    }

    /** Whether only the user's own cases are shown. */
    public boolean mine() {
        return mine;
    }

    /** Shows only the user's own cases, or all of them again. */
    public void mine(boolean wanted) {
        if (mine != wanted) {
            mine = wanted;
            changed();
        }
    }

    /** Shows these brands; empty for all. */
    public void brands(Set<BrandId> wanted) {
        if (!brands.equals(wanted)) {
            brands = Set.copyOf(wanted);
            changed();
        }
    }

    /** Whether some brands are left out. */
    public boolean filtered() {
        return mine || !brands.isEmpty();
    }

    /** Shows what was closed within a range; what is open is open whatever the range. */
    public void range(TimeRange wanted) {
        if (!range.equals(wanted)) {
            range = wanted;
            if (closed) {
                changed();
            }
        }
    }

    private void changed() {
        listeners.fire();
        reload();
    }

    @Override
    public void close() {
        registration.close();
        reading.cancel();
    }
}
