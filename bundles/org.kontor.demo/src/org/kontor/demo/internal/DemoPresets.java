package org.kontor.demo.internal;

import java.util.Map;
import org.kontor.api.plugin.PluginPresets;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Hands the plug-in of the demo's first client the address of the simulated shop, which may be another at each start. */
@Component
public final class DemoPresets implements PluginPresets {
    private static final String PLUGIN = "sample.nordwind";

    private final DemoAgency agency;

    @Activate
    public DemoPresets(@Reference DemoAgency agency) {
        this.agency = agency;
    }

    @Override
    public Map<String, String> of(String bundle) {
        return bundle.equals(PLUGIN)
                ? agency.shop().map(address -> Map.of("address", address)).orElse(Map.of())
                : Map.of();
    }
}
