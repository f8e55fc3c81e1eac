package org.kontor.api.channel;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a message belongs. The desk puts it into the conversation that already holds the root or one of the parents, in
 * that order, nearest parent first; else a new conversation begins at the root (or at the message itself).
 *
 * @param root id of the thread's first message; null where the message does not tell
 * @param parents ids of messages it answers, nearest first; empty at the beginning of a thread
 */
public record ThreadRef(@Nullable ExternalId root, List<ExternalId> parents) {
    /** The beginning of a thread. */
    public static final ThreadRef NONE = new ThreadRef(null, List.of());

    public ThreadRef {
        parents = List.copyOf(parents);
    }
}
