package org.kontor.desk.internal.house;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kontor.api.access.Grants;
import org.kontor.api.access.Right;
import org.kontor.api.access.Scope;
import org.kontor.api.access.ScopeException;
import org.kontor.api.access.User;
import org.kontor.api.id.BrandId;
import org.kontor.api.id.UserId;
import org.kontor.api.plugin.PluginBrands;
import org.kontor.api.store.Store;
import org.osgi.framework.Bundle;
import org.osgi.service.component.ComponentContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ServiceScope;

/**
 * Makes scopes from the grants that the store keeps. Embedded mode: one local user with all brands; in a team the person behind the login. Every bundle gets a service
 * of its own: that of a plug-in makes scopes with the brands that were chosen for it, and without the right to set up.
 */
@Component(service = Grants.class, scope = ServiceScope.BUNDLE)
public final class StoredGrants extends Grants {
    /** Bundles of the platform; who installs a plug-in refuses such names as he does those of the house. */
    static final String PLATFORM = "org.eclipse.";

    private static final Set<Right> ALL = Set.of(Right.values());

    private static final Set<Right> OF_A_PLUGIN = Set.of(Right.READ, Right.ANSWER);

    private final Store store;
    private final PluginBrands brands;
    private final String bundle;

    @Activate
    public StoredGrants(@Reference Store store, @Reference PluginBrands brands, ComponentContext context) {
        this(store, brands, name(context.getUsingBundle()));
    }

    /** The service as the bundle with the symbolic name {@code bundle} gets it. */
    public static StoredGrants of(Store store, PluginBrands brands, String bundle) {
        return new StoredGrants(store, brands, bundle);
    }

    // Not public: Declarative Services would not know which of two with three parameters is meant.
    private StoredGrants(Store store, PluginBrands brands, String bundle) {
        this.store = store;
        this.brands = brands;
        this.bundle = bundle;
    }

    private static String name(@Nullable Bundle using) {
        String name = using == null ? null : using.getSymbolicName();
        return name == null ? "" : name;
    }

    @Override
    public Scope current() {
        Scope all = of(store.user());
        if (house()) {
            return all;
        }
        Map<BrandId, Set<Right>> rights = new HashMap<>();
        for (BrandId brand : brands.narrow(bundle, all).brands()) {
            Set<Right> held = EnumSet.copyOf(OF_A_PLUGIN);
            held.removeIf(right -> !all.allows(brand, right));
            rights.put(brand, held);
        }
        return newScope(all.user(), false, rights);
    }

    @Override
    public Scope system(BrandId brand) {
        requireHouse();
        return newScope(User.SYSTEM, false, Map.of(brand, ALL));
    }

    @Override
    public Scope system() {
        requireHouse();
        // An administrator's workbench sees what the house may do, and yet must not do it besides the one that does.
        return store.keepsHouse() ? of(User.SYSTEM) : newScope(User.SYSTEM, true, Map.of());
    }

    /**
     * Whoever is no plug-in: the house, and the platform, which hands services on to the house's parts.
     */
    private boolean house() {
        return bundle.startsWith(PluginBrands.HOUSE) || bundle.startsWith(PLATFORM);
    }

    private void requireHouse() {
        if (!house()) {
            throw new ScopeException(bundle + " may not act for the house");
        }
    }

    private Scope of(UserId user) {
        Scope bare = newScope(user, true, Map.of());
        return newScope(user, true, store.read(bare, rows -> rows.grantsOf(user)));
    }
}
