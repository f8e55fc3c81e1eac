package org.kontor.desk.internal.bench;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.kontor.api.account.ChannelType;
import org.kontor.api.channel.AccountContext;
import org.kontor.api.channel.Author;
import org.kontor.api.channel.Capabilities;
import org.kontor.api.channel.ChannelConnector;
import org.kontor.api.channel.ChannelSession;
import org.kontor.api.channel.Direction;
import org.kontor.api.channel.ExternalId;
import org.kontor.api.channel.Idempotency;
import org.kontor.api.channel.Normalised;
import org.kontor.api.channel.Origin;
import org.kontor.api.channel.RawEvent;
import org.kontor.api.channel.ReplyMode;
import org.kontor.api.channel.SettingSpec;
import org.kontor.api.channel.ThreadRef;
import org.kontor.api.channel.Visibility;

/** A channel whose events are messages in tab-separated words: what is measured is the house, not a parser. */
final class BenchChannel implements ChannelConnector {
    static final ChannelType TYPE = new ChannelType("mail");

    /** A message of a thread. */
    static RawEvent message(long number, String thread, Direction direction, String author, Instant at, String text) {
        String payload = String.join("\t", thread, direction.name(), author, at.toString(), text);
        return new RawEvent(
                new ExternalId("m" + number + "@bench.example"),
                Origin.RECEIVED,
                "text/plain",
                payload.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public List<Normalised> normalise(AccountContext account, RawEvent event) {
        String[] words = new String(event.payload(), StandardCharsets.UTF_8).split("\t", 5);
        ExternalId thread = new ExternalId(words[0]);
        return List.of(new Normalised.Item(
                event.id(),
                null,
                Direction.valueOf(words[1]),
                new ThreadRef(thread, List.of(thread)),
                new Author(new ExternalId(words[2]), words[2] + "@customers.example", words[2], null),
                "Frage " + words[0],
                words[4],
                null,
                Instant.parse(words[3]),
                Visibility.PRIVATE,
                false,
                List.of(),
                null,
                words[2]));
    }

    @Override
    public ChannelType type() {
        return TYPE;
    }

    @Override
    public Capabilities capabilities() {
        return new Capabilities(
                Map.of(ReplyMode.DIRECT, List.of()),
                null,
                Set.of(),
                false,
                Capabilities.AttachmentRule.NONE,
                null,
                Idempotency.CHOSEN_ID,
                Duration.ofMinutes(1));
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
    public ChannelSession open(AccountContext account) {
        throw new UnsupportedOperationException("nobody is there");
    }
}
