package org.kontor.demo.internal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kontor.api.access.Grants;
import org.kontor.api.access.Scope;
import org.kontor.api.channel.ReplyMode;
import org.kontor.api.channel.Visibility;
import org.kontor.api.conversation.Conversation;
import org.kontor.api.desk.Replies;
import org.kontor.api.outbox.OutboxState;
import org.kontor.api.store.ConversationRef;
import org.kontor.api.store.IdIndex;
import org.kontor.api.store.InboxQuery;
import org.kontor.api.store.Queue;
import org.kontor.api.store.Store;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.log.Logger;
import org.osgi.service.log.LoggerFactory;

/**
 * An agent that answers every inquiry by itself, for load and crash tests of the demo agency: {@code --autopilot FILE}. Each
 * reply that the desk has acknowledged as durable is written to the file, so that a test can look for it after a crash.
 */
@Component(service = Autopilot.class, immediate = true)
public final class Autopilot {
    private static final Set<OutboxState> AT_WORK =
            Set.of(OutboxState.QUEUED, OutboxState.SENDING, OutboxState.UNDECIDED, OutboxState.FAILED);
    private static final int AT_ONCE = 20;

    private final Store store;
    private final Grants grants;
    private final Replies replies;
    private final Logger log;
    private final @Nullable Thread agent;
    private volatile boolean running = true;

    @Activate
    public Autopilot(
            @Reference Arguments arguments,
            @Reference Store store,
            @Reference Grants grants,
            @Reference Replies replies,
            @Reference(service = LoggerFactory.class) Logger log) {
        this.store = store;
        this.grants = grants;
        this.replies = replies;
        this.log = log;
        this.agent = arguments
                .value("autopilot")
                .map(file -> Thread.ofPlatform().daemon().name("autopilot").start(() -> work(Path.of(file))))
                .orElse(null);
    }

    private void work(Path file) {
        try (FileChannel acknowledged = FileChannel.open(
                file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.APPEND)) {
            while (running) {
                if (answerSome(acknowledged) == 0) {
                    Thread.sleep(Duration.ofMillis(200));
                }
            }
        } catch (IOException unable) {
            log.error("The autopilot cannot write {}", file, unable);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private int answerSome(FileChannel acknowledged) throws IOException {
        Scope scope = grants.current();
        List<Conversation> open = store.read(scope, rows -> {
            IdIndex index = rows.index(InboxQuery.of(Queue.UNANSWERED), 1_000);
            return rows.conversations(index.range(0, index.size())).stream()
                    .filter(c ->
                            rows.outbox(ConversationRef.of(c)).stream().noneMatch(e -> AT_WORK.contains(e.state())))
                    .limit(AT_ONCE)
                    .toList();
        });
        int answered = 0;
        for (Conversation conversation : open) {
            Replies.Outcome outcome = replies.reply(scope, request(conversation));
            if (outcome instanceof Replies.Outcome.Queued queued) {
                String line =
                        queued.entry().id().value() + "\t" + queued.entry().key() + "\n";
                acknowledged.write(ByteBuffer.wrap(line.getBytes(StandardCharsets.UTF_8)));
                acknowledged.force(false);
                answered++;
            }
        }
        return answered;
    }

    private static Replies.ReplyRequest request(Conversation conversation) {
        return new Replies.ReplyRequest(
                ConversationRef.of(conversation),
                conversation.brand(),
                null,
                conversation.visibility() == Visibility.PUBLIC ? ReplyMode.PUBLIC : ReplyMode.DIRECT,
                "Vielen Dank, wir kümmern uns darum. (" + conversation.id().value() + ")",
                List.of(),
                List.of(),
                List.of());
    }

    /** Ends the agent. */
    @Deactivate
    public void stop() throws InterruptedException {
        running = false;
        Thread thread = agent;
        if (thread != null) {
            thread.interrupt();
            thread.join(Duration.ofSeconds(5));
        }
    }
}
