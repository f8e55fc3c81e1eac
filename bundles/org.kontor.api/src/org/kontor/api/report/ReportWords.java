package org.kontor.api.report;

import java.util.List;

/**
 * How a report is said in one language.
 *
 * @since 0.1
 */
public interface ReportWords {
    /** Short name of a metric. */
    String name(Metric metric);

    /** Its written definition, one or two sentences. */
    String definition(Metric metric);

    /** Title of a chart. */
    String title(Chart.Kind kind);

    /** What a key is called; brands by the names that the report has. */
    String key(Report report, Key key);

    /** A number as people read it. */
    String value(Value value);

    /** How a number differs from the one before, with its sign; empty where they cannot be compared. */
    String change(Value now, Value before);

    /** What the numbers are compared with, such as "compared with the 30 days before". */
    String comparison(ReportRange range);

    /** What the comparison means, in some sentences. */
    String comparisonDefinition();

    /** Why a contributed section is missing, in a sentence. */
    String missing(ContributedSection.Missing section);

    /** Figures of published studies. */
    List<Benchmark> benchmarks();
}
