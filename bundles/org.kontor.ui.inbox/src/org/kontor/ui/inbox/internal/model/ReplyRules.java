package org.kontor.ui.inbox.internal.model;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kontor.api.channel.Capabilities;
import org.kontor.api.channel.ChannelConnector;
import org.kontor.api.channel.ReplyMode;
import org.kontor.api.channel.TextLimit;
import org.kontor.api.conversation.Message;
import org.kontor.api.desk.Connectors;
import org.kontor.api.desk.Replies;
import org.kontor.api.text.TextUnit;

/**
 * What may be written in a conversation, by what its channel declares.
 *
 * @param can null while the channel's connector is not installed
 */
public record ReplyRules(Opened opened, @Nullable Capabilities can) {
    /** A signature is added only where at least this much would be left for words, or nothing is limited. */
    static final int ROOM = 2_000;

    /** Why a text cannot go out as it is. */
    public enum Problem {
        EMPTY,
        TOO_LONG,
        NOTHING_TO_ANSWER,
        MODE_NOT_USABLE,
        BAD_ADDRESS,
        CHANNEL_NOT_INSTALLED,
        NOT_ALLOWED,
        /** A check said stop. */
        CHECK_STOPPED,
        SENDING
    }

    /**
     * How much of a limit is used.
     *
     * @param used by the whole text as it goes out
     */
    public record Count(TextUnit unit, int used, int max) {
        public boolean over() {
            return used > max;
        }
    }

    /** The rules of what is open. */
    static ReplyRules of(Opened opened, Connectors connectors) {
        Optional<ChannelConnector> connector =
                connectors.of(opened.conversation().channel());
        return new ReplyRules(opened, connector.isPresent() ? connector.get().capabilities() : null);
    }

    List<ModeOption> modes(@Nullable Message answers, Instant now) {
        return ModeOption.offered(can, answers, opened.outbox(), now);
    }

    boolean takesAttachments(WriteMode mode) {
        Capabilities declared = can;
        return declared != null
                && mode != WriteMode.NOTE
                && declared.attachments().maxCount() > 0;
    }

    /** The brand's signature as it will stand below the text; empty where there is none or no room for it. */
    String signature(WriteMode mode) {
        if (mode == WriteMode.NOTE || can == null) {
            return "";
        }
        String signature = opened.brand().signature().strip();
        boolean room = limits(mode).stream().allMatch(limit -> limit.left(signature) >= ROOM);
        return room ? signature : "";
    }

    /** The text as it goes out. */
    String outgoing(WriteMode mode, String typed) {
        String words = typed.strip();
        String signature = signature(mode);
        return signature.isEmpty() || words.isEmpty() ? words : words + "\n\n" + signature;
    }

    /** A reply as the desk takes it; null for a note. The brand is the one in whose colours the agent has been writing. */
    Replies.@Nullable ReplyRequest request(WriteMode mode, Content content, Message answers) {
        ReplyMode reply = mode.reply();
        return reply == null
                ? null
                : new Replies.ReplyRequest(
                        opened.ref(),
                        opened.brand().id(),
                        answers.id(),
                        reply,
                        outgoing(mode, content.text()),
                        content.cc(),
                        content.bcc(),
                        content.attachments());
    }

    /** A text that had gone out, as it was typed. */
    String typed(String outgoing) {
        String signature = opened.brand().signature().strip();
        String end = "\n\n" + signature;
        return !signature.isEmpty() && outgoing.endsWith(end)
                ? outgoing.substring(0, outgoing.length() - end.length())
                : outgoing;
    }

    /** The limits of a mode; empty where nothing is limited. */
    public List<TextLimit> limits(WriteMode mode) {
        ReplyMode reply = mode.reply();
        Capabilities declared = can;
        return reply == null || declared == null ? List.of() : declared.limits(reply);
    }

    /** How much of each limit a text uses, what is tightest first. */
    List<Count> counts(WriteMode mode, String typed) {
        String whole = outgoing(mode, typed);
        return limits(mode).stream()
                .map(limit -> new Count(limit.unit(), limit.unit().count(whole), limit.max()))
                .sorted(Comparator.comparingDouble(
                        count -> count.max() == 0 ? 0 : -(double) count.used() / count.max()))
                .toList();
    }

    /** Why what was written cannot go out; null if it can. */
    @Nullable
    Problem problem(WriteMode mode, Content content, String note, @Nullable Message answers, Instant now) {
        if (!opened.directory().answerable().contains(opened.brand().id())) {
            return Problem.NOT_ALLOWED;
        }
        if (mode == WriteMode.NOTE) {
            return note.isBlank() ? Problem.EMPTY : null;
        }
        if (can == null) {
            return Problem.CHANNEL_NOT_INSTALLED;
        }
        if (answers == null) {
            return Problem.NOTHING_TO_ANSWER;
        }
        if (modes(answers, now).stream().noneMatch(option -> option.mode() == mode && option.usable())) {
            return Problem.MODE_NOT_USABLE;
        }
        if (content.blank()) {
            return Problem.EMPTY;
        }
        if (content.badAddress() != null) {
            return Problem.BAD_ADDRESS;
        }
        return counts(mode, content.text()).stream().anyMatch(Count::over) ? Problem.TOO_LONG : null;
    }
}
