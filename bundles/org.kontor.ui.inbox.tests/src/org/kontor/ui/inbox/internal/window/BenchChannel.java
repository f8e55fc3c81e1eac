package org.kontor.ui.inbox.internal.window;

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

/** A channel whose events are a customer's mail in tab-separated words. Nobody is at its other end. */
final class BenchChannel implements ChannelConnector {
    static final ChannelType TYPE = new ChannelType("mail");

    /** What a customer writes in a thread. */
    static RawEvent mail(long number, String thread, String author, Instant at, String text) {
        String payload = String.join("\t", thread, author, at.toString(), text);
        return new RawEvent(
                new ExternalId("m" + number), Origin.RECEIVED, "text/plain", payload.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public List<Normalised> normalise(AccountContext account, RawEvent event) {
        String[] words = new String(event.payload(), StandardCharsets.UTF_8).split("\t", 4);
        ExternalId thread = new ExternalId(words[0]);
        String html = "<p>Guten Tag,</p><p>" + words[3].replace("\n", "</p><p>") + "</p><blockquote>Am Montag schrieb "
                + "<b>der Kundendienst</b>: <a href=\"https://shop.example/\">Bestellung</a></blockquote>";
        return List.of(new Normalised.Item(
                event.id(),
                null,
                Direction.INBOUND,
                new ThreadRef(thread, List.of(thread)),
                new Author(new ExternalId(words[1]), words[1] + "@customers.example", words[1], null),
                "Frage zu " + words[0],
                words[3],
                html,
                Instant.parse(words[2]),
                Visibility.PRIVATE,
                false,
                List.of(),
                null,
                words[1]));
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
        return key.equals("name") ? "E-Mail" : key;
    }

    @Override
    public ChannelSession open(AccountContext account) {
        throw new UnsupportedOperationException("nobody is there");
    }
}
