package org.kontor.escalation.internal.cases;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kontor.api.cases.CaseFacts;
import org.kontor.api.cases.Category;
import org.kontor.api.cases.Severity;
import org.kontor.api.channel.Direction;
import org.kontor.api.conversation.Conversation;
import org.kontor.api.conversation.Message;
import org.kontor.api.conversation.MessageState;
import org.kontor.api.id.UserId;

/** What a conversation tells about the case that is opened from it. */
final class FirstFacts {
    /** First words that still are a title rather than a letter. */
    private static final int WORDS = 80;

    private FirstFacts() {}

    /**
     * The facts to begin with.
     *
     * @param messages of the conversation, oldest first
     * @param by who opens the case
     */
    static CaseFacts of(Conversation conversation, List<Message> messages, UserId by, Instant now) {
        Instant due = conversation.due();
        UserId assignee = conversation.assignee();
        return new CaseFacts(
                title(conversation, messages),
                Severity.MEDIUM,
                Category.COMPLAINT,
                "",
                "",
                assignee == null ? by : assignee,
                due != null && due.isAfter(now) ? due : null);
    }

    private static String title(Conversation conversation, List<Message> messages) {
        String subject = bare(conversation.subject());
        if (!subject.isEmpty()) {
            return cut(subject, CaseFacts.TITLE_LENGTH);
        }
        return messages.stream()
                .filter(m -> m.direction() == Direction.INBOUND && m.state() == MessageState.PRESENT)
                .map(m -> firstWords(m.text()))
                .filter(words -> !words.isEmpty())
                .findFirst()
                .orElseGet(() -> conversation.customerName().isBlank()
                        ? conversation.root().value()
                        : conversation.customerName());
    }

    /** A subject without the marks of replies and forwards. */
    private static String bare(@Nullable String subject) {
        return subject == null
                ? ""
                : subject.strip()
                        .replaceFirst("(?i)^((re|aw|fw|fwd|wg)\\s*:\\s*)+", "")
                        .strip();
    }

    /** The first sentence, or as many whole words as make a title. */
    private static String firstWords(String text) {
        String line = text.strip().replaceAll("[\\s\\p{Cntrl}]+", " ");
        // A greeting to the brand's account tells nothing.
        String words = line.replaceFirst("^(@\\S+\\s+)+", "");
        String sentence = words.split("(?<=[.!?])\\s", 2)[0];
        return cut(sentence, WORDS);
    }

    private static String cut(String words, int most) {
        if (words.length() <= most) {
            return words;
        }
        int space = words.lastIndexOf(' ', most - 1);
        int end = space > most / 2 ? space : most - 1;
        // Not between the halves of a character.
        int whole = Character.isHighSurrogate(words.charAt(end - 1)) ? end - 1 : end;
        return words.substring(0, whole).stripTrailing() + "…";
    }
}
