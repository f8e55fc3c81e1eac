package org.kontor.ui.api.palette;

import java.util.List;
import java.util.Locale;
import org.eclipse.core.runtime.IProgressMonitor;
import org.kontor.api.access.Scope;
import org.kontor.ui.api.BrandFilter;

/**
 * One group of the command palette; a service. Called through the guard.
 *
 * @since 0.1
 */
public interface PaletteSource {
    /**
     * What is looked for.
     *
     * @param text as it was typed, stripped; empty before the first key
     * @param scope what may be shown
     * @param brands the brand filter of the top bar
     * @param locale the language of the window
     * @param most entries that have room
     */
    record Request(String text, Scope scope, BrandFilter brands, Locale locale, int most) {}

    /** Names the group; the bundle's name leads it. */
    String id();

    /** Place among the groups; smaller stands higher. Ours are 100, 200 and so on. */
    int order();

    /** The head of the group, in a language. */
    String title(Locale locale);

    /** What fits, the best first. Called on a worker thread for each text that stood still; may read the store. */
    List<PaletteEntry> find(Request request, IProgressMonitor monitor);
}
