package org.kontor.store;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.kontor.api.access.Grants;
import org.kontor.api.access.Right;
import org.kontor.api.access.Scope;
import org.kontor.api.access.User;
import org.kontor.api.id.BrandId;
import org.kontor.api.id.UserId;

/** Makes whatever scope a test needs. */
public final class TestGrants extends Grants {
    @Override
    public Scope current() {
        return agency(User.LOCAL);
    }

    @Override
    public Scope system(BrandId brand) {
        return of(User.SYSTEM, brand);
    }

    @Override
    public Scope system() {
        return agency(User.SYSTEM);
    }

    /** A scope that may change the agency and holds the brands with all rights. */
    public Scope agency(UserId user, BrandId... brands) {
        return newScope(user, true, all(brands));
    }

    /** A scope that holds the brands with all rights. */
    public Scope of(UserId user, BrandId... brands) {
        return newScope(user, false, all(brands));
    }

    /** A scope that may only read the brand. */
    public Scope reader(UserId user, BrandId brand) {
        return newScope(user, false, Map.of(brand, Set.of(Right.READ)));
    }

    private static Map<BrandId, Set<Right>> all(BrandId... brands) {
        Map<BrandId, Set<Right>> rights = new HashMap<>();
        Arrays.stream(brands).forEach(brand -> rights.put(brand, EnumSet.allOf(Right.class)));
        return rights;
    }
}
