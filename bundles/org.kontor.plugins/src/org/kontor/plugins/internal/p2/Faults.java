package org.kontor.plugins.internal.p2;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.equinox.p2.core.ProvisionException;
import org.jspecify.annotations.Nullable;
import org.kontor.api.plugin.PluginFault;

/** Makes our faults of p2's. */
final class Faults {
    /** How the systems say it (Linux and macOS, Windows); Java has no type for it. */
    private static final List<String> FULL = List.of("no space left on device", "not enough space on the disk");

    private Faults() {}

    /** Why a site could not be read. */
    static PluginFault ofSite(URI site, ProvisionException fault) {
        IStatus status = fault.getStatus();
        if (status.getSeverity() == IStatus.CANCEL) {
            return new PluginFault.Cancelled();
        }
        return new PluginFault.SiteUnreachable(site, words(status));
    }

    /**
     * Why a change did not go through.
     *
     * @param folder where Kontor is installed
     * @param site where the parts were to come from; null if from nowhere
     */
    static PluginFault ofChange(IStatus status, Path folder, @Nullable URI site) {
        if (status.matches(IStatus.CANCEL)) {
            return new PluginFault.Cancelled();
        }
        if (any(status, Faults::full)) {
            return new PluginFault.DiskFull(folder);
        }
        List<IStatus> leaves = new ArrayList<>();
        leaves(status, leaves);
        for (IStatus leaf : leaves) {
            if (leaf.getCode() == ProvisionException.ARTIFACT_MD5_NOT_MATCH
                    || leaf.getException() instanceof SecurityException) {
                return new PluginFault.NotGenuine(text(leaf));
            }
        }
        if (site != null && any(status, leaf -> leaf.getException() instanceof IOException || notFound(leaf))) {
            return new PluginFault.SiteUnreachable(site, words(status));
        }
        return new PluginFault.Broken(words(status));
    }

    /** What a status says, without what only wraps it. */
    static String words(IStatus status) {
        List<IStatus> leaves = new ArrayList<>();
        leaves(status, leaves);
        return leaves.stream()
                .map(Faults::text)
                .filter(text -> !text.isBlank())
                .distinct()
                .limit(3)
                .reduce((a, b) -> a + "; " + b)
                .orElse(text(status));
    }

    private static boolean notFound(IStatus status) {
        return status.getCode() == ProvisionException.ARTIFACT_NOT_FOUND;
    }

    private static boolean full(IStatus status) {
        for (Throwable cause = status.getException(); cause != null; cause = cause.getCause()) {
            String said = String.valueOf(cause.getMessage()).toLowerCase(Locale.ROOT);
            if (FULL.stream().anyMatch(said::contains)) {
                return true;
            }
        }
        String said = String.valueOf(status.getMessage()).toLowerCase(Locale.ROOT);
        return FULL.stream().anyMatch(said::contains);
    }

    private static boolean any(IStatus status, Predicate<IStatus> test) {
        if (test.test(status)) {
            return true;
        }
        for (IStatus child : status.getChildren()) {
            if (any(child, test)) {
                return true;
            }
        }
        return status.getException() instanceof CoreException nested
                && nested.getStatus() != status
                && any(nested.getStatus(), test);
    }

    private static void leaves(IStatus status, List<IStatus> found) {
        IStatus[] children = status.getChildren();
        for (IStatus child : children) {
            if (!child.isOK()) {
                leaves(child, found);
            }
        }
        if (children.length == 0) {
            if (status.getException() instanceof CoreException nested && nested.getStatus() != status) {
                leaves(nested.getStatus(), found);
            } else {
                found.add(status);
            }
        }
    }

    private static String text(IStatus status) {
        Throwable cause = status.getException();
        // Our sentence goes on after it.
        String said = String.valueOf(status.getMessage()).strip().replaceAll("\\.+$", "");
        String more = cause == null || cause.getMessage() == null
                ? ""
                : cause.getMessage().strip();
        return more.isEmpty() || said.contains(more) ? said : said + " (" + more + ")";
    }
}
