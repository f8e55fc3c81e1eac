package org.kontor.ui.inbox.internal.model;

import org.kontor.api.access.Scope;
import org.kontor.api.id.BrandId;
import org.kontor.api.plugin.Guard;
import org.kontor.api.plugin.PluginBrands;
import org.kontor.ui.common.brand.BrandColours;
import org.osgi.framework.Bundle;
import org.osgi.framework.FrameworkUtil;

/** How the inbox calls what plug-ins contribute, what they may know, and the colours that they give. */
public record Plugins(Guard guard, PluginBrands brands, BrandColours colours) {
    boolean sees(Object service, BrandId brand) {
        return brands.sees(bundle(service), brand);
    }

    Scope narrow(Object service, Scope scope) {
        return brands.narrow(bundle(service), scope);
    }

    private static String bundle(Object service) {
        Bundle bundle = FrameworkUtil.getBundle(service.getClass());
        String name = bundle == null ? null : bundle.getSymbolicName();
        return name == null ? "" : name;
    }
}
