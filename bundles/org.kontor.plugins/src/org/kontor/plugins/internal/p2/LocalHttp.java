package org.kontor.plugins.internal.p2;

import org.eclipse.core.runtime.preferences.ConfigurationScope;
import org.osgi.service.prefs.Preferences;

/**
 * p2 reads http as https. For sites of this machine, where nobody can listen, the rule is eased while at least one session reads
 * one. Never saved: another process does not see it.
 */
public final class LocalHttp {
    private final Preferences rules = ConfigurationScope.INSTANCE
            .getNode("org.eclipse.equinox.p2.repository")
            .node("protocolRules");
    private int sessions;

    synchronized void ease() {
        if (sessions++ == 0) {
            rules.put("http", "allow");
        }
    }

    synchronized void restore() {
        if (--sessions == 0) {
            rules.remove("http");
        }
    }
}
