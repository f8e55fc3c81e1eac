package org.kontor.api.report;

import java.util.List;

/**
 * Numbers that are looked at together. Every series has the same keys in the same order.
 *
 * @since 0.1
 */
public record Chart(Kind kind, List<Series> series) {
    /** What is told apart. */
    public enum Kind {
        SHARE_PER_DAY,
        PER_DAY,
        OPEN_BY_AGE,
        BY_BRAND,
        BY_CHANNEL,
        HOURS_OF_WEEK
    }

    /** The numbers of one metric. */
    public record Series(Metric metric, List<Point> points) {
        public Series {
            points = List.copyOf(points);
        }
    }

    public Chart {
        series = List.copyOf(series);
    }

    /** The keys that all series have; empty without a series. */
    public List<Key> keys() {
        return series.isEmpty()
                ? List.of()
                : series.getFirst().points().stream().map(Point::key).toList();
    }
}
