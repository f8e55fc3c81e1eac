package org.kontor.guard.internal.watch;

import java.util.ArrayList;
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
    private record Plugin(String name, BundleWiring wiring) {}

    private final List<Plugin> plugins;

    private PluginClasses(List<Plugin> plugins) {
        this.plugins = plugins;
    }

    /** The plug-ins that are there now: of hundreds of bundles a few or none, so they are found once and not for each class. */
    static PluginClasses of(BundleContext context) {
        List<Plugin> plugins = new ArrayList<>();
        for (Bundle bundle : context.getBundles()) {
            String name = bundle.getSymbolicName();
            if (name != null && !name.startsWith(PluginBrands.HOUSE)) {
                Optional.ofNullable(bundle.adapt(BundleWiring.class))
                        .filter(PluginClasses::onTheHouse)
                        .ifPresent(wiring -> plugins.add(new Plugin(name, wiring)));
            }
        }
        return new PluginClasses(plugins);
    }

    @Override
    public Optional<String> plugin(String className) {
        int dot = className.lastIndexOf('.');
        if (plugins.isEmpty() || dot < 0 || className.startsWith("java.")) {
            return Optional.empty();
        }
        String folder = "/" + className.substring(0, dot).replace('.', '/');
        String file = className.substring(dot + 1) + ".class";
        return plugins.stream()
                .filter(each -> holds(each.wiring(), folder, file))
                .map(Plugin::name)
                .findFirst();
    }

    private static boolean holds(BundleWiring wiring, String folder, String file) {
        return !wiring.listResources(folder, file, BundleWiring.LISTRESOURCES_LOCAL)
                .isEmpty();
    }

    private static boolean onTheHouse(BundleWiring wiring) {
        List<BundleWire> wires = wiring.getRequiredWires(null);
        if (wires == null) {
            return false;
        }
        for (BundleWire wire : wires) {
            String name = wire.getProvider().getBundle().getSymbolicName();
            if (name != null && name.startsWith(PluginBrands.HOUSE)) {
                return true;
            }
        }
        return false;
    }
}
