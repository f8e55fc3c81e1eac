package org.kontor.plugins.internal;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kontor.api.access.Grants;
import org.kontor.api.access.Right;
import org.kontor.api.access.Scope;
import org.kontor.api.audit.AuditAction;
import org.kontor.api.audit.AuditEvent;
import org.kontor.api.audit.AuditField;
import org.kontor.api.audit.AuditSubject;
import org.kontor.api.id.BrandId;
import org.kontor.api.store.Store;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.log.Logger;
import org.osgi.service.log.LoggerFactory;

/**
 * Writes into the audit trail of a brand that a plug-in was given it, or that it was taken away. Where plug-ins are installed without
 * a store at hand, the log says so instead.
 */
@Component(service = BrandTrail.class)
public final class BrandTrail {
    private final Logger log;
    private volatile @Nullable Store store;
    private volatile @Nullable Grants grants;

    @Activate
    public BrandTrail(@Reference(service = LoggerFactory.class) Logger log) {
        this.log = log;
    }

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    public void setStore(Store here) {
        store = here;
    }

    /** The store left. */
    public void unsetStore(Store gone) {
        if (store == gone) {
            store = null;
        }
    }

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    public void setGrants(Grants here) {
        grants = here;
    }

    /** The grants left. */
    public void unsetGrants(Grants gone) {
        if (grants == gone) {
            grants = null;
        }
    }

    /**
     * Tells of a choice that is about to be kept: an entry for what then is not kept after all is better than none for what is.
     *
     * @throws org.kontor.api.store.StoreException if it cannot be written
     */
    void choosing(String plugin, Set<BrandId> before, Set<BrandId> after) {
        Set<BrandId> changed = before.stream().filter(b -> !after.contains(b)).collect(Collectors.toSet());
        after.stream().filter(b -> !before.contains(b)).forEach(changed::add);
        Store here = store;
        Grants granted = grants;
        if (changed.isEmpty()) {
            return;
        }
        if (here == null || granted == null) {
            log.info("No store is open here: no audit trail tells which brands {} sees now", plugin);
            return;
        }
        Scope scope = granted.current();
        here.write(scope, rows -> {
            changed.stream()
                    .filter(brand -> scope.allows(brand, Right.SET_UP))
                    .sorted((a, b) -> Long.compare(a.value(), b.value()))
                    .forEach(brand -> rows.audit(new AuditEvent(
                            brand,
                            Instant.now(),
                            scope.user(),
                            AuditAction.PLUGIN,
                            new AuditSubject.OfBrand(brand),
                            List.of(AuditField.of("plugin", plugin), AuditField.of("sees", after.contains(brand))))));
            return changed;
        });
    }
}
