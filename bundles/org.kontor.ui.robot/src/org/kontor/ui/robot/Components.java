package org.kontor.ui.robot;

import org.jspecify.annotations.Nullable;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.ServiceReference;

/** What a test that opens a window needs of OSGi, where no launcher has prepared it. */
public final class Components {
    private Components() {}

    /**
     * Starts what the product's launcher would start. A test run leaves lazy bundles resolved, and then nobody reads their
     * components.
     *
     * @throws IllegalStateException if a bundle does not start
     */
    public static void start(BundleContext context) {
        for (Bundle bundle : context.getBundles()) {
            boolean fragment = bundle.getHeaders().get("Fragment-Host") != null;
            boolean lazy = "lazy".equals(bundle.getHeaders().get("Bundle-ActivationPolicy"));
            try {
                if (!fragment && lazy && bundle.getState() == Bundle.RESOLVED) {
                    bundle.start(Bundle.START_ACTIVATION_POLICY);
                } else if ("org.eclipse.equinox.event".equals(bundle.getSymbolicName())) {
                    bundle.start();
                }
            } catch (BundleException unable) {
                throw new IllegalStateException(bundle + " does not start", unable);
            }
        }
    }

    /**
     * A service that is there now.
     *
     * @throws IllegalStateException if there is none
     */
    public static <T> T service(BundleContext context, Class<T> type) {
        ServiceReference<T> reference = context.getServiceReference(type);
        @Nullable T found = reference == null ? null : context.getService(reference);
        if (found == null) {
            throw new IllegalStateException("no service " + type.getName());
        }
        return found;
    }
}
