package org.kontor.api.store;

import java.util.function.Consumer;
import java.util.function.Function;
import org.kontor.api.access.Scope;
import org.kontor.api.access.User;
import org.kontor.api.id.UserId;

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

    /**
     * Who works with this store: the one user of an embedded store, or the person behind the login of a team's.
     *
     * @throws StoreException if the store cannot be opened
     * @since 0.1.0
     */
    default UserId user() {
        return User.LOCAL;
    }

    /**
     * Whether this process does what is nobody's in particular: receives, sends, keeps the house in order. In a team only the one
     * program does whose login sees all brands.
     *
     * @throws StoreException if the store cannot be opened
     * @since 0.1.0
     */
    default boolean keepsHouse() {
        return true;
    }

    /**
     * The number by which ids that this process makes differ from those of others that write to the same store, for an
     * {@link org.kontor.api.id.IdSource}.
     *
     * @return 0 to 511
     * @throws StoreException if the store cannot be opened
     * @since 0.1.0
     */
    default int node() {
        return 0;
    }

    /** Ends something that was begun. */
    interface Registration extends AutoCloseable {
        @Override
        void close();
    }
}
