package org.kontor.ui.inbox.internal.model;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.kontor.api.access.Grants;
import org.kontor.api.access.Scope;
import org.kontor.api.desk.Connectors;
import org.kontor.api.desk.Drafts;
import org.kontor.api.desk.InboxActions;
import org.kontor.api.desk.Reading;
import org.kontor.api.desk.Replies;
import org.kontor.api.runner.Runner;
import org.kontor.api.store.ReadRows;
import org.kontor.api.store.Store;

/** What the inbox needs of the house. */
public record Services(
        Store store,
        Grants grants,
        InboxActions actions,
        Reading reading,
        Replies replies,
        Drafts drafts,
        Connectors connectors,
        Runner runner,
        Plugins plugins) {
    /** Reads with what the user may see now. For workers only. */
    public <T extends @Nullable Object> T read(Function<ReadRows, T> work) {
        return store.read(grants.current(), work);
    }

    /** What the user may do now. For workers only. */
    public Scope scope() {
        return grants.current();
    }
}
