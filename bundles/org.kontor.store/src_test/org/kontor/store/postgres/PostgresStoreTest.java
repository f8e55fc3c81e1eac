package org.kontor.store.postgres;

import java.nio.file.Path;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
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
import org.kontor.store.WallContract;
import org.kontor.store.WorkContract;
import org.kontor.store.postgres.Postgres.TeamEngine;

/** The team store keeps the contract, on a real server. */
@ExtendWith(Postgres.class)
class PostgresStoreTest {
    @Nested
    class Agency extends AgencyContract {
        Agency(TeamEngine engine, @TempDir Path folder) {
            super(engine, folder);
        }
    }

    @Nested
    class Audit extends AuditContract {
        Audit(TeamEngine engine, @TempDir Path folder) {
            super(engine, folder);
        }
    }

    @Nested
    class Balance extends BalanceContract {
        Balance(TeamEngine engine, @TempDir Path folder) {
            super(engine, folder);
        }
    }

    @Nested
    class Cases extends CaseContract {
        Cases(TeamEngine engine, @TempDir Path folder) {
            super(engine, folder);
        }
    }

    @Nested
    class Ledger extends LedgerContract {
        Ledger(TeamEngine engine, @TempDir Path folder) {
            super(engine, folder);
        }
    }

    @Nested
    class Conversations extends ConversationContract {
        Conversations(TeamEngine engine, @TempDir Path folder) {
            super(engine, folder);
        }
    }

    @Nested
    class Policies extends PolicyContract {
        Policies(TeamEngine engine, @TempDir Path folder) {
            super(engine, folder);
        }
    }

    @Nested
    class Work extends WorkContract {
        Work(TeamEngine engine, @TempDir Path folder) {
            super(engine, folder);
        }
    }

    @Nested
    class Feed extends FeedContract {
        Feed(TeamEngine engine, @TempDir Path folder) {
            super(engine, folder);
        }
    }

    @Nested
    class Reports extends ReportContract {
        Reports(TeamEngine engine, @TempDir Path folder) {
            super(engine, folder);
        }
    }

    @Nested
    class Restart extends RestartContract {
        Restart(TeamEngine engine, @TempDir Path folder) {
            super(engine, folder);
        }
    }

    @Nested
    class Inbox extends InboxContract {
        Inbox(TeamEngine engine, @TempDir Path folder) {
            super(engine, folder);
        }
    }

    @Nested
    class Search extends SearchContract {
        Search(TeamEngine engine, @TempDir Path folder) {
            super(engine, folder);
        }
    }

    @Nested
    class Wall extends WallContract {
        Wall(TeamEngine engine, @TempDir Path folder) {
            super(engine, folder);
        }
    }

    @Nested
    class Sharing extends SharingContract {
        Sharing(TeamEngine engine, @TempDir Path folder) {
            super(engine, folder);
        }
    }

    @Nested
    class AtRandom extends RandomContract {
        AtRandom(TeamEngine engine, @TempDir Path folder) {
            super(engine, folder);
        }
    }
}
