package org.kontor.ui.inbox.internal;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.kontor.api.access.Grants;
import org.kontor.api.desk.Connectors;
import org.kontor.api.desk.Drafts;
import org.kontor.api.desk.InboxActions;
import org.kontor.api.desk.Reading;
import org.kontor.api.desk.Replies;
import org.kontor.api.plugin.Guard;
import org.kontor.api.plugin.PluginBrands;
import org.kontor.api.runner.Runner;
import org.kontor.api.store.Store;
import org.kontor.ui.api.side.SideSection;
import org.kontor.ui.common.brand.BrandColours;
import org.kontor.ui.inbox.internal.model.Plugins;
import org.kontor.ui.inbox.internal.model.Services;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/**
 * What the inbox needs of the house, as soon as all of it is there. It is made at once and not when the window asks for it:
 * what it waits for must not be waited for on the UI thread.
 */
@Component(service = House.class, immediate = true)
public final class House {
    private final Services services;
    private final List<SideSection> sections = new CopyOnWriteArrayList<>();

    @Activate
    public House(
            @Reference Store store,
            @Reference Grants grants,
            @Reference InboxActions actions,
            @Reference Reading reading,
            @Reference Replies replies,
            @Reference Drafts drafts,
            @Reference Connectors connectors,
            @Reference Runner runner,
            @Reference Guard guard,
            @Reference PluginBrands brands,
            @Reference BrandColours colours) {
        Plugins plugins = new Plugins(guard, brands, colours);
        services = new Services(store, grants, actions, reading, replies, drafts, connectors, runner, plugins);
    }

    /** A plug-in has something to say of the person. */
    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    public void add(SideSection section) {
        sections.add(section);
    }

    /** A plug-in left. */
    public void remove(SideSection section) {
        sections.remove(section);
    }

    /** The services. */
    public Services services() {
        return services;
    }

    /** The sections that are installed now. */
    public List<SideSection> sections() {
        return List.copyOf(sections);
    }
}
