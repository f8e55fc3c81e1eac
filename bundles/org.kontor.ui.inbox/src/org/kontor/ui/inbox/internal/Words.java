package org.kontor.ui.inbox.internal;

import java.text.MessageFormat;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.kontor.api.access.User;
import org.kontor.api.channel.Fault;
import org.kontor.api.channel.Visibility;
import org.kontor.api.clock.ClockState;
import org.kontor.api.conversation.Conversation;
import org.kontor.api.conversation.IgnoreReason;
import org.kontor.api.conversation.InquiryEnd;
import org.kontor.api.desk.Replies;
import org.kontor.api.store.InboxQuery.Order;
import org.kontor.api.store.Queue;
import org.kontor.api.store.StoreException;
import org.kontor.ui.common.fault.FaultTexts;
import org.kontor.ui.common.format.Numbers;
import org.kontor.ui.common.format.Times;
import org.kontor.ui.inbox.internal.model.Done;
import org.kontor.ui.inbox.internal.model.InboxRow;
import org.kontor.ui.inbox.internal.model.ModeOption;
import org.kontor.ui.inbox.internal.model.ReplyRules;
import org.kontor.ui.inbox.internal.model.Said;
import org.kontor.ui.inbox.internal.model.SnoozeTime;
import org.kontor.ui.inbox.internal.model.Trouble;
import org.kontor.ui.inbox.internal.model.WriteMode;

/** Says in the user's language what the models mean. */
public final class Words {
    private final Messages texts;
    private final Locale locale;
    private final Times times;
    private final Numbers numbers;
    private final InstantSource clock;
    private final FaultTexts faults;

    public Words(Messages texts, Locale locale, Times times, InstantSource clock) {
        this.texts = texts;
        this.locale = locale;
        this.times = times;
        this.numbers = Numbers.of(locale);
        this.clock = clock;
        faults = FaultTexts.of(locale, times);
    }

    /** The words that need nothing filled in. */
    public Messages texts() {
        return texts;
    }

    public Times times() {
        return times;
    }

    public Numbers numbers() {
        return numbers;
    }

    public Locale locale() {
        return locale;
    }

    /** Now, as everything here is seen from. */
    public Instant now() {
        return clock.instant();
    }

    /** Fills {@code pattern}; numbers should come as text already. */
    public String fill(String pattern, Object... arguments) {
        return new MessageFormat(pattern, locale).format(arguments);
    }

    // -- list

    public String queue(Queue queue) {
        return switch (queue) {
            case UNANSWERED -> texts.queue_unanswered;
            case MINE -> texts.queue_mine;
            case UNASSIGNED -> texts.queue_unassigned;
            case ESCALATED -> texts.queue_escalated;
            case SNOOZED -> texts.queue_snoozed;
            case SEND_TROUBLE -> texts.queue_trouble;
            case UNREADABLE -> texts.queue_unreadable;
            case ANSWERED -> texts.queue_answered;
            case RESOLVED -> texts.queue_resolved;
            case IGNORED -> texts.queue_ignored;
            case HISTORY -> texts.queue_history;
            case ALL -> texts.queue_all;
        };
    }

    /** What an empty queue says. */
    public String empty(Queue queue) {
        return switch (queue) {
            case UNANSWERED -> texts.list_empty_unanswered;
            case MINE -> texts.list_empty_mine;
            case UNASSIGNED -> texts.list_empty_unassigned;
            case ESCALATED -> texts.list_empty_escalated;
            case SNOOZED -> texts.list_empty_snoozed;
            case SEND_TROUBLE -> texts.list_empty_trouble;
            case UNREADABLE -> texts.list_empty_unreadable;
            case ANSWERED -> texts.list_empty_answered;
            case RESOLVED -> texts.list_empty_resolved;
            case IGNORED -> texts.list_empty_ignored;
            case HISTORY -> texts.list_empty_history;
            case ALL -> texts.list_empty_all;
        };
    }

    public String order(Order order) {
        return switch (order) {
            case URGENT_FIRST -> texts.order_urgent;
            case NEWEST_FIRST -> texts.order_newest;
            case OLDEST_FIRST -> texts.order_oldest;
        };
    }

    /** The bar above a list that is held back. */
    public String fresh(int count) {
        if (count == 0) {
            return texts.list_changed;
        }
        return count == 1 ? texts.list_fresh_one : fill(texts.list_fresh_many, numbers.count(count));
    }

    /** The time in the corner of a row: what is left where there is a clock, else how long it waits. Short: a name is beside it. */
    public String corner(Conversation conversation) {
        return time(conversation, true);
    }

    private String time(Conversation conversation, boolean brief) {
        Instant due = conversation.due();
        Instant until = conversation.snoozedUntil();
        if (until != null) {
            return times.relative(until);
        }
        if (due != null && conversation.state().open()) {
            Duration left = Duration.between(clock.instant(), due);
            // How many minutes beside the hours matters no more once it is late.
            return times.left(brief && left.toHours() < 0 ? Duration.ofHours(left.toHours()) : left);
        }
        Instant since = conversation.waitingSince();
        return times.relative(since == null ? conversation.lastActivity() : since);
    }

    /** How the clock of a conversation stands, as it is shown: what is put aside warns of nothing until it comes back. */
    public ClockState clock(Conversation conversation) {
        return conversation.snoozedUntil() != null ? ClockState.NONE : ClockState.of(conversation, clock.instant());
    }

    /** The time at the head of a conversation: where it is urgent, in words, too. */
    public String headTime(Conversation conversation) {
        String time = time(conversation, false);
        return switch (clock(conversation)) {
            // "12 min over" has its word already.
            case NONE, BREACHED -> time;
            case RUNNING -> fill(texts.clock_left, time);
            case WARNING -> fill(texts.clock_soon, time);
        };
    }

    /** The times of a row in full, for a tooltip. */
    public String exact(Conversation conversation) {
        Instant due = conversation.due();
        String last = times.exact(conversation.lastActivity());
        return due == null || !conversation.state().open() ? last : fill(texts.row_exact, last, times.exact(due));
    }

    /** All that a row shows, for those who hear it. */
    public String row(InboxRow row) {
        Conversation conversation = row.conversation();
        List<String> parts = new ArrayList<>();
        parts.add(customer(conversation));
        parts.add(row.brand().name());
        parts.add(visibility(conversation.visibility()));
        if (row.unread()) {
            parts.add(texts.row_unread);
        }
        if (conversation.escalated() && conversation.state().open()) {
            parts.add(texts.row_escalated);
        }
        if (conversation.sendTrouble()) {
            parts.add(texts.row_trouble);
        }
        if (conversation.unreadable()) {
            parts.add(texts.row_unreadable);
        }
        parts.add(state(conversation));
        parts.add(headTime(conversation));
        User assignee = row.assignee();
        if (assignee != null) {
            parts.add(fill(texts.row_assigned, assignee.name()));
        }
        parts.add(words(conversation));
        return String.join(", ", parts);
    }

    /** The person's name; the channel's sign for nobody where only the brand wrote. */
    public String customer(Conversation conversation) {
        return conversation.customerName().isBlank() ? "\u2013" : conversation.customerName();
    }

    /** First words: of a mail its subject before them. */
    public String words(Conversation conversation) {
        String subject = conversation.subject();
        return subject == null || subject.isBlank()
                ? conversation.preview()
                : subject + " \u2013 " + conversation.preview();
    }

    public String state(Conversation conversation) {
        return switch (conversation.state()) {
            case OPEN -> texts.state_open;
            case SNOOZED -> {
                Instant until = conversation.snoozedUntil();
                yield until == null ? texts.queue_snoozed : fill(texts.state_snoozed, times.relative(until));
            }
            case ANSWERED -> texts.state_answered;
            case RESOLVED -> texts.state_resolved;
            case IGNORED -> texts.state_ignored;
            case HISTORY -> texts.state_history;
        };
    }

    public String visibility(Visibility visibility) {
        return switch (visibility) {
            case PUBLIC -> texts.conversation_public;
            case PRIVATE -> texts.conversation_private;
        };
    }

    // -- actions

    public String reason(IgnoreReason reason) {
        return switch (reason) {
            case SPAM -> texts.ignore_spam;
            case NOT_FOR_US -> texts.ignore_notforus;
            case NO_QUESTION -> texts.ignore_noquestion;
            case DUPLICATE -> texts.ignore_duplicate;
            case INSULT -> texts.ignore_insult;
            case AUTOMATIC -> texts.ignore_automatic;
            case SETTLED -> texts.ignore_settled;
        };
    }

    public String snooze(SnoozeTime time) {
        return switch (time) {
            case IN_ONE_HOUR -> texts.snooze_hour;
            case THIS_EVENING -> texts.snooze_evening;
            case TOMORROW -> texts.snooze_tomorrow;
            case MONDAY -> texts.snooze_monday;
        };
    }

    public String said(Said said) {
        return switch (said) {
            case Said.Did did -> did(did);
            case Said.Undid undid -> {
                if (undid.back() == undid.of()) {
                    yield texts.done_undid;
                }
                yield undid.back() == 0
                        ? texts.done_undid_none
                        : fill(texts.done_undid_some, numbers.count(undid.back()), numbers.count(undid.of()));
            }
            case Said.TooLate late -> texts.done_toolate;
            case Said.Failed failed -> fill(texts.done_failed, trouble(failed.trouble()));
        };
    }

    private String did(Said.Did did) {
        if (did.count() == 0) {
            return texts.done_none;
        }
        String what = done(did.done());
        return did.count() == 1 ? what : fill(texts.done_many, numbers.count(did.count()), what);
    }

    private String done(Done done) {
        return switch (done) {
            case Done.Assigned assigned -> {
                User to = assigned.to();
                if (assigned.self()) {
                    yield texts.done_assigned_me;
                }
                yield to == null ? texts.done_assigned_nobody : fill(texts.done_assigned_to, to.name());
            }
            case Done.Snoozed snoozed -> fill(texts.done_snoozed, times.relative(snoozed.until()));
            case Done.Resolved resolved -> texts.done_resolved;
            case Done.Ignored ignored -> fill(texts.done_ignored, reason(ignored.reason()));
            case Done.Reopened reopened -> texts.done_reopened;
            case Done.Replied replied -> texts.done_replied;
            case Done.Noted noted -> texts.done_noted;
        };
    }

    /** What is wrong with the store and what to do. */
    public String trouble(Trouble trouble) {
        return switch (trouble.kind()) {
            case DISK_FULL -> texts.store_full;
            case READ_ONLY -> texts.store_readonly;
            case LOCKED -> texts.store_locked;
            case NEWER -> texts.store_newer;
            case DAMAGED -> texts.store_damaged;
            case UNREACHABLE -> texts.store_unreachable;
            case OTHER -> texts.store_other;
        };
    }

    /** Whether waiting may mend it. */
    public boolean passing(Trouble trouble) {
        return trouble.kind() != StoreException.Kind.NEWER && trouble.kind() != StoreException.Kind.DAMAGED;
    }

    // -- replies

    public String mode(ModeOption option) {
        return switch (option.mode()) {
            case PUBLIC -> texts.reply_mode_public;
            case DIRECT -> texts.reply_mode_direct;
            case NOTE -> texts.reply_mode_note;
            case PRIVATE -> privately(option);
        };
    }

    private String privately(ModeOption option) {
        Duration left = option.left();
        if (option.refusal() == ModeOption.Refusal.USED) {
            return texts.reply_mode_private_used;
        }
        if (option.refusal() == ModeOption.Refusal.WINDOW_CLOSED) {
            return texts.reply_mode_private_closed;
        }
        if (left == null) {
            return texts.reply_mode_private;
        }
        return fill(option.once() ? texts.reply_mode_private_once : texts.reply_mode_private_left, times.span(left));
    }

    /** What the send button says. */
    public String send(WriteMode mode) {
        return mode == WriteMode.NOTE ? texts.reply_save : texts.reply_send;
    }

    /** Why a text cannot go out; null where that is plain to see (nothing typed, on its way). */
    public @Nullable String problem(ReplyRules.Problem problem, String channel, @Nullable String badAddress, int over) {
        return switch (problem) {
            case EMPTY, SENDING -> null;
            case TOO_LONG -> fill(texts.problem_toolong, numbers.count(over));
            case NOTHING_TO_ANSWER -> texts.problem_none;
            case MODE_NOT_USABLE -> texts.problem_mode;
            case BAD_ADDRESS -> fill(texts.problem_address, String.valueOf(badAddress));
            case CHANNEL_NOT_INSTALLED -> fill(texts.problem_channel, channel);
            case NOT_ALLOWED -> texts.problem_right;
            case CHECK_STOPPED -> texts.problem_check;
        };
    }

    public String refused(Replies.Outcome.Refused refused) {
        return switch (refused.reason()) {
            case EMPTY -> texts.refused_empty;
            case TOO_LONG -> fill(texts.refused_toolong, refused.detail());
            case WRONG_BRAND -> texts.refused_brand;
            case NOTHING_TO_ANSWER -> texts.refused_none;
            case MODE_NOT_OFFERED -> texts.refused_mode;
            case ATTACHMENT_NOT_TAKEN -> fill(texts.refused_attachment, refused.detail());
            case BAD_ADDRESS -> fill(texts.refused_address, refused.detail());
            case CHANNEL_NOT_INSTALLED -> texts.refused_channel;
            case CHECK_STOPPED -> fill(texts.refused_check, refused.detail());
        };
    }

    /** Why a reply did not go out and what to do about it. */
    public String fault(Fault fault) {
        return faults.explain(fault, FaultTexts.Moment.SEND).sentences();
    }

    /** How an inquiry ended. */
    public String end(InquiryEnd end) {
        return switch (end) {
            case InquiryEnd.Answered answered -> texts.state_answered;
            case InquiryEnd.AnsweredElsewhere elsewhere -> texts.inquiry_elsewhere;
            case InquiryEnd.Ignored ignored -> fill(texts.inquiry_ignored, reason(ignored.reason()));
            case InquiryEnd.Merged merged -> texts.inquiry_merged;
            case InquiryEnd.Deleted deleted -> texts.inquiry_deleted;
        };
    }
}
