package org.kontor.ui.setup.internal.model;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kontor.api.store.StoreException;
import org.kontor.api.store.TeamDatabase;
import org.kontor.api.store.UiThread;

/** A choice of databases of which one server answers. */
public final class FakeTeam implements TeamDatabase {
    /** The one that answers. */
    public static final String HOST = "db.example.org";

    public volatile @Nullable Address address;
    public volatile @Nullable String password;
    volatile boolean offered = true;

    @Override
    public boolean offered() {
        UiThread.forbid("team");
        return offered;
    }

    @Override
    public Optional<Address> address() {
        UiThread.forbid("team");
        return Optional.ofNullable(address);
    }

    @Override
    public boolean passwordKept() {
        UiThread.forbid("team");
        return password != null;
    }

    @Override
    public void test(Address tried, @Nullable String with) {
        UiThread.forbid("team");
        if (!tried.hosts().equals(HOST)) {
            throw new StoreException(StoreException.Kind.UNREACHABLE, tried.hosts() + " cannot be reached.", null);
        }
    }

    @Override
    public void use(Address chosen, @Nullable String with) {
        address = chosen;
        if (with != null) {
            password = with;
        }
    }

    @Override
    public void leave() {
        address = null;
        password = null;
    }
}
