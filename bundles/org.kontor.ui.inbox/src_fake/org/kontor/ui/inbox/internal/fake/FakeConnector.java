package org.kontor.ui.inbox.internal.fake;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.kontor.api.account.ChannelType;
import org.kontor.api.channel.AccountContext;
import org.kontor.api.channel.Capabilities;
import org.kontor.api.channel.Capabilities.AttachmentRule;
import org.kontor.api.channel.Capabilities.PrivateReply;
import org.kontor.api.channel.ChannelConnector;
import org.kontor.api.channel.ChannelSession;
import org.kontor.api.channel.Idempotency;
import org.kontor.api.channel.Normalised;
import org.kontor.api.channel.RawEvent;
import org.kontor.api.channel.ReplyMode;
import org.kontor.api.channel.SettingSpec;
import org.kontor.api.channel.TextLimit;
import org.kontor.api.text.TextUnit;

/** A connector that only declares. */
public record FakeConnector(ChannelType type, String name, Capabilities capabilities) implements ChannelConnector {
    public static final ChannelType MAIL = new ChannelType("mail");
    public static final ChannelType BLUESKY = new ChannelType("bluesky");
    public static final ChannelType FORUM = new ChannelType("forum");

    /** Mail: private, unlimited, three attachments of one million bytes. */
    public static FakeConnector mail() {
        return new FakeConnector(
                MAIL,
                "E-Mail",
                new Capabilities(
                        Map.of(ReplyMode.DIRECT, List.of()),
                        null,
                        Set.of(),
                        false,
                        new AttachmentRule(3, 1_000_000, Set.of()),
                        null,
                        Idempotency.values()[0],
                        Duration.ofMinutes(1)));
    }

    /** Bluesky: public, 300 graphemes and 3,000 bytes, four images. */
    public static FakeConnector bluesky() {
        return new FakeConnector(
                BLUESKY,
                "Bluesky",
                new Capabilities(
                        Map.of(
                                ReplyMode.PUBLIC,
                                List.of(new TextLimit(TextUnit.GRAPHEMES, 300), new TextLimit(TextUnit.BYTES, 3_000))),
                        null,
                        Set.of(),
                        false,
                        new AttachmentRule(4, 1_000_000, Set.of("image/*")),
                        null,
                        Idempotency.values()[0],
                        Duration.ofMinutes(1)));
    }

    /** A forum with comments and one private reply within seven days. */
    public static FakeConnector forum() {
        return new FakeConnector(
                FORUM,
                "Forum",
                new Capabilities(
                        Map.of(
                                ReplyMode.PUBLIC, List.of(new TextLimit(TextUnit.CHARACTERS, 8_000)),
                                ReplyMode.PRIVATE, List.of(new TextLimit(TextUnit.CHARACTERS, 2_000))),
                        new PrivateReply(Duration.ofDays(7), true),
                        Set.of(),
                        false,
                        AttachmentRule.NONE,
                        null,
                        Idempotency.values()[0],
                        Duration.ofMinutes(1)));
    }

    @Override
    public List<SettingSpec> settings() {
        return List.of();
    }

    @Override
    public String text(String key, Locale locale) {
        return key.equals("name") ? name : key;
    }

    @Override
    public List<Normalised> normalise(AccountContext account, RawEvent event) {
        throw new UnsupportedOperationException();
    }

    @Override
    public ChannelSession open(AccountContext account) {
        throw new UnsupportedOperationException();
    }
}
