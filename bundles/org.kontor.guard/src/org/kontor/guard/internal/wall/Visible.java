package org.kontor.guard.internal.wall;

import java.util.List;
import java.util.Set;
import org.kontor.api.plugin.PluginBrands;

/**
 * Which services a plug-in's bundle can find. Of the house's it sees those that answer within a scope or know nothing of anybody;
 * a new service of the house is hidden until it is named here. What the platform and other plug-ins offer it sees, but nothing
 * that installs.
 */
final class Visible {
    /** What is offered to plug-ins: everything else of the house asks for no scope, holds secrets, or is its own affair. */
    private static final Set<String> OFFERED = Set.of(
            "org.kontor.api.access.Grants",
            "org.kontor.api.cases.Cases",
            "org.kontor.api.clock.Policies",
            "org.kontor.api.desk.Drafts",
            "org.kontor.api.desk.InboxActions",
            "org.kontor.api.desk.Reading",
            "org.kontor.api.desk.Replies",
            "org.kontor.api.plugin.PluginSettings",
            "org.kontor.api.report.Reports",
            "org.kontor.api.store.Store",
            "org.kontor.channel.http.HttpClients",
            "org.kontor.ui.api.state.ViewStates",
            "org.kontor.ui.api.theme.Themes",
            "org.kontor.ui.common.look.Look",
            "org.kontor.ui.common.work.Work");

    private static final String INSTALLS = "org.eclipse.equinox.p2.";
    private static final String FRAMEWORK_ADMIN = "org.eclipse.equinox.frameworkadmin.";

    private Visible() {}

    /** Whether a bundle may find everything. */
    static boolean inside(String bundle) {
        return PluginBrands.TRUSTED.stream().anyMatch(bundle::startsWith);
    }

    /**
     * Whether a bundle of a plug-in may find a service.
     *
     * @param owner the bundle that registered it
     * @param types the names under which it is registered
     */
    static boolean toPlugin(String owner, String... types) {
        for (String type : types) {
            if (type.startsWith(INSTALLS) || type.startsWith(FRAMEWORK_ADMIN)) {
                return false;
            }
        }
        return !owner.startsWith(PluginBrands.HOUSE) || List.of(types).stream().anyMatch(OFFERED::contains);
    }
}
