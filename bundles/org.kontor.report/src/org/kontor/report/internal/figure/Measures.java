package org.kontor.report.internal.figure;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.kontor.api.account.ChannelType;
import org.kontor.api.id.BrandId;
import org.kontor.api.report.AgeBand;
import org.kontor.api.report.Key;
import org.kontor.api.report.Metric;
import org.kontor.api.report.Value;
import org.kontor.api.store.InquiryCount;
import org.kontor.api.store.InquirySelection;
import org.kontor.api.store.InquirySelection.Promise;
import org.kontor.api.store.ReadRows;
import org.kontor.api.store.ResponseTimes;

/** The numbers of one range, read at once. */
final class Measures {
    private final ReadRows rows;
    private final Ground ground;
    private final Instant asOf;
    /** Of the range, by begin. */
    private final Sums begun;
    /** Of the range, by end: answered ones only. */
    private final Sums answers;
    /** Of the range, those with a deadline that has been decided. */
    private final Sums decided;
    /** Of these, those that were answered in time. */
    private final Sums kept;

    private final Map<Key, ResponseTimes> times = new HashMap<>();

    Measures(ReadRows rows, Ground ground, Instant asOf) {
        this.rows = rows;
        this.ground = ground;
        this.asOf = asOf;
        begun = sums(selections(Metric.BEGUN));
        answers = sums(selections(Metric.ANSWERS));
        decided = sums(selections(Metric.CLOCKS_HELD));
        kept = sums(selections(Metric.CLOCKS_HELD).stream()
                .map(s -> s.promised(new Promise(asOf, true)))
                .toList());
        times(ResponseTimes.By.NOTHING, group -> Sums.WHOLE);
        times(ResponseTimes.By.BRAND, group -> new Key.OfBrand(new BrandId(Long.parseLong(group))));
        times(ResponseTimes.By.CHANNEL, group -> new Key.OfChannel(new ChannelType(group)));
    }

    private List<InquirySelection> selections(Metric metric) {
        return Selections.of(ground, metric, Sums.WHOLE, asOf);
    }

    private Sums sums(List<InquirySelection> selections) {
        return new Sums(
                ground,
                selections.stream().flatMap(s -> rows.inquiryCounts(s).stream()).toList());
    }

    private void times(ResponseTimes.By by, Function<String, Key> key) {
        rows.responseTimes(selections(Metric.ANSWERED), by).forEach(t -> times.put(key.apply(t.group()), t));
    }

    /** The number of a metric for a key. */
    Value value(Metric metric, Key key) {
        return switch (metric) {
            case ANSWERED_SHARE -> begun.answeredShare(key);
            case ANSWERS -> answers.count(key, Selections.ANSWERED);
            case RESPONSE_P50 -> wait(key, ResponseTimes::p50);
            case RESPONSE_P90 -> wait(key, ResponseTimes::p90);
            case CLOCKS_HELD -> held(key);
            case OPEN_NOW -> new Value.Count(open(Selections.of(ground, metric, key, asOf)));
            case BEGUN, ANSWERED, OPEN, IGNORED, MERGED, DELETED -> begun.count(key, Selections.outcomes(metric));
        };
    }

    /** How many are open now and as old. */
    Value open(AgeBand band) {
        return new Value.Count(open(Selections.age(ground, band, asOf)));
    }

    private long open(List<InquirySelection> selections) {
        return selections.stream()
                .flatMap(s -> rows.inquiryCounts(s).stream())
                .mapToLong(InquiryCount::count)
                .sum();
    }

    private Value held(Key key) {
        long whole = decided.of(key, Set.of());
        return whole == 0 ? new Value.None() : new Value.Share(kept.of(key, Set.of()), whole);
    }

    private Value wait(Key key, Function<ResponseTimes, Duration> part) {
        ResponseTimes found = times.get(key);
        return found == null ? new Value.None() : new Value.Wait(part.apply(found));
    }

    /** How many of the range had an outcome; none means any. */
    long begun() {
        return begun.of(Sums.WHOLE, Set.of());
    }
}
