package org.kontor.api.audit;

import java.util.List;
import org.eclipse.core.runtime.IProgressMonitor;
import org.kontor.api.access.Scope;
import org.kontor.api.id.BrandId;

/**
 * Reads and checks the audit trail: who did what, for each brand, written with what it tells of. A service; both calls may be
 * long and are never made on the UI thread.
 *
 * @since 0.1
 */
public interface AuditTrail {
    /** A page of what the scope may see, newest first. */
    List<AuditEntry> page(Scope scope, AuditQuery query);

    /** Where the trail of a brand stood at the end of each month, oldest first; the last one is its head now. */
    List<AuditAnchor> anchors(Scope scope, BrandId brand);

    /**
     * Looks whether every entry of a brand is as it was written. Reads a page in each transaction, so it stops nobody, and goes
     * on to what is written meanwhile.
     *
     * @param known anchors that were kept elsewhere, each of which must be met; those of dropped months are passed over
     * @param monitor is told of each page, and may cancel
     */
    AuditCheck check(Scope scope, BrandId brand, List<AuditAnchor> known, IProgressMonitor monitor);
}
