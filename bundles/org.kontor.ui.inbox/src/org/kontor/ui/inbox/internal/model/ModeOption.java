package org.kontor.ui.inbox.internal.model;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kontor.api.channel.Capabilities;
import org.kontor.api.channel.ReplyMode;
import org.kontor.api.channel.Visibility;
import org.kontor.api.conversation.Message;
import org.kontor.api.outbox.OutboxEntry;
import org.kontor.api.outbox.OutboxState;

/**
 * A way to write that the channel offers here.
 *
 * @param refusal why it cannot be used; null if it can
 * @param left how long it can still be used; null where nothing ends it
 * @param once whether only one such message may be sent
 */
public record ModeOption(
        WriteMode mode, @Nullable Refusal refusal, @Nullable Duration left, boolean once) {
    /** Why a way to write cannot be used. */
    public enum Refusal {
        /** The time in which the platform takes it is over. */
        WINDOW_CLOSED,
        /** The one that is allowed has been sent. */
        USED
    }

    /** Whether it can be used. */
    public boolean usable() {
        return refusal == null;
    }

    /** What can be written in answer to a message; the first usable one is the natural choice. A note always can. */
    static List<ModeOption> offered(
            @Nullable Capabilities can, @Nullable Message answers, List<OutboxEntry> outbox, Instant now) {
        List<ModeOption> options = new ArrayList<>();
        if (can != null && answers != null) {
            if (answers.visibility() == Visibility.PUBLIC) {
                if (can.replies().containsKey(ReplyMode.PUBLIC)) {
                    options.add(new ModeOption(WriteMode.PUBLIC, null, null, false));
                }
                Capabilities.PrivateReply rule = can.privateReply();
                if (rule != null && can.replies().containsKey(ReplyMode.PRIVATE)) {
                    options.add(privately(rule, answers, outbox, now));
                }
            } else if (can.replies().containsKey(ReplyMode.DIRECT)) {
                options.add(new ModeOption(WriteMode.DIRECT, null, null, false));
            }
        }
        options.add(new ModeOption(WriteMode.NOTE, null, null, false));
        return options;
    }

    private static ModeOption privately(
            Capabilities.PrivateReply rule, Message answers, List<OutboxEntry> outbox, Instant now) {
        Duration left = Duration.between(now, answers.publishedAt().plus(rule.window()));
        boolean used = rule.once()
                && outbox.stream()
                        .filter(entry -> entry.reply().mode() == ReplyMode.PRIVATE)
                        .filter(entry -> entry.reply().parent().equals(answers.externalId()))
                        .anyMatch(
                                entry -> entry.state() != OutboxState.FAILED && entry.state() != OutboxState.CANCELLED);
        Refusal refusal = used ? Refusal.USED : left.isNegative() || left.isZero() ? Refusal.WINDOW_CLOSED : null;
        return new ModeOption(WriteMode.PRIVATE, refusal, refusal == null ? left : null, rule.once());
    }
}
