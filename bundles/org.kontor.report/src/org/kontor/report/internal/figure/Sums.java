package org.kontor.report.internal.figure;

import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.kontor.api.conversation.InquiryOutcome;
import org.kontor.api.report.Key;
import org.kontor.api.report.Value;
import org.kontor.api.store.InquiryCount;
import org.kontor.api.store.InquirySelection;

/** Counts, added up for every key that they belong to. */
final class Sums {
    static final Key WHOLE = new Key.Whole();

    private final Map<Key, Map<InquiryOutcome, Long>> sums = new HashMap<>();

    Sums(Ground ground, List<InquiryCount> counts) {
        for (InquiryCount count : counts) {
            ZonedDateTime at = Instant.ofEpochSecond(count.quarter() * InquirySelection.QUARTER.toSeconds())
                    .atZone(ground.zone(count.brand()));
            add(WHOLE, count);
            add(new Key.OfBrand(count.brand()), count);
            add(new Key.OfChannel(ground.account(count.account()).channel()), count);
            add(new Key.OfDay(at.toLocalDate()), count);
            add(new Key.OfHour(at.getDayOfWeek(), at.getHour()), count);
        }
    }

    private void add(Key key, InquiryCount count) {
        sums.computeIfAbsent(key, k -> new EnumMap<>(InquiryOutcome.class))
                .merge(count.outcome(), count.count(), Long::sum);
    }

    /** How many there are with one of the outcomes; no outcome means any. */
    long of(Key key, Set<InquiryOutcome> outcomes) {
        return sums.getOrDefault(key, Map.of()).entrySet().stream()
                .filter(e -> outcomes.isEmpty() || outcomes.contains(e.getKey()))
                .mapToLong(Map.Entry::getValue)
                .sum();
    }

    Value count(Key key, Set<InquiryOutcome> outcomes) {
        return new Value.Count(of(key, outcomes));
    }

    /** Answered / (answered + open). */
    Value answeredShare(Key key) {
        long answered = of(key, Selections.ANSWERED);
        long open = of(key, Set.of(InquiryOutcome.OPEN));
        return answered + open == 0 ? new Value.None() : new Value.Share(answered, answered + open);
    }
}
