package org.kontor.guard.internal.watch;

import java.util.List;
import java.util.Optional;
import org.kontor.api.plugin.PluginBrands;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.wiring.BundleWire;
import org.osgi.framework.wiring.BundleWiring;

/**
 * Looks classes up in the bundles that are wired to the house without being of it: plug-ins. Libraries are not, so that one which
 * the house itself calls is never taken for a plug-in.
 */
final class PluginClasses implements Culprit.Owners {
    private final BundleContext context;

    PluginClasses(BundleContext context) {
        this.context = context;
    }

    @Override
    public Optional<String> plugin(String className) {
        int dot = className.lastIndexOf('.');
        if (dot < 0 || className.startsWith("java.")) {
            return Optional.empty();
        }
        String folder = "/" + className.substring(0, dot).replace('.', '/');
        String file = className.substring(dot + 1) + ".class";
        for (Bundle bundle : context.getBundles()) {
            Optional<BundleWiring> wiring = Optional.ofNullable(bundle.adapt(BundleWiring.class));
            String name = bundle.getSymbolicName();
            if (name != null
                    && wiring.filter(each -> plugin(name, each))
                            .filter(each -> holds(each, folder, file))
                            .isPresent()) {
                return Optional.of(name);
            }
        }
        return Optional.empty();
    }

    private static boolean holds(BundleWiring wiring, String folder, String file) {
        return !wiring.listResources(folder, file, BundleWiring.LISTRESOURCES_LOCAL)
                .isEmpty();
    }

    private static boolean plugin(String name, BundleWiring wiring) {
        List<BundleWire> wires = wiring.getRequiredWires(null);
        return !name.startsWith(PluginBrands.HOUSE)
                && wires != null
                && wires.stream().anyMatch(wire -> house(wire.getProvider().getBundle()));
    }

    private static boolean house(Bundle bundle) {
        String name = bundle.getSymbolicName();
        return name != null && name.startsWith(PluginBrands.HOUSE);
    }
}
