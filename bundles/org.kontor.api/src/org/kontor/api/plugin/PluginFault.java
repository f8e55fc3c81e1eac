package org.kontor.api.plugin;

import java.net.URI;
import java.nio.file.Path;

/**
 * Why something about plug-ins could not be done. {@link Plugins#explain} says it in words, with what to do.
 *
 * @since 0.1
 */
public sealed interface PluginFault {
    /**
     * A site did not answer, or what is there is no plug-in site.
     *
     * @param detail as the network or the site says it
     */
    record SiteUnreachable(URI site, String detail) implements PluginFault {}

    /** An address is none, or would be read in clear over the net. */
    record SiteRefused(String address) implements PluginFault {}

    /** No site was given and none is kept. */
    record NoSite() implements PluginFault {}

    /** No site that answered offers such a plug-in, or none such is installed. */
    record NoSuchPlugin(String id) implements PluginFault {}

    /**
     * A plug-in needs what neither is installed nor offered by its site.
     *
     * @param by what needs it
     * @param needs the name and versions of what is missing
     */
    record NeedsMissing(String by, String needs) implements PluginFault {}

    /**
     * It does not go together with what is installed.
     *
     * @param detail as the resolver says it
     */
    record DoesNotFit(String detail) implements PluginFault {}

    /**
     * What arrived is not what the site had announced, or its signature does not hold.
     *
     * @param detail names the file and both sums
     */
    record NotGenuine(String detail) implements PluginFault {}

    /**
     * A plug-in brings something new under a name of the house or of the platform below it ({@link PluginBrands#TRUSTED}), or
     * attaches itself to a bundle of that name.
     */
    record HouseName(String name) implements PluginFault {}

    /** There is too little room where Kontor is installed. */
    record DiskFull(Path folder) implements PluginFault {}

    /** Who uses this machine may not change the installation. */
    record ReadOnly(Path folder) implements PluginFault {}

    /** Another process changes the installation at this moment. */
    record Busy() implements PluginFault {}

    /** This process was not started from an installation that can be changed, such as one in an IDE. */
    record NoInstallation() implements PluginFault {}

    /** A state is no longer known, or parts of it are neither here nor on a site. */
    record StateGone(String missing) implements PluginFault {}

    /** It was cancelled. */
    record Cancelled() implements PluginFault {}

    /**
     * Something else went wrong.
     *
     * @param detail as whoever found it says it
     */
    record Broken(String detail) implements PluginFault {}
}
