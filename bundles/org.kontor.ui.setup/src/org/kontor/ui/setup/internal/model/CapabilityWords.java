package org.kontor.ui.setup.internal.model;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.kontor.api.channel.Capabilities;
import org.kontor.api.channel.Moderation;
import org.kontor.api.channel.ReplyMode;
import org.kontor.api.channel.TextLimit;
import org.kontor.api.text.TextUnit;
import org.kontor.ui.common.format.Numbers;

/** What a channel can do, in words. */
public final class CapabilityWords {
    private CapabilityWords() {}

    /** Short phrases, the most important first: how one answers, how long, what can be attached, how far back. */
    public static List<String> of(Capabilities can, Messages messages) {
        List<String> phrases = new ArrayList<>();
        for (ReplyMode mode : ReplyMode.values()) {
            if (can.replies().containsKey(mode)) {
                phrases.add(messages.text("can.reply." + mode));
            }
        }
        limit(can)
                .ifPresent(limit -> phrases.add(messages.text(
                        "can.limit." + limit.unit(),
                        Numbers.of(messages.locale()).count(limit.max()))));
        phrases.add(messages.text(can.attachments().maxCount() > 0 ? "can.attachments" : "can.noAttachments"));
        if (can.moderation().contains(Moderation.HIDE)) {
            phrases.add(messages.text("can.hide"));
        }
        if (can.editsOwn()) {
            phrases.add(messages.text("can.edit"));
        }
        Duration history = can.history();
        if (history != null) {
            phrases.add(messages.text("can.history", String.valueOf(history.toDays())));
        }
        return phrases;
    }

    /** The first limit that a reader would meet; bytes say nothing to people. */
    private static Optional<TextLimit> limit(Capabilities can) {
        return can.replies().values().stream()
                .flatMap(List::stream)
                .filter(limit -> limit.unit() != TextUnit.BYTES)
                .min(Comparator.comparingInt(TextLimit::max));
    }
}
