package org.kontor.channel.mail.internal.session;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.kontor.api.channel.RawEvent;
import org.kontor.channel.mail.internal.mime.Headers;
import org.kontor.channel.mail.internal.read.MessageIds;

/** The mails that this session has read lately and what they answer, so that a thread's surroundings need few searches. */
final class Recent {
    private static final int MAILS = 5000;

    private final Map<String, Set<String>> ancestors = new LinkedHashMap<>();

    /** Remembers a mail. */
    synchronized void note(RawEvent event) {
        // the line with the envelope counts as one more header
        Headers headers = Headers.parse(event.payload(), 0, event.payload().length);
        String id = MessageIds.declared(headers);
        if (id != null) {
            ancestors.put(id, ancestors(headers));
            if (ancestors.size() > MAILS) {
                ancestors.remove(ancestors.keySet().iterator().next());
            }
        }
    }

    /** What a mail answers, nearest first; empty if the mail is not known. */
    synchronized Optional<Set<String>> ancestors(String id) {
        return Optional.ofNullable(ancestors.get(id));
    }

    /** Whether the mail has been read. */
    synchronized boolean knows(String id) {
        return ancestors.containsKey(id);
    }

    /** What a mail with these headers answers, nearest first. */
    static Set<String> ancestors(Headers headers) {
        Set<String> ids = new LinkedHashSet<>(MessageIds.all(headers.first("in-reply-to")));
        List<String> references = MessageIds.all(headers.first("references"));
        for (int i = references.size() - 1; i >= 0; i--) {
            ids.add(references.get(i));
        }
        return ids;
    }
}
