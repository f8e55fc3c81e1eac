package org.kontor.ui.api.side;

import java.util.Optional;
import org.eclipse.core.runtime.IProgressMonitor;

/**
 * One section of the card beside a conversation; a service. It gives a model, the window draws it. A section that throws or
 * takes longer than two seconds is left out, and the card says so.
 *
 * @since 0.1
 */
public interface SideSection {
    /** Names the section in the state of the window; the bundle's name leads it, such as {@code org.kontor.orders}. */
    String id();

    /** Place among the sections; smaller stands higher. Ours are 100, 200 and so on. */
    int order();

    /**
     * What to show for a conversation. Called on a worker thread; may read the store or ask a server.
     *
     * @return nothing if the section has nothing to say here
     */
    Optional<SideModel> load(SideRequest request, IProgressMonitor monitor);
}
