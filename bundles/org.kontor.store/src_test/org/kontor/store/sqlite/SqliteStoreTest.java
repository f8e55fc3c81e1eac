package org.kontor.store.sqlite;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.io.TempDir;
import org.kontor.api.store.Store;
import org.kontor.store.AgencyContract;
import org.kontor.store.AuditContract;
import org.kontor.store.BalanceContract;
import org.kontor.store.CaseContract;
import org.kontor.store.ConversationContract;
import org.kontor.store.FeedContract;
import org.kontor.store.InboxContract;
import org.kontor.store.LedgerContract;
import org.kontor.store.PolicyContract;
import org.kontor.store.RandomContract;
import org.kontor.store.ReportContract;
import org.kontor.store.RestartContract;
import org.kontor.store.SearchContract;
import org.kontor.store.SharingContract;
import org.kontor.store.StoreContract;
import org.kontor.store.WallContract;
import org.kontor.store.WorkContract;

/** The embedded store keeps the contract. */
class SqliteStoreTest {
    private static final StoreContract.BareEngine SQLITE = new StoreContract.BareEngine() {
        @Override
        public Store open(Path folder) {
            return SqliteStore.open(folder);
        }

        @Override
        public void close(Store store) {
            ((SqliteStore) store).close();
        }

        @Override
        public Connection connect(Path folder) throws SQLException {
            return DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("kontor.db"));
        }
    };

    @Nested
    class Agency extends AgencyContract {
        Agency(@TempDir Path folder) {
            super(SQLITE, folder);
        }
    }

    @Nested
    class Audit extends AuditContract {
        Audit(@TempDir Path folder) {
            super(SQLITE, folder);
        }
    }

    @Nested
    class Balance extends BalanceContract {
        Balance(@TempDir Path folder) {
            super(SQLITE, folder);
        }
    }

    @Nested
    class Cases extends CaseContract {
        Cases(@TempDir Path folder) {
            super(SQLITE, folder);
        }
    }

    @Nested
    class Ledger extends LedgerContract {
        Ledger(@TempDir Path folder) {
            super(SQLITE, folder);
        }
    }

    @Nested
    class Conversations extends ConversationContract {
        Conversations(@TempDir Path folder) {
            super(SQLITE, folder);
        }
    }

    @Nested
    class Policies extends PolicyContract {
        Policies(@TempDir Path folder) {
            super(SQLITE, folder);
        }
    }

    @Nested
    class Work extends WorkContract {
        Work(@TempDir Path folder) {
            super(SQLITE, folder);
        }
    }

    @Nested
    class Feed extends FeedContract {
        Feed(@TempDir Path folder) {
            super(SQLITE, folder);
        }
    }

    @Nested
    class Reports extends ReportContract {
        Reports(@TempDir Path folder) {
            super(SQLITE, folder);
        }
    }

    @Nested
    class Restart extends RestartContract {
        Restart(@TempDir Path folder) {
            super(SQLITE, folder);
        }
    }

    @Nested
    class Inbox extends InboxContract {
        Inbox(@TempDir Path folder) {
            super(SQLITE, folder);
        }
    }

    @Nested
    class Search extends SearchContract {
        Search(@TempDir Path folder) {
            super(SQLITE, folder);
        }
    }

    @Nested
    class Wall extends WallContract {
        Wall(@TempDir Path folder) {
            super(SQLITE, folder);
        }
    }

    @Nested
    class Sharing extends SharingContract {
        Sharing(@TempDir Path folder) {
            super(SQLITE, folder);
        }
    }

    @Nested
    class AtRandom extends RandomContract {
        AtRandom(@TempDir Path folder) {
            super(SQLITE, folder);
        }
    }
}
