package org.kontor.ui.escalation.internal.model;

import java.util.Optional;
import org.kontor.api.cases.CaseRef;
import org.kontor.api.id.BrandId;
import org.kontor.api.id.CaseId;

/** A case's key as one word, for parameters of commands and for what is kept of the window. */
public final class CaseKey {
    private CaseKey() {}

    /** The word for a key. */
    public static String of(CaseRef ref) {
        return ref.brand().value() + ":" + ref.id().value();
    }

    /** The key of a word; empty if it is none. */
    public static Optional<CaseRef> parse(String word) {
        String[] parts = word.split(":", -1);
        try {
            return parts.length == 2
                    ? Optional.of(
                            new CaseRef(new BrandId(Long.parseLong(parts[0])), new CaseId(Long.parseLong(parts[1]))))
                    : Optional.empty();
        } catch (NumberFormatException noNumber) {
            return Optional.empty();
        }
    }
}
