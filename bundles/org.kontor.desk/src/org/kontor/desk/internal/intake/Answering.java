package org.kontor.desk.internal.intake;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kontor.api.channel.ExternalId;
import org.kontor.api.conversation.Message;

/**
 * Which answer can be meant for which question. Times alone do not tell: a customer's clock runs ahead or behind, and a question
 * that is taken for answered is a question lost. So what the agent had not seen when he wrote is not answered by that, nor is
 * what answers the answer itself, whatever its date says.
 */
final class Answering {
    private final List<Message> timeline;
    private final Map<ExternalId, Message> byId = new HashMap<>();

    /** @param timeline all of the conversation that we know */
    Answering(List<Message> timeline) {
        this.timeline = timeline;
        timeline.forEach(message -> byId.put(message.externalId(), message));
    }

    /** Whether {@code answer} can be an answer to {@code question}. */
    boolean mayAnswer(Message answer, Message question) {
        if (answer.publishedAt().isBefore(question.publishedAt())) {
            return false;
        }
        boolean writtenHere = answer.outbox() != null;
        return !(writtenHere && question.seenAt().isAfter(answer.seenAt())) && !comesFrom(question, answer);
    }

    List<Message> timeline() {
        return timeline;
    }

    private boolean comesFrom(Message message, Message origin) {
        Set<ExternalId> passed = new HashSet<>();
        @Nullable ExternalId parent = message.parent();
        while (parent != null && passed.add(parent)) {
            if (parent.equals(origin.externalId())) {
                return true;
            }
            Message next = byId.get(parent);
            parent = next == null ? null : next.parent();
        }
        return false;
    }
}
