package org.kontor.api.report;

/**
 * A figure from a published study to compare one's own with.
 *
 * @param metric what it can be compared with
 * @param value in the unit of {@link Value#size()}
 * @param text what it says, in the language that was asked for
 * @param source who published it
 * @since 0.1
 */
public record Benchmark(Metric metric, double value, String text, String source) {}
