package org.kontor.api.report;

import java.util.Locale;
import org.kontor.api.access.Scope;

/**
 * For what a report section is wanted.
 *
 * @param scope holds the brands of the report that the section may see
 * @param query its brands and channels narrow the scope; its range is the range of the report
 * @param locale the language of the report
 * @since 0.1
 */
public record SectionRequest(Scope scope, ReportQuery query, Locale locale) {}
