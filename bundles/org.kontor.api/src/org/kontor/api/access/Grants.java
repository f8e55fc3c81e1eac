package org.kontor.api.access;

import java.util.Map;
import java.util.Set;
import org.kontor.api.id.BrandId;
import org.kontor.api.id.UserId;

/**
 * The only maker of scopes. The desk provides the one service of this type; the layer test allows no other subclass.
 * Scopes are snapshots: ask again after a brand or a grant was added.
 */
public abstract class Grants {
    /** What the user at this workbench may do now. Reads the store: not for the UI thread. */
    public abstract Scope current();

    /**
     * What the house itself may do for one brand: receiving, sending, housekeeping. Reads nothing.
     *
     * @param brand the brand that the work belongs to
     */
    public abstract Scope system(BrandId brand);

    /** What the house itself may do over all brands, such as starting every account's receive loop. Reads the store. */
    public abstract Scope system();

    /** Makes a scope; for the subclass alone. */
    protected final Scope newScope(UserId user, boolean agency, Map<BrandId, Set<Right>> rights) {
        return new Scope(user, agency, rights);
    }
}
