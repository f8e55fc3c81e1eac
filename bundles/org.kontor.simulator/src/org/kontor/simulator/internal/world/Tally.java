package org.kontor.simulator.internal.world;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kontor.simulator.Channel;
import org.kontor.simulator.Counts;
import org.kontor.simulator.SeenAnswer;

/** Counts what happened, from the tags in the journal. Safe for several threads. */
public final class Tally {

    private final Map<String, Integer> counts = new HashMap<>();
    private int lastBeat = -1;

    /** Counts a tag; null stands for no tag. */
    public synchronized void count(@Nullable Tag tag) {
        if (tag == null) {
            return;
        }
        boolean history = tag.origin().equals(Tag.HISTORY);
        counts.merge(key(tag.what(), tag.brand(), tag.channel(), history), 1, Integer::sum);
        lastBeat = Math.max(lastBeat, tag.beat());
    }

    private static String key(Tag.What what, String brand, Channel channel, boolean history) {
        return what + "|" + brand + "|" + channel + "|" + history;
    }

    /** The last beat of the script that was played, or -1. */
    public synchronized int lastBeat() {
        return lastBeat;
    }

    /** All counts; answers older than {@code begin} belong to the history and do not count. */
    public synchronized Counts counts(List<SeenAnswer> answers, Instant begin) {
        List<Counts.Line> lines = new ArrayList<>();
        for (BrandSpec brand : BrandSpec.ALL) {
            for (Channel channel : Channel.values()) {
                List<SeenAnswer> own = answers.stream()
                        .filter(answer -> answer.brand().equals(brand.key()) && answer.channel() == channel)
                        .filter(answer -> !answer.arrivedAt().isBefore(begin))
                        .toList();
                lines.add(new Counts.Line(
                        brand.key(),
                        channel,
                        of(Tag.What.WRITTEN, brand, channel, true),
                        of(Tag.What.WRITTEN, brand, channel, false),
                        of(Tag.What.DELETED, brand, channel, false),
                        of(Tag.What.NOISE, brand, channel, false),
                        own.size(),
                        (int) own.stream()
                                .filter(answer -> answer.seenAt() != null)
                                .count(),
                        own.stream().mapToInt(answer -> answer.copies() - 1).sum()));
            }
        }
        return new Counts(lines);
    }

    private int of(Tag.What what, BrandSpec brand, Channel channel, boolean history) {
        return counts.getOrDefault(key(what, brand.key(), channel, history), 0);
    }
}
