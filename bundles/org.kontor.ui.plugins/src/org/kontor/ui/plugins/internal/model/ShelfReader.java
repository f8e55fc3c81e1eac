package org.kontor.ui.plugins.internal.model;

import java.util.List;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.SubMonitor;
import org.jspecify.annotations.Nullable;
import org.kontor.api.plugin.InstalledPlugin;
import org.kontor.api.plugin.PluginFault;
import org.kontor.api.plugin.PluginResult;
import org.kontor.api.plugin.PluginState;
import org.kontor.api.plugin.Plugins;

/** Reads what there is on this machine; the sites are not asked. For jobs. */
final class ShelfReader {
    private final PluginServices services;

    ShelfReader(PluginServices services) {
        this.services = services;
    }

    /** What was read, and why not all of it could be. */
    record Read(Shelf shelf, @Nullable PluginFault fault) {}

    Read read(IProgressMonitor monitor) {
        Plugins plugins = services.plugins();
        SubMonitor progress = SubMonitor.convert(monitor, 2);
        return switch (plugins.installed()) {
            case PluginResult.Failed<List<InstalledPlugin>>(PluginFault fault) ->
                new Read(shelf(List.of(), List.of()), fault);
            case PluginResult.Done<List<InstalledPlugin>>(List<InstalledPlugin> installed) -> {
                progress.worked(1);
                yield switch (plugins.history(progress.split(1))) {
                    case PluginResult.Failed<List<PluginState>>(PluginFault fault) ->
                        new Read(shelf(installed, List.of()), fault);
                    case PluginResult.Done<List<PluginState>>(List<PluginState> states) ->
                        new Read(shelf(installed, states), null);
                };
            }
        };
    }

    private Shelf shelf(List<InstalledPlugin> installed, List<PluginState> states) {
        return new Shelf(
                installed,
                List.of(),
                List.of(),
                false,
                services.plugins().sites(),
                states,
                services.brands().get(),
                services.plugins().restartNeeded());
    }
}
