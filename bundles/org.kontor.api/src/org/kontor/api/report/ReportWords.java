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

    /** Figures of published studies. */
    List<Benchmark> benchmarks();
}
