package org.kontor.api.store;

import java.util.function.Consumer;
import java.util.function.Function;
import org.kontor.api.access.Scope;

/**
 * The store: everything durable, behind transactions that name a scope. Every call blocks and does disk I/O; a call on the
 * UI thread fails at once ({@link UiThread}). Safe for use by several threads.
 */
public interface Store {
    /**
     * Reads in one consistent view.
     *
     * @param work uses the rows it is given, and only while it runs; answers an Optional rather than null
     * @throws StoreException if the store cannot be read
     */
    <T> T read(Scope scope, Function<ReadRows, T> work);

    /**
     * Writes in one transaction: when this returns, all of it is durable; when it throws, none of it happened.
     *
     * @param work uses the rows it is given, and only while it runs; it may be run again after a passing fault, so it must
     *     have no other effect
     * @throws StoreException if the store cannot be written; what happened and what to do is in the message
     */
    <T> T write(Scope scope, Function<WriteRows, T> work);

    /**
     * Tells when something was committed, as a hint: it names nothing and may come late, twice or for nothing. The change
     * feed is the truth.
     *
     * @param hint called on a store thread with the newest sequence number; must return at once
     * @return ends the hints when closed
     */
    Registration onCommit(Consumer<Long> hint);

    /** Ends something that was begun. */
    interface Registration extends AutoCloseable {
        @Override
        void close();
    }
}
