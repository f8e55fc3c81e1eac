package org.kontor.api.plugin;

import java.util.List;
import java.util.Set;
import org.kontor.api.access.Scope;
import org.kontor.api.id.BrandId;

/**
 * Which brands a plug-in sees: chosen by whoever installs it, kept by us, never read from the plug-in; a service. Bundles of the
 * house see all; a plug-in's bundles see what was chosen, at first none. Answers from memory.
 *
 * @since 0.1
 */
public interface PluginBrands {
    /** Bundles of the house, as opposed to those of a plug-in, have names that begin so; no plug-in may bring one. */
    String HOUSE = "org.kontor.";

    /**
     * How the names of those bundles begin that may find every service: the house, the platform below it and the service runtime.
     * No plug-in may bring one of these either.
     */
    List<String> TRUSTED = List.of(HOUSE, "org.eclipse.", "org.apache.felix.", "org.apache.aries.", "org.osgi.");

    /** Whether a contribution of {@code bundle} may be asked about {@code brand}. */
    boolean sees(String bundle, BrandId brand);

    /** The same scope with only the brands that {@code bundle} sees. */
    Scope narrow(String bundle, Scope scope);

    /** The brands that were chosen for a plug-in, by the id of its feature. */
    Set<BrandId> chosen(String plugin);

    /**
     * Keeps the choice for a plug-in, durably, effective at once.
     *
     * @param bundles the symbolic names of the plug-in's bundles
     * @throws java.io.UncheckedIOException if it cannot be kept
     */
    void choose(String plugin, Set<String> bundles, Set<BrandId> brands);

    /** Forgets a plug-in that was uninstalled. */
    void forget(String plugin);
}
