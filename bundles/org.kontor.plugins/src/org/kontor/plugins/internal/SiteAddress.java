package org.kontor.plugins.internal;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Set;
import org.kontor.api.plugin.PluginFault;

/** Which addresses plug-ins may come from: https, folders of this machine, and http that never leaves it. */
public final class SiteAddress {
    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");

    private SiteAddress() {}

    /**
     * Reads an address as somebody typed it.
     *
     * @return it, without a slash at its end
     * @throws FaultException if it is none, or would be read in clear over the net
     */
    public static URI parse(String typed) throws FaultException {
        String text = typed.strip();
        while (text.endsWith("/")) {
            text = text.substring(0, text.length() - 1);
        }
        try {
            URI site = new URI(text);
            String scheme = String.valueOf(site.getScheme()).toLowerCase(Locale.ROOT);
            boolean good = switch (scheme) {
                case "https" -> hasHost(site);
                case "http" -> isLocalHttp(site);
                case "file" -> site.getPath() != null && site.getPath().length() > 1;
                default -> false;
            };
            if (good && site.getUserInfo() == null) {
                return site;
            }
        } catch (URISyntaxException e) {
            // Said below: to whoever typed it the place in the text is of no use.
        }
        throw new FaultException(new PluginFault.SiteRefused(typed.strip()));
    }

    /** Whether a site is read by http from this machine. */
    public static boolean isLocalHttp(URI site) {
        return "http".equalsIgnoreCase(site.getScheme())
                && hasHost(site)
                && THIS_MACHINE.contains(site.getHost().toLowerCase(Locale.ROOT));
    }

    private static boolean hasHost(URI site) {
        return site.getHost() != null && !site.getHost().isEmpty();
    }
}
