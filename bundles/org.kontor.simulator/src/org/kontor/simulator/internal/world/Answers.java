package org.kontor.simulator.internal.world;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.kontor.simulator.Channel;
import org.kontor.simulator.SeenAnswer;
import org.kontor.simulator.internal.bluesky.Actor;
import org.kontor.simulator.internal.bluesky.AtUri;
import org.kontor.simulator.internal.bluesky.Network;
import org.kontor.simulator.internal.bluesky.StoredRecord;
import org.kontor.simulator.internal.journal.Entry;
import org.kontor.simulator.internal.journal.Json;
import org.kontor.simulator.internal.journal.Log;
import org.kontor.simulator.internal.mail.MailTexts;
import org.kontor.simulator.internal.mail.PostOffice;

/**
 * What the brands answered, as it stands in the customers' mailboxes and in public. Safe for several threads.
 *
 * <p>Two answers with the same words to the same message are copies of each other, whatever their identifiers.
 */
public final class Answers {

    private static final class Line {
        private final SeenAnswer first;
        private @Nullable Instant seenAt;
        private int copies = 1;

        private Line(SeenAnswer first) {
            this.first = first;
        }

        private SeenAnswer now() {
            return new SeenAnswer(
                    first.brand(),
                    first.channel(),
                    first.id(),
                    first.inReplyTo(),
                    first.customer(),
                    first.text(),
                    first.arrivedAt(),
                    seenAt,
                    copies);
        }
    }

    private final long seed;
    private final Log log;
    private final Network network;
    private final Map<String, Line> byContent = new LinkedHashMap<>();
    private final Map<String, Line> byId = new HashMap<>();
    private final Map<String, Instant> seen = new HashMap<>();
    private final List<Consumer<SeenAnswer>> watchers = new CopyOnWriteArrayList<>();

    /** None yet. */
    public Answers(long seed, Log log, Network network) {
        this.seed = seed;
        this.log = log;
        this.network = network;
    }

    /** Takes over an entry of the journal at the start. */
    public synchronized void replay(Entry entry) {
        seen.put(Json.required(entry.data(), "id"), Instant.parse(Json.required(entry.data(), "at")));
    }

    /** Adds somebody who is told of every new answer. */
    public void watch(Consumer<SeenAnswer> watcher) {
        watchers.add(watcher);
    }

    /** Takes note of a mail that arrived somewhere, or is there at the start. */
    public void mail(PostOffice.Stored mail) {
        String from = MailTexts.from(mail.message());
        BrandSpec brand = BrandSpec.ALL.stream()
                .filter(spec -> spec.address().equals(from))
                .findFirst()
                .orElse(null);
        boolean own = BrandSpec.ALL.stream().anyMatch(spec -> spec.address().equals(mail.address()));
        if (brand == null || own || !mail.folder().equals(PostOffice.INBOX)) {
            return;
        }
        String id = MailTexts.header(mail.message(), "Message-ID");
        note(new SeenAnswer(
                brand.key(),
                Channel.MAIL,
                id == null ? "uid:" + mail.uid() : id,
                MailTexts.header(mail.message(), "In-Reply-To"),
                mail.address(),
                MailTexts.text(mail.message()),
                mail.receivedAt(),
                null,
                1));
    }

    /** Takes note of a record that was made, or is there at the start. */
    public void record(StoredRecord record) {
        String parent = record.uriAt("/reply/parent/uri");
        BrandSpec brand = BrandSpec.ALL.stream()
                .filter(spec -> spec.did(seed).equals(record.uri().did()))
                .findFirst()
                .orElse(null);
        if (brand == null || parent.isEmpty() || !record.uri().collection().equals(StoredRecord.POST)) {
            return;
        }
        Actor asked = network.find(AtUri.parse(parent).did());
        note(new SeenAnswer(
                brand.key(),
                Channel.BLUESKY,
                record.uri().toString(),
                parent,
                asked == null ? AtUri.parse(parent).did() : asked.handle(),
                record.text(),
                record.indexedAt(),
                null,
                1));
    }

    private void note(SeenAnswer answer) {
        SeenAnswer noted;
        synchronized (this) {
            String content = String.join(
                    "\n",
                    answer.brand(),
                    answer.channel().key(),
                    answer.customer(),
                    String.valueOf(answer.inReplyTo()),
                    answer.text().strip());
            Line line = byContent.get(content);
            if (line != null) {
                line.copies++;
                byId.put(answer.id(), line);
                return;
            }
            line = new Line(answer);
            line.seenAt = seen.get(answer.id());
            byContent.put(content, line);
            byId.put(answer.id(), line);
            noted = line.now();
        }
        watchers.forEach(watcher -> watcher.accept(noted));
    }

    /** The customer has read an answer. */
    public void read(String id, Instant at) {
        synchronized (this) {
            Line line = byId.get(id);
            if (line == null || line.seenAt != null) {
                return;
            }
            line.seenAt = at;
            seen.put(id, at);
        }
        ObjectNode data = Json.object().put("id", id).put("at", at.toString());
        log.append(Entry.of("seen.answer", data));
    }

    /** All answers, the earliest first. */
    public synchronized List<SeenAnswer> list() {
        List<SeenAnswer> all = new ArrayList<>();
        byContent.values().forEach(line -> all.add(line.now()));
        return all;
    }

    /** Whether somebody has answered the message with that identifier. */
    public synchronized boolean isAnswered(String id) {
        return byContent.values().stream().anyMatch(line -> id.equals(line.first.inReplyTo()));
    }
}
