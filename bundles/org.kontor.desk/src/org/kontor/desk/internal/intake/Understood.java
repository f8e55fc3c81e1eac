package org.kontor.desk.internal.intake;

import java.util.List;
import org.kontor.api.channel.Normalised;
import org.kontor.api.ledger.LedgerEntry;

/** A ledger entry with what it means. */
record Understood(LedgerEntry entry, List<Normalised> meanings) {}
