package org.kontor.desk.internal.balance;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kontor.api.audit.AuditAction;
import org.kontor.api.audit.AuditEntry;
import org.kontor.api.audit.AuditQuery;
import org.kontor.api.ledger.BalanceDifference;
import org.kontor.api.ledger.EventNumber;
import org.kontor.desk.internal.Desk;
import org.kontor.desk.internal.QuietLog;

class BalanceServiceTest {
    private final Path folder;
    private final Desk desk;
    private final BalanceService balances;
    private int told;

    BalanceServiceTest(@TempDir Path folder) {
        this.folder = folder;
        desk = new Desk(folder);
        balances = new BalanceService(desk.store(), desk.house);
        balances.onChange(() -> told++);
        for (int day = 0; day < 30; day++) {
            desk.receive(desk.channel.asks("q" + day, null, "Is it waterproof?", Desk.NOON));
            desk.pass(Duration.ofDays(1));
        }
    }

    @AfterEach
    void close() {
        desk.close();
    }

    private List<BalanceDifference> known() {
        return balances.known(Set.of(desk.brand.id()));
    }

    /** As somebody who opens the file with another program. */
    private void tamper(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("kontor.db"));
                Statement statement = connection.createStatement()) {
            assertThat(statement.executeUpdate(sql)).isEqualTo(1);
        }
    }

    @Test
    void aDifferenceIsKnownUntilItIsCountedAnewAndThatIsToldInTheTrail() throws Exception {
        assertThat(balances.check(desk.scope(), desk.brand.id(), new NullProgressMonitor()))
                .isEmpty();
        assertThat(told).isZero();
        tamper("UPDATE ledger_day SET stored = stored + 2 WHERE day = (SELECT max(l.day) FROM ledger_day l)");
        balances.check(desk.scope(), desk.brand.id(), new NullProgressMonitor());
        assertThat(told).isEqualTo(1);
        assertThat(known()).singleElement().isInstanceOfSatisfying(BalanceDifference.OfEvents.class, found -> {
            assertThat(found.account()).isEqualTo(desk.account.id());
            assertThat(found.number()).isEqualTo(EventNumber.STORED);
            assertThat(found.kept()).isEqualTo(found.counted() + 2);
        });
        assertThat(balances.recount(desk.scope(), desk.brand.id(), new NullProgressMonitor()))
                .isEmpty();
        assertThat(known()).isEmpty();
        assertThat(told).isEqualTo(2);
        List<AuditEntry> entries =
                desk.store().read(desk.scope(), rows -> rows.audit(AuditQuery.of(desk.brand.id(), 100)));
        assertThat(entries.getFirst().action()).isEqualTo(AuditAction.RECOUNT);
        assertThat(entries.getFirst().content("number")).contains("STORED");
        assertThat(entries.getFirst().content("count")).contains("1");
        assertThat(entries.getFirst().content("count.before")).contains("3");
    }

    @Test
    void everyBrandIsCheckedOnceOnEachOfItsDays() throws Exception {
        DailyCheck daily = new DailyCheck(desk.store(), desk.grants, balances, desk.house, QuietLog.LOGGER);
        try {
            daily.checkDue();
            tamper("UPDATE ledger_day SET own_echo = 1 WHERE day = (SELECT min(l.day) FROM ledger_day l)");
            daily.checkDue();
            assertThat(known()).as("the same day").isEmpty();
            desk.pass(Duration.ofDays(1));
            daily.checkDue();
            assertThat(known()).isNotEmpty();
        } finally {
            daily.close();
        }
    }
}
