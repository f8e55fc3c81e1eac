package org.kontor.ui.inbox.internal.fake;

import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.kontor.api.access.Grants;
import org.kontor.api.access.Right;
import org.kontor.api.access.Scope;
import org.kontor.api.access.User;
import org.kontor.api.id.BrandId;
import org.kontor.api.store.UiThread;

/** Grants the local user every brand of a house. */
public final class FakeGrants extends Grants {
    private final FakeHouse house;

    FakeGrants(FakeHouse house) {
        this.house = house;
    }

    @Override
    public Scope current() {
        UiThread.forbid("grants");
        return newScope(User.LOCAL, true, rights());
    }

    @Override
    public Scope system(BrandId brand) {
        return newScope(User.SYSTEM, false, Map.of(brand, Set.of(Right.values())));
    }

    @Override
    public Scope system() {
        return newScope(User.SYSTEM, true, rights());
    }

    private Map<BrandId, Set<Right>> rights() {
        return house.brands.keySet().stream().collect(Collectors.toMap(id -> id, id -> Set.of(Right.values())));
    }
}
