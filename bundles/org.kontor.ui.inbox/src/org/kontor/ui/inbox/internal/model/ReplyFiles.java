package org.kontor.ui.inbox.internal.model;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.kontor.api.channel.Capabilities;
import org.kontor.api.channel.OutgoingAttachment;
import org.kontor.api.store.ConversationRef;

/** The files that go out with a reply, and those that were not taken the last time. */
final class ReplyFiles {
    private final Threads threads;
    private final Typing typing;
    private final Supplier<@Nullable ReplyRules> rules;
    private final Runnable changed;
    private final Consumer<RuntimeException> failed;
    private List<Attaching.Refused> refused = List.of();

    /** @param changed called when other files go out, which are to be kept */
    ReplyFiles(
            Threads threads,
            Typing typing,
            Supplier<@Nullable ReplyRules> rules,
            Runnable changed,
            Consumer<RuntimeException> failed) {
        this.threads = threads;
        this.typing = typing;
        this.rules = rules;
        this.changed = changed;
        this.failed = failed;
    }

    List<Attaching.Refused> refused() {
        return refused;
    }

    void clear() {
        refused = List.of();
    }

    void attach(List<Path> files) {
        ReplyRules here = rules.get();
        Capabilities can = here == null ? null : here.can();
        if (here == null || can == null) {
            return;
        }
        ConversationRef ref = here.opened().ref();
        int there = typing.content().attachments().size();
        threads.work(
                "attach", () -> Attaching.read(files, can.attachments(), there), read -> attached(ref, read), failed);
    }

    private void attached(ConversationRef ref, Attaching read) {
        ReplyRules here = rules.get();
        if (here == null || !here.opened().ref().equals(ref)) {
            return;
        }
        List<OutgoingAttachment> all = new ArrayList<>(typing.content().attachments());
        all.addAll(read.taken());
        typing.content(typing.content().attachments(all));
        refused = read.refused();
        changed.run();
    }

    void detach(OutgoingAttachment attachment) {
        typing.content(typing.content()
                .attachments(typing.content().attachments().stream()
                        .filter(one -> one != attachment)
                        .toList()));
        refused = List.of();
        changed.run();
    }
}
