package org.kontor.channel.mail.internal;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kontor.api.account.Account;
import org.kontor.api.account.ChannelType;
import org.kontor.api.channel.AccountContext;
import org.kontor.api.channel.SettingSpec;
import org.kontor.api.id.AccountId;
import org.kontor.api.id.BrandId;

/** An account that a test sets up. */
final class FakeAccount implements AccountContext {
    static final String ADDRESS = "hilfe@nordwind.example";
    static final Instant WORK_FROM = Instant.parse("2024-01-01T00:00:00Z");

    private final Map<String, String> settings = new HashMap<>();
    private final Map<String, String> secrets = new HashMap<>();
    private Instant workFrom = WORK_FROM;

    FakeAccount() {
        set(MailSettings.ADDRESS, ADDRESS);
        set(MailSettings.DISPLAY_NAME, "Nordwind Hilfe");
    }

    FakeAccount set(String name, Object value) {
        settings.put(name, String.valueOf(value));
        return this;
    }

    FakeAccount secret(String name, String value) {
        secrets.put(name, value);
        return this;
    }

    FakeAccount workFrom(Instant from) {
        workFrom = from;
        return this;
    }

    /** Both servers on this machine, unprotected. */
    FakeAccount local(int imap, int smtp) {
        return set(MailSettings.IMAP_HOST, "127.0.0.1")
                .set(MailSettings.IMAP_PORT, imap)
                .set(MailSettings.IMAP_SECURITY, "none")
                .set(MailSettings.SMTP_HOST, "127.0.0.1")
                .set(MailSettings.SMTP_PORT, smtp)
                .set(MailSettings.SMTP_SECURITY, "none");
    }

    @Override
    public Account account() {
        return new Account(
                new AccountId(1), new BrandId(1), new ChannelType("mail"), ADDRESS, settings, workFrom, true);
    }

    @Override
    public String setting(String name) {
        String value = settings.get(name);
        if (value != null) {
            return value;
        }
        return MailSettings.SPECS.stream()
                .filter(s -> s.name().equals(name))
                .map(SettingSpec::initial)
                .findFirst()
                .orElseThrow();
    }

    @Override
    public Optional<String> secret(String name) {
        return Optional.ofNullable(secrets.get(name));
    }

    @Override
    public void keepSecret(String name, @Nullable String value) {
        secrets.remove(name);
        if (value != null) {
            secrets.put(name, value);
        }
    }
}
