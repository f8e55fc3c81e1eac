package org.kontor.api.reply;

import java.util.List;
import java.util.Optional;
import org.kontor.api.plugin.Trouble;

/**
 * What all checks together say of a reply.
 *
 * @param findings what stops it first, then advice, then what is fine
 * @param leftOut the checks that were not asked or gave no answer, and why
 * @since 0.1
 */
public record Checked(List<Finding> findings, List<Trouble> leftOut) {
    /** Nothing was looked at. */
    public static final Checked NOTHING = new Checked(List.of(), List.of());

    public Checked {
        findings = List.copyOf(findings);
        leftOut = List.copyOf(leftOut);
    }

    /** Why the reply does not go like this; empty if it does. */
    public Optional<Finding> stop() {
        return findings.stream()
                .filter(finding -> finding.level() == Finding.Level.STOP)
                .findFirst();
    }
}
