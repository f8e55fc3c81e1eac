package org.kontor.api.report;

import org.kontor.api.plugin.Trouble;

/**
 * What came of asking for a contributed section.
 *
 * @since 0.1
 */
public sealed interface ContributedSection {
    /** As the section names itself. */
    String id();

    /** It answered. */
    record Shown(String id, SectionModel model) implements ContributedSection {}

    /** It failed, or it is switched off; the report says so. */
    record Missing(String id, Trouble trouble) implements ContributedSection {}
}
