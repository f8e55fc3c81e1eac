package org.kontor.store.postgres;

import java.nio.file.Path;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.kontor.store.AgencyContract;
import org.kontor.store.CaseContract;
import org.kontor.store.ConversationContract;
import org.kontor.store.FeedContract;
import org.kontor.store.PolicyContract;
import org.kontor.store.WallContract;
import org.kontor.store.WorkContract;
import org.kontor.store.postgres.Postgres.TeamEngine;

/** A person's login has all the rights in the database that its work needs, under row-level security. */
@ExtendWith(Postgres.class)
class PersonsLoginTest {
    @Nested
    class Agency extends AgencyContract {
        Agency(TeamEngine engine, @TempDir Path folder) {
            super(engine.asPerson(), folder);
        }
    }

    @Nested
    class Cases extends CaseContract {
        Cases(TeamEngine engine, @TempDir Path folder) {
            super(engine.asPerson(), folder);
        }
    }

    @Nested
    class Conversations extends ConversationContract {
        Conversations(TeamEngine engine, @TempDir Path folder) {
            super(engine.asPerson(), folder);
        }
    }

    @Nested
    class Feed extends FeedContract {
        Feed(TeamEngine engine, @TempDir Path folder) {
            super(engine.asPerson(), folder);
        }
    }

    @Nested
    class Policies extends PolicyContract {
        Policies(TeamEngine engine, @TempDir Path folder) {
            super(engine.asPerson(), folder);
        }
    }

    @Nested
    class Wall extends WallContract {
        Wall(TeamEngine engine, @TempDir Path folder) {
            super(engine.asPerson(), folder);
        }
    }

    @Nested
    class Work extends WorkContract {
        Work(TeamEngine engine, @TempDir Path folder) {
            super(engine.asPerson(), folder);
        }
    }
}
