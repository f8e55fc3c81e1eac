package org.kontor.desk.internal.house;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kontor.api.account.Account;
import org.kontor.api.channel.AccountContext;
import org.kontor.api.channel.ChannelConnector;
import org.kontor.api.channel.SettingSpec;
import org.kontor.api.secret.SecretStore;

/** An account's settings from its record, its secrets from the secret store. */
record StoredAccountContext(Account account, Optional<ChannelConnector> connector, SecretStore secrets)
        implements AccountContext {
    @Override
    public String setting(String name) {
        String value = account.settings().get(name);
        return value != null ? value : initial(connector, name);
    }

    /** The declared initial value of a setting; empty for one that is not declared. */
    static String initial(Optional<ChannelConnector> connector, String name) {
        return connector.stream()
                .flatMap(c -> c.settings().stream())
                .filter(spec -> spec.name().equals(name))
                .map(SettingSpec::initial)
                .findFirst()
                .orElse("");
    }

    @Override
    public Optional<String> secret(String name) {
        return secrets.get(account.id(), name);
    }

    @Override
    public void keepSecret(String name, @Nullable String value) {
        if (value == null) {
            secrets.remove(account.id(), name);
        } else {
            secrets.put(account.id(), name, value);
        }
    }

    @Override
    public String toString() {
        return "AccountContext[" + account.id() + "]";
    }
}
