package org.kontor.report.internal.figure;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.kontor.api.conversation.InquiryOutcome;
import org.kontor.api.report.AgeBand;
import org.kontor.api.report.Key;
import org.kontor.api.report.Metric;
import org.kontor.api.store.InquirySelection;
import org.kontor.api.store.InquirySelection.Dated;

/** Which inquiries a number counts: the one place where a metric is turned into a selection. */
final class Selections {
    static final Set<InquiryOutcome> ANSWERED =
            Set.copyOf(EnumSet.of(InquiryOutcome.ANSWERED, InquiryOutcome.ANSWERED_ELSEWHERE));

    private Selections() {}

    static Set<InquiryOutcome> outcomes(Metric metric) {
        return switch (metric) {
            case BEGUN -> Set.of();
            case ANSWERED_SHARE, CLOCKS_HELD ->
                Set.of(InquiryOutcome.ANSWERED, InquiryOutcome.ANSWERED_ELSEWHERE, InquiryOutcome.OPEN);
            case ANSWERS, ANSWERED, RESPONSE_P50, RESPONSE_P90 -> ANSWERED;
            case OPEN, OPEN_NOW -> Set.of(InquiryOutcome.OPEN);
            case IGNORED -> Set.of(InquiryOutcome.IGNORED);
            case MERGED -> Set.of(InquiryOutcome.MERGED);
            case DELETED -> Set.of(InquiryOutcome.DELETED);
        };
    }

    static Dated dated(Metric metric) {
        return metric == Metric.ANSWERS ? Dated.ENDED : Dated.BEGUN;
    }

    static List<InquirySelection> of(Ground ground, Metric metric, Key key, Instant asOf) {
        Set<InquiryOutcome> outcomes = outcomes(metric);
        List<InquirySelection> found = switch (key) {
            case Key.Whole whole -> whole(ground, metric);
            case Key.OfDay day -> ground.day(day.day(), dated(metric), outcomes);
            case Key.OfBrand brand -> whole(ground.of(brand.brand()), metric);
            case Key.OfChannel channel -> whole(ground.of(channel.channel()), metric);
            case Key.OfAge age -> age(ground, age.band(), asOf);
            case Key.OfHour hour -> ground.hour(hour.day(), hour.hour(), outcomes);
        };
        // Behind a share stands its whole.
        return metric == Metric.CLOCKS_HELD
                ? found.stream()
                        .map(s -> s.promised(new InquirySelection.Promise(asOf, false)))
                        .toList()
                : found;
    }

    private static List<InquirySelection> whole(Ground ground, Metric metric) {
        return metric == Metric.OPEN_NOW
                ? ground.span(Instant.EPOCH, Instant.MAX, outcomes(metric))
                : ground.range(dated(metric), outcomes(metric));
    }

    static List<InquirySelection> age(Ground ground, AgeBand band, Instant asOf) {
        // Aged exactly "from" belongs to the band, so its begin is the last one that counts.
        Instant to = band == AgeBand.UNDER_1_HOUR
                ? Instant.MAX
                : asOf.minus(band.from()).plusNanos(1);
        Instant from =
                band == AgeBand.OLDER ? Instant.EPOCH : asOf.minus(band.to()).plusNanos(1);
        return ground.span(from, to, outcomes(Metric.OPEN_NOW));
    }
}
