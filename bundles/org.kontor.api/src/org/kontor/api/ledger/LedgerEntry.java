package org.kontor.api.ledger;

import java.time.Instant;
import org.kontor.api.channel.RawEvent;
import org.kontor.api.id.AccountId;
import org.kontor.api.id.BrandId;
import org.kontor.api.id.LedgerId;

/**
 * An event as the ledger keeps it.
 *
 * @param hash SHA-256 of the payload in hex; with brand, account and external id it names the entry
 * @param seenAt when it was first seen
 * @param repeats how often the same came again
 */
public record LedgerEntry(
        LedgerId id,
        BrandId brand,
        AccountId account,
        RawEvent event,
        String hash,
        Instant seenAt,
        int repeats,
        LedgerOutcome outcome) {}
