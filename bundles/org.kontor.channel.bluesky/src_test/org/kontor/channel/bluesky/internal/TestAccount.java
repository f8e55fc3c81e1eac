package org.kontor.channel.bluesky.internal;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.kontor.api.account.Account;
import org.kontor.api.account.ChannelType;
import org.kontor.api.channel.AccountContext;
import org.kontor.api.channel.SettingSpec;
import org.kontor.api.id.AccountId;
import org.kontor.api.id.BrandId;

/** An account as the house would hand it to the connector. Its secrets outlive a session, as they do in the house. */
final class TestAccount implements AccountContext {
    final Map<String, String> secrets = new ConcurrentHashMap<>();
    private final Account account;

    TestAccount(URI service, String handle, String password) {
        this(service, service, handle, password);
    }

    TestAccount(URI service, URI directory, String handle, String password) {
        account = new Account(
                new AccountId(7),
                new BrandId(3),
                new ChannelType("bluesky"),
                "Alma Kaffee",
                Map.of(
                        BlueskySettings.SERVICE, service.toString(),
                        BlueskySettings.HANDLE, handle,
                        BlueskySettings.DIRECTORY, directory.toString()),
                Instant.now().minus(Duration.ofDays(14)),
                true);
        secrets.put(BlueskySettings.PASSWORD, password);
    }

    @Override
    public Account account() {
        return account;
    }

    @Override
    public String setting(String name) {
        String set = account.settings().get(name);
        return set != null
                ? set
                : BlueskySettings.SPECS.stream()
                        .filter(s -> s.name().equals(name))
                        .map(SettingSpec::initial)
                        .findFirst()
                        .orElseThrow(() -> new IllegalArgumentException(name));
    }

    @Override
    public Optional<String> secret(String name) {
        return Optional.ofNullable(secrets.get(name));
    }

    @Override
    public void keepSecret(String name, @Nullable String value) {
        if (value == null) {
            secrets.remove(name);
        } else {
            secrets.put(name, value);
        }
    }

    Tokens tokens() {
        return Tokens.parse(secret(SignIn.SECRET).orElseThrow()).orElseThrow();
    }

    /** Puts another access token in place of the kept one, as if time had passed. */
    void replaceAccessToken(String accessJwt) {
        Tokens old = tokens();
        keepSecret(
                SignIn.SECRET,
                new Tokens(old.madeFor(), old.did(), old.handle(), old.pds(), accessJwt, old.refreshJwt()).secret());
    }
}
