package org.kontor.desk.internal.setup;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.kontor.api.account.Account;
import org.kontor.api.channel.AccountContext;

/** An account as it stands in the form, for a test before anything is kept: secrets stay in memory. */
final class FormContext implements AccountContext {
    private final Account account;
    private final Map<String, String> secrets;

    FormContext(Account account, Map<String, String> secrets) {
        this.account = account;
        this.secrets = new ConcurrentHashMap<>(secrets);
    }

    @Override
    public Account account() {
        return account;
    }

    @Override
    public String setting(String name) {
        return account.settings().getOrDefault(name, "");
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
}
