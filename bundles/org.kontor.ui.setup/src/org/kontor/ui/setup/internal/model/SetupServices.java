package org.kontor.ui.setup.internal.model;

import java.time.LocalDate;
import java.util.List;
import org.kontor.api.access.Grants;
import org.kontor.api.access.Scope;
import org.kontor.api.account.Brand;
import org.kontor.api.audit.AuditTrail;
import org.kontor.api.clock.Policies;
import org.kontor.api.desk.Connectors;
import org.kontor.api.desk.Setup;
import org.kontor.api.ledger.Balances;
import org.kontor.api.network.Network;
import org.kontor.api.runner.Runner;
import org.kontor.api.secret.SecretStore;
import org.kontor.api.store.Store;
import org.kontor.api.store.TeamDatabase;
import org.kontor.ui.common.work.Work;

/** What the set-up needs of the house. */
public record SetupServices(
        Setup setup,
        Store store,
        Grants grants,
        Connectors connectors,
        Runner runner,
        SecretStore secrets,
        Network network,
        Policies policies,
        TeamDatabase team,
        AuditTrail trail,
        Balances balances,
        Work work) {
    /** So far back it is told what was found late. */
    static final int LATE_DAYS = 30;

    /** The family of every job of the set-up. */
    public static final Object FAMILY = SetupServices.class;

    /** What the user may do now. For workers only. */
    Scope scope() {
        return grants.current();
    }

    /** Everything that is set up. For workers only. */
    Snapshot snapshot() {
        return store.read(scope(), rows -> {
            List<Brand> brands = rows.brands();
            return new Snapshot(
                    rows.clients(),
                    brands,
                    rows.accounts(),
                    rows.accountStatuses(),
                    brands.stream().flatMap(b -> rows.policy(b.id()).stream()).toList(),
                    rows.foundLate(
                            LocalDate.now().minusDays(LATE_DAYS),
                            LocalDate.now().plusDays(1)));
        });
    }
}
