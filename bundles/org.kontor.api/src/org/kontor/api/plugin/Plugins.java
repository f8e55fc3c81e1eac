package org.kontor.api.plugin;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.eclipse.core.runtime.IProgressMonitor;
import org.jspecify.annotations.Nullable;
import org.kontor.api.id.BrandId;

/**
 * Installs, updates, removes and rolls back plug-ins, and the workbench itself; a service. What is changed takes effect at the
 * next start. One change runs at a time; a fault or a cancel leaves everything as before. Safe for use by several threads;
 * nothing here is for the UI thread, except {@link #explain}.
 *
 * @since 0.1
 */
public interface Plugins {
    /** The id of the workbench itself in {@link #update} and in what this service lists. */
    String HOUSE = "org.kontor.product";

    /** So many states before the current one can be gone back to without any site. */
    int KEPT_STATES = 3;

    /** What is installed: the house first, then the plug-ins by name. Reads the disk. */
    PluginResult<List<InstalledPlugin>> installed();

    /** The addresses that plug-ins and updates come from. */
    List<URI> sites();

    /**
     * Keeps a site. It is not asked whether it is there.
     *
     * @param address https, a folder of this machine ({@code file:}), or http on this machine
     * @return the address as it is kept
     */
    PluginResult<URI> addSite(String address);

    /** Forgets a site; what came from it stays. */
    void removeSite(URI site);

    /**
     * Asks sites what they offer.
     *
     * @param site null for all that are kept
     */
    PluginResult<PluginOffer<AvailablePlugin>> available(@Nullable URI site, IProgressMonitor monitor);

    /**
     * Installs a plug-in and keeps its site and the choice of its brands.
     *
     * @param id the id of its feature
     * @param site where it is to come from; null for any that is kept
     * @param brands the brands that it may see; none is a choice too
     */
    PluginResult<PluginChange> install(String id, @Nullable URI site, Set<BrandId> brands, IProgressMonitor monitor);

    /**
     * Asks sites for newer versions of what is installed.
     *
     * @param site null for all that are kept
     */
    PluginResult<PluginOffer<PluginUpdate>> updates(@Nullable URI site, IProgressMonitor monitor);

    /**
     * Brings plug-ins to the newest versions that the sites offer. The choice of brands stays.
     *
     * @param ids empty for all and the house; {@link #HOUSE} for the house
     * @param site null for all that are kept
     * @return {@link PluginChange#NONE} if all are the newest
     */
    PluginResult<PluginChange> update(Set<String> ids, @Nullable URI site, IProgressMonitor monitor);

    /** Removes a plug-in and forgets the choice of its brands; a roll back brings both again. */
    PluginResult<PluginChange> uninstall(String id, IProgressMonitor monitor);

    /** Changes the brands that a plug-in sees, at once. */
    PluginResult<InstalledPlugin> choose(String id, Set<BrandId> brands);

    /** What was installed before, the newest first; the first one is the current state. Reads the disk. */
    PluginResult<List<PluginState>> history(IProgressMonitor monitor);

    /**
     * Goes back to an earlier state, with the brands that were chosen then.
     *
     * @param state its id, from {@link #history}
     */
    PluginResult<PluginChange> rollBack(long state, IProgressMonitor monitor);

    /** Whether this process runs something else than what is installed now, so that it should be started again. */
    boolean restartNeeded();

    /** A fault in words: what it is, then what to do. */
    String explain(PluginFault fault, Locale locale);
}
