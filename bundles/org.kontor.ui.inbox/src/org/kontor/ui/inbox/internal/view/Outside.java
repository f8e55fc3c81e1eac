package org.kontor.ui.inbox.internal.view;

import java.nio.file.Path;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.kontor.api.account.ChannelType;
import org.kontor.api.conversation.Attachment;
import org.kontor.api.conversation.Message;

/** What the views ask of the window around them. */
public interface Outside {
    /** Opens an http, https or mailto address in the system's program for it. */
    void open(String address);

    /** Opens a file of ours in the system's browser. */
    void browse(Path page);

    /** The name of a channel in the user's language. */
    String channel(ChannelType type);

    /** Runs the command with this id, such as one of {@code org.kontor.ui.api.Commands}. */
    void command(String id);

    /** Runs a command with parameters. */
    void command(String id, Map<String, String> parameters);

    /** Does {@code work} away from the UI thread, with progress, and tells the outcome on it. */
    <T extends @Nullable Object> void work(
            String name, Supplier<T> work, Consumer<? super T> done, Consumer<RuntimeException> failed);

    /** Brings an attachment's content; throws a {@link CannotFetch} if that is impossible. For a worker. */
    byte[] fetch(Message message, Attachment attachment);

    /** An attachment cannot be brought; the message says why, in the user's language. */
    final class CannotFetch extends RuntimeException {
        private static final long serialVersionUID = 1L;

        public CannotFetch(String why) {
            super(why);
        }
    }
}
