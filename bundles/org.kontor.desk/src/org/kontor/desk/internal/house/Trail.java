package org.kontor.desk.internal.house;

import java.util.List;
import org.kontor.api.audit.AuditAction;
import org.kontor.api.audit.AuditEvent;
import org.kontor.api.audit.AuditField;
import org.kontor.api.audit.AuditSubject;
import org.kontor.api.id.BrandId;
import org.kontor.api.store.WriteRows;

/** Writes into the audit trail what the user of a transaction does in it. */
public final class Trail {
    private final House house;

    public Trail(House house) {
        this.house = house;
    }

    /** Writes one entry. */
    public void note(WriteRows rows, BrandId brand, AuditAction action, AuditSubject subject, List<AuditField> fields) {
        rows.audit(new AuditEvent(brand, house.now(), rows.scope().user(), action, subject, fields));
    }
}
