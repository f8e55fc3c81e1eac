package org.kontor.simulator;

import java.util.List;

/**
 * What happened in the world so far.
 *
 * @param lines one line a brand and channel
 */
public record Counts(List<Line> lines) {

    public Counts {
        lines = List.copyOf(lines);
    }

    /**
     * The figures of one brand on one channel.
     *
     * @param brand key of the brand
     * @param channel the channel
     * @param history messages that customers wrote before the world began to run
     * @param written messages that customers wrote since then, replies and noise mails included
     * @param deleted messages that their authors took back
     * @param noise likes, follows and reposts
     * @param answers answers of the brand that stand on the server, each counted once
     * @param seen how many of those their customer has read
     * @param duplicates answers that a customer got more than once, counted as surplus copies
     */
    public record Line(
            String brand,
            Channel channel,
            int history,
            int written,
            int deleted,
            int noise,
            int answers,
            int seen,
            int duplicates) {}

    /**
     * The line of a brand and channel.
     *
     * @throws IllegalArgumentException when there is none
     */
    public Line line(String brand, Channel channel) {
        for (Line line : lines) {
            if (line.brand().equals(brand) && line.channel() == channel) {
                return line;
            }
        }
        throw new IllegalArgumentException("no counts for " + brand + " on " + channel.key());
    }
}
