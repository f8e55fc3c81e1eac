package org.kontor.api.plugin;

import java.util.List;
import java.util.Set;
import org.kontor.api.id.BrandId;

/**
 * What is installed: a plug-in, or the house itself.
 *
 * @param house whether it is the workbench itself; then it sees all brands and cannot be uninstalled
 * @param bundles the symbolic names of the bundles that it alone brings; empty for the house
 * @param brands the brands that were chosen for it; empty for the house
 * @param troubles what is wrong with its contributions
 * @since 0.1
 */
public record InstalledPlugin(
        Plugin plugin, boolean house, Set<String> bundles, Set<BrandId> brands, List<Trouble> troubles) {
    public InstalledPlugin {
        bundles = Set.copyOf(bundles);
        brands = Set.copyOf(brands);
        troubles = List.copyOf(troubles);
    }
}
