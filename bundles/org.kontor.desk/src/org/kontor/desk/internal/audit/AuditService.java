package org.kontor.desk.internal.audit;

import java.util.List;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.SubMonitor;
import org.kontor.api.access.Scope;
import org.kontor.api.audit.AuditAnchor;
import org.kontor.api.audit.AuditCheck;
import org.kontor.api.audit.AuditEntry;
import org.kontor.api.audit.AuditQuery;
import org.kontor.api.audit.AuditStep;
import org.kontor.api.audit.AuditTrail;
import org.kontor.api.id.BrandId;
import org.kontor.api.store.Store;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The audit trail, read and checked a page at a time. */
@Component(service = AuditTrail.class)
public final class AuditService implements AuditTrail {
    private static final int PAGE = 500;

    private final Store store;

    @Activate
    public AuditService(@Reference Store store) {
        this.store = store;
    }

    @Override
    public List<AuditEntry> page(Scope scope, AuditQuery query) {
        return store.read(scope, rows -> rows.audit(query));
    }

    @Override
    public List<AuditAnchor> anchors(Scope scope, BrandId brand) {
        return store.read(scope, rows -> rows.auditAnchors(brand));
    }

    @Override
    public AuditCheck check(Scope scope, BrandId brand, List<AuditAnchor> known, IProgressMonitor monitor) {
        long all =
                anchors(scope, brand).stream().mapToLong(AuditAnchor::entries).sum();
        SubMonitor progress = SubMonitor.convert(monitor, (int) Math.min(Integer.MAX_VALUE, all));
        AuditStep.Onward onward = AuditStep.Onward.START;
        while (!progress.isCanceled()) {
            AuditStep.Onward from = onward;
            AuditStep step = store.read(scope, rows -> rows.checkAudit(brand, from, known, PAGE));
            switch (step) {
                case AuditStep.Found found -> {
                    return found.check();
                }
                case AuditStep.Onward next -> {
                    progress.worked((int) (next.entries() - from.entries()));
                    onward = next;
                }
            }
        }
        return new AuditCheck.Cancelled(onward.entries());
    }
}
