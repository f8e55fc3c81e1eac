package org.kontor.guard.internal.wall;

import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.ServiceEvent;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.hooks.service.EventListenerHook;
import org.osgi.framework.hooks.service.FindHook;
import org.osgi.framework.hooks.service.ListenerHook;
import org.osgi.service.component.annotations.Component;

/**
 * Hides services from bundles of plug-ins: they neither find them nor hear that they come, so a component that asks for one is
 * never satisfied. It starts before any plug-in (see the start levels of the product). This keeps honest code within its brands
 * and careless code from secrets; code that is out for mischief has other ways in one process, and is answered by signatures.
 */
@Component(immediate = true)
public final class ServiceWall implements FindHook, EventListenerHook {
    @Override
    public void find(
            @Nullable BundleContext context,
            @Nullable String name,
            @Nullable String filter,
            boolean all,
            @Nullable Collection<ServiceReference<?>> references) {
        if (context != null && references != null && outside(context)) {
            references.removeIf(reference -> !visible(reference));
        }
    }

    @Override
    public void event(
            @Nullable ServiceEvent event,
            @Nullable Map<BundleContext, Collection<ListenerHook.ListenerInfo>> listeners) {
        if (event != null && listeners != null && !visible(event.getServiceReference())) {
            listeners.keySet().removeIf(ServiceWall::outside);
        }
    }

    private static boolean outside(BundleContext context) {
        return !Visible.inside(name(context.getBundle()));
    }

    private static boolean visible(ServiceReference<?> reference) {
        Object types = reference.getProperty(Constants.OBJECTCLASS);
        Bundle owner = reference.getBundle();
        return owner == null || Visible.toPlugin(name(owner), types instanceof String[] names ? names : new String[0]);
    }

    private static String name(Bundle bundle) {
        String name = bundle.getSymbolicName();
        return name == null ? "" : name;
    }
}
