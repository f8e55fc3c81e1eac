package org.kontor.ui.help.internal;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.util.Arrays;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Optional;
import org.kontor.ui.help.internal.model.Shelf;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;

/** The folder {@code help} of an installed bundle, ours or a plug-in's: whatever pages lie there belong to the manual. */
final class BundleShelf implements Shelf {
    private static final String FOLDER = "help/";
    private static final String FRAGMENT = "Fragment-Host";

    private final Bundle bundle;

    private BundleShelf(Bundle bundle) {
        this.bundle = bundle;
    }

    /** One for every bundle that has such a folder and whose needs are met. Starts no bundle. */
    static List<BundleShelf> all(BundleContext context) {
        return Arrays.stream(context.getBundles())
                .filter(bundle -> (bundle.getState() & (Bundle.INSTALLED | Bundle.UNINSTALLED)) == 0)
                .filter(bundle -> bundle.getHeaders("").get(FRAGMENT) == null)
                .map(BundleShelf::new)
                .toList();
    }

    @Override
    public String owner() {
        return bundle.getSymbolicName();
    }

    @Override
    public List<String> files(String folder) {
        if (!folder.startsWith(FOLDER)) {
            return List.of();
        }
        // Entry paths are read without resolving the bundle or loading a class of it.
        Enumeration<String> paths = bundle.getEntryPaths(folder);
        return paths == null
                ? List.of()
                : Collections.list(paths).stream()
                        .map(path -> path.substring(path.lastIndexOf('/') + 1))
                        .filter(name -> !name.isEmpty())
                        .toList();
    }

    @Override
    public Optional<byte[]> read(String path) throws IOException {
        URL entry = path.startsWith(FOLDER) ? bundle.getEntry(path) : null;
        if (entry == null) {
            return Optional.empty();
        }
        try (InputStream in = entry.openStream()) {
            return Optional.of(in.readAllBytes());
        }
    }
}
