package org.kontor.api.access;

import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.kontor.api.id.BrandId;
import org.kontor.api.id.UserId;

/**
 * Who asks, and for which brands. Every read and write of the store names one; what it does not hold is not there for the
 * caller. Only a {@link Grants} service makes scopes. Immutable.
 */
public final class Scope {
    private final UserId user;
    private final boolean agency;
    private final Map<BrandId, Set<Right>> rights;

    Scope(UserId user, boolean agency, Map<BrandId, Set<Right>> rights) {
        this.user = user;
        this.agency = agency;
        this.rights = rights.entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, e -> Set.copyOf(e.getValue())));
    }

    /** On whose behalf. */
    public UserId user() {
        return user;
    }

    /** Whether agency-wide things may be changed: clients, brands, users, grants. */
    public boolean agency() {
        return agency;
    }

    /** The brands whose data may be read. */
    public Set<BrandId> brands() {
        return brands(Right.READ);
    }

    /** The brands for which {@code right} is held. */
    public Set<BrandId> brands(Right right) {
        return rights.entrySet().stream()
                .filter(e -> e.getValue().contains(right))
                .map(Map.Entry::getKey)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Whether {@code right} is held for {@code brand}. */
    public boolean allows(BrandId brand, Right right) {
        Set<Right> held = rights.get(brand);
        return held != null && held.contains(right);
    }

    /**
     * Stops the caller unless {@code right} is held for {@code brand}.
     *
     * @throws ScopeException where it is not
     */
    public void require(BrandId brand, Right right) {
        if (!allows(brand, right)) {
            throw new ScopeException(user + " lacks " + right + " for " + brand);
        }
    }

    /**
     * Stops the caller unless agency-wide things may be changed.
     *
     * @throws ScopeException where they may not
     */
    public void requireAgency() {
        if (!agency) {
            throw new ScopeException(user + " may not change agency-wide settings");
        }
    }

    /** The same scope narrowed to the brands of {@code wanted} that it holds; it never widens. */
    public Scope only(Set<BrandId> wanted) {
        return new Scope(
                user,
                false,
                rights.entrySet().stream()
                        .filter(e -> wanted.contains(e.getKey()))
                        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
    }

    @Override
    public String toString() {
        return "Scope[" + user + ", brands=" + rights.keySet() + (agency ? ", agency" : "") + "]";
    }
}
