package org.kontor.desk.internal.house;

import java.util.Map;
import java.util.Set;
import org.kontor.api.access.Grants;
import org.kontor.api.access.Right;
import org.kontor.api.access.Scope;
import org.kontor.api.access.User;
import org.kontor.api.id.BrandId;
import org.kontor.api.id.UserId;
import org.kontor.api.store.Store;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Makes scopes from the grants that the store keeps. Embedded mode: one local user with all brands. */
@Component(service = Grants.class)
public final class StoredGrants extends Grants {
    private static final Set<Right> ALL = Set.of(Right.values());

    private final Store store;

    @Activate
    public StoredGrants(@Reference Store store) {
        this.store = store;
    }

    @Override
    public Scope current() {
        return of(User.LOCAL);
    }

    @Override
    public Scope system(BrandId brand) {
        return newScope(User.SYSTEM, false, Map.of(brand, ALL));
    }

    @Override
    public Scope system() {
        return of(User.SYSTEM);
    }

    private Scope of(UserId user) {
        Scope bare = newScope(user, true, Map.of());
        return newScope(user, true, store.read(bare, rows -> rows.grantsOf(user)));
    }
}
