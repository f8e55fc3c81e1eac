package org.kontor.app.internal.launch;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.eclipse.e4.ui.model.application.MApplication;
import org.eclipse.e4.ui.model.application.MApplicationElement;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.kontor.api.plugin.Contribution;
import org.kontor.api.plugin.Guard;
import org.kontor.api.plugin.PluginBrands;
import org.kontor.api.plugin.Trouble;

/** Takes parts, handlers and add-ons out of the window that belong to plug-ins which are switched off as a whole. */
final class PluginElements {
    private static final String BUNDLE_URI = "platform:/plugin/";
    private static final String PLATFORM = "org.eclipse.";

    private PluginElements() {}

    /** Removes what plug-ins brought that kept the window from working; in safe mode, what all of them brought. */
    static void removeOff(MApplication application, Guard guard) {
        Set<String> off = new HashSet<>();
        for (Trouble trouble : guard.troubles()) {
            if (trouble.off() && trouble.contribution().kind() == Contribution.Kind.WINDOW) {
                off.add(trouble.contribution().bundle());
            }
        }
        if (guard.safeMode()) {
            remove(application, bundle -> !bundle.startsWith(PluginBrands.HOUSE) && !bundle.startsWith(PLATFORM));
        } else if (!off.isEmpty()) {
            remove(application, off::contains);
        }
    }

    /** @return how many elements were removed, those within them not counted */
    static int remove(MApplication application, Predicate<String> off) {
        List<EObject> found = new ArrayList<>();
        Iterator<EObject> all = ((EObject) application).eAllContents();
        while (all.hasNext()) {
            EObject each = all.next();
            if (each instanceof MApplicationElement element && off.test(bundle(element))) {
                found.add(each);
            }
        }
        found.forEach(EcoreUtil::remove);
        return found.size();
    }

    /** The bundle that an element came from; that of the house where it does not say. */
    private static String bundle(MApplicationElement element) {
        String uri = element.getContributorURI();
        return uri == null || !uri.startsWith(BUNDLE_URI) ? PluginBrands.HOUSE : uri.substring(BUNDLE_URI.length());
    }
}
