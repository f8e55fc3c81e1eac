package org.kontor.ui.setup.internal.model;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.kontor.api.account.ChannelType;
import org.kontor.api.channel.AccountContext;
import org.kontor.api.channel.Capabilities;
import org.kontor.api.channel.ChannelConnector;
import org.kontor.api.channel.ChannelSession;
import org.kontor.api.channel.Idempotency;
import org.kontor.api.channel.Moderation;
import org.kontor.api.channel.Normalised;
import org.kontor.api.channel.RawEvent;
import org.kontor.api.channel.ReplyMode;
import org.kontor.api.channel.SettingSpec;
import org.kontor.api.channel.SettingSpec.Kind;
import org.kontor.api.channel.TextLimit;
import org.kontor.api.text.TextUnit;

/** A connector that declares settings and does nothing else. */
record FakeConnector(ChannelType type, Capabilities capabilities, List<SettingSpec> settings, Map<String, String> texts)
        implements ChannelConnector {

    static FakeConnector mail() {
        List<String> security = List.of("tls", "starttls", "none");
        return new FakeConnector(
                new ChannelType("mail"),
                new Capabilities(
                        Map.of(ReplyMode.DIRECT, List.of()),
                        null,
                        Set.of(),
                        false,
                        new Capabilities.AttachmentRule(20, 20_000_000, Set.of()),
                        null,
                        Idempotency.CHOSEN_ID,
                        Duration.ofMinutes(1)),
                List.of(
                        SettingSpec.of("address", Kind.MAIL_ADDRESS, true, ""),
                        SettingSpec.of("display.name", Kind.TEXT, false, ""),
                        SettingSpec.of("imap.host", Kind.HOST, true, ""),
                        SettingSpec.of("imap.port", Kind.PORT, true, "993"),
                        new SettingSpec("imap.security", Kind.CHOICE, true, "tls", security, false),
                        SettingSpec.of("smtp.host", Kind.HOST, true, ""),
                        SettingSpec.of("smtp.port", Kind.PORT, true, "465"),
                        new SettingSpec("smtp.security", Kind.CHOICE, true, "tls", security, false),
                        SettingSpec.of("user", Kind.TEXT, false, ""),
                        SettingSpec.of("password", Kind.SECRET, true, ""),
                        SettingSpec.of("folder", Kind.TEXT, false, "INBOX").onDemand(),
                        SettingSpec.of("seen", Kind.SWITCH, false, "false").onDemand()),
                Map.ofEntries(
                        Map.entry("name", "E-mail"),
                        Map.entry("setting.address", "Mail address"),
                        Map.entry("setting.address.hint", "The address that customers write to"),
                        Map.entry("setting.display.name", "Name"),
                        Map.entry("setting.imap.host", "Incoming server (IMAP)"),
                        Map.entry("setting.imap.port", "IMAP port"),
                        Map.entry("setting.imap.security", "IMAP protection"),
                        Map.entry("setting.imap.security.tls", "TLS"),
                        Map.entry("setting.imap.security.starttls", "STARTTLS"),
                        Map.entry("setting.imap.security.none", "None"),
                        Map.entry("setting.smtp.host", "Outgoing server (SMTP)"),
                        Map.entry("setting.smtp.port", "SMTP port"),
                        Map.entry("setting.smtp.security", "SMTP protection"),
                        Map.entry("setting.smtp.security.tls", "TLS"),
                        Map.entry("setting.smtp.security.starttls", "STARTTLS"),
                        Map.entry("setting.smtp.security.none", "None"),
                        Map.entry("setting.user", "User name"),
                        Map.entry("setting.user.hint", "Leave empty if it is the mail address"),
                        Map.entry("setting.password", "Password"),
                        Map.entry("setting.folder", "Folder to read"),
                        Map.entry("setting.seen", "Mark as read"),
                        Map.entry("check.login", "Signed in to the incoming server")));
    }

    static FakeConnector bluesky() {
        return new FakeConnector(
                new ChannelType("bluesky"),
                new Capabilities(
                        Map.of(
                                ReplyMode.PUBLIC,
                                List.of(new TextLimit(TextUnit.GRAPHEMES, 300), new TextLimit(TextUnit.BYTES, 3000))),
                        null,
                        Set.of(Moderation.HIDE),
                        false,
                        Capabilities.AttachmentRule.NONE,
                        Duration.ofDays(90),
                        Idempotency.CHOSEN_ID,
                        Duration.ofSeconds(30)),
                List.of(
                        SettingSpec.of("service", Kind.ADDRESS, true, "https://bsky.social"),
                        SettingSpec.of("handle", Kind.TEXT, true, ""),
                        SettingSpec.of("password", Kind.SECRET, true, "")),
                Map.of(
                        "name", "Bluesky",
                        "setting.service", "Service",
                        "setting.handle", "Handle",
                        "setting.password", "App password"));
    }

    @Override
    public String text(String key, Locale locale) {
        return texts.getOrDefault(key, key);
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
