package org.kontor.api.audit;

import java.time.YearMonth;
import org.kontor.api.id.AuditEntryId;
import org.kontor.api.id.BrandId;

/**
 * Where the audit trail of a brand stood: the head of its newest month, or the end of one that is over. Printed or sent away,
 * it proves later that nothing before it was changed, because whoever could rewrite the database cannot rewrite the paper.
 *
 * @param entries how many the month held
 * @param last the last of them
 * @param hash of that entry, and by it of all before; SHA-256 in hex
 */
public record AuditAnchor(BrandId brand, YearMonth month, long entries, AuditEntryId last, String hash) {}
