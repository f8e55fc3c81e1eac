package org.kontor.api.report;

import java.util.Optional;
import org.eclipse.core.runtime.IProgressMonitor;

/**
 * One section of the report; a service. It gives a model that the window draws and every export holds. Called through the guard:
 * a section that throws or takes longer than thirty seconds is left out, and the report says so.
 *
 * @since 0.1
 */
public interface ReportSection {
    /** Names the section; the bundle's name leads it. */
    String id();

    /** Place among the sections; smaller stands higher. Ours are 100, 200 and so on. */
    int order();

    /**
     * What to show. Called on a worker thread; may read the store or ask a server.
     *
     * @return nothing if the section has nothing to say of these brands
     */
    Optional<SectionModel> compute(SectionRequest request, IProgressMonitor monitor);
}
