package org.kontor.api.report;

/**
 * One number of a report. It can be asked for the inquiries behind it: {@link Reports#behind}.
 *
 * @since 0.1
 */
public record Point(Metric metric, Key key, Value value) {}
