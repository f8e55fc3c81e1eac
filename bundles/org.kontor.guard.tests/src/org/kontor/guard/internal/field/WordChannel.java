package org.kontor.guard.internal.field;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.eclipse.core.runtime.IProgressMonitor;
import org.kontor.api.account.ChannelType;
import org.kontor.api.channel.AccountContext;
import org.kontor.api.channel.Attempt;
import org.kontor.api.channel.Author;
import org.kontor.api.channel.Capabilities;
import org.kontor.api.channel.ChannelConnector;
import org.kontor.api.channel.ChannelSession;
import org.kontor.api.channel.Cursor;
import org.kontor.api.channel.Direction;
import org.kontor.api.channel.ExternalId;
import org.kontor.api.channel.Found;
import org.kontor.api.channel.Health;
import org.kontor.api.channel.Idempotency;
import org.kontor.api.channel.Normalised;
import org.kontor.api.channel.Origin;
import org.kontor.api.channel.Outgoing;
import org.kontor.api.channel.RawEvent;
import org.kontor.api.channel.Received;
import org.kontor.api.channel.ReplyMode;
import org.kontor.api.channel.Sent;
import org.kontor.api.channel.SettingSpec;
import org.kontor.api.channel.ThreadRef;
import org.kontor.api.channel.Visibility;

/** A channel on which an event is a question: its content. */
final class WordChannel implements ChannelConnector {
    static final ChannelType TYPE = new ChannelType("word");

    static RawEvent asks(String words) {
        return new RawEvent(
                new ExternalId(words), Origin.RECEIVED, "text/plain", words.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public ChannelType type() {
        return TYPE;
    }

    @Override
    public Capabilities capabilities() {
        return new Capabilities(
                Map.of(ReplyMode.PUBLIC, List.of()),
                null,
                Set.of(),
                false,
                Capabilities.AttachmentRule.NONE,
                null,
                Idempotency.CHOSEN_ID,
                Duration.ofMillis(50));
    }

    @Override
    public List<SettingSpec> settings() {
        return List.of();
    }

    @Override
    public String text(String key, Locale locale) {
        return key;
    }

    @Override
    public List<Normalised> normalise(AccountContext account, RawEvent event) {
        String words = new String(event.payload(), StandardCharsets.UTF_8);
        return List.of(new Normalised.Item(
                new ExternalId(words),
                null,
                Direction.INBOUND,
                ThreadRef.NONE,
                new Author(new ExternalId("by " + words), "@" + words, "Somebody", null),
                null,
                words,
                null,
                Instant.now(),
                Visibility.PUBLIC,
                false,
                List.of(),
                null,
                "target " + words));
    }

    @Override
    public boolean sentUnder(String key, ExternalId id) {
        return false;
    }

    @Override
    public ChannelSession open(AccountContext account) {
        return new Session();
    }

    private static final class Session implements ChannelSession {
        @Override
        public Received receive(Cursor since, IProgressMonitor monitor) {
            return new Received.Page(List.of(), since, false);
        }

        @Override
        public Received reconcile(Instant since, Cursor page, IProgressMonitor monitor) {
            return new Received.Page(List.of(), page, false);
        }

        @Override
        public Received context(ExternalId message, IProgressMonitor monitor) {
            return new Received.Page(List.of(), Cursor.START, false);
        }

        @Override
        public String newKey(Outgoing reply, Instant queuedAt) {
            return "key-" + queuedAt.toEpochMilli() + "-" + reply.text().hashCode();
        }

        @Override
        public Sent send(Attempt attempt, IProgressMonitor monitor) {
            return new Sent.Unknown("nothing is sent");
        }

        @Override
        public Found find(Attempt attempt, IProgressMonitor monitor) {
            return new Found.Absent();
        }

        @Override
        public Health health(IProgressMonitor monitor) {
            return new Health(List.of(), null);
        }

        @Override
        public void close() {
            // nothing is open
        }
    }
}
