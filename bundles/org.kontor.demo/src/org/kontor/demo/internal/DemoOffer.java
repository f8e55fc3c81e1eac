package org.kontor.demo.internal;

import org.kontor.api.plugin.PluginResult;
import org.kontor.api.plugin.Plugins;
import org.kontor.api.runner.DataFolder;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.log.Logger;
import org.osgi.service.log.LoggerFactory;

/**
 * Puts the site of a plug-in to try among those that the demo offers: {@code --offer ADDRESS}. {@code ./kontor} names the one of the
 * samples that it has built.
 */
@Component(service = DemoOffer.class, immediate = true)
public final class DemoOffer {
    @Activate
    public DemoOffer(
            @Reference Arguments arguments,
            @Reference DataFolder folder,
            @Reference Plugins plugins,
            @Reference(service = LoggerFactory.class) Logger log) {
        if (folder.demo()) {
            arguments
                    .value("offer")
                    .ifPresent(
                            address -> Thread.ofVirtual().name("demo-offer").start(() -> offer(plugins, address, log)));
        }
    }

    private static void offer(Plugins plugins, String address, Logger log) {
        if (plugins.addSite(address) instanceof PluginResult.Failed<?> failed) {
            log.warn("The site {} cannot be offered: {}", address, failed.fault());
        }
    }
}
