package org.kontor.api.channel;

import java.util.Optional;
import org.kontor.api.account.Account;

/** What a connector gets to know of the account it opens. Safe for use by several threads. */
public interface AccountContext {
    /** The account as set up. */
    Account account();

    /**
     * The value of a setting as set up, else the declared initial value.
     *
     * @param name of a declared setting that is not a secret
     */
    String setting(String name);

    /**
     * A secret of this account. Reads the secret store; never log it.
     *
     * @param name of a declared secret setting, or one that the connector kept itself
     */
    Optional<String> secret(String name);

    /**
     * Keeps a secret that the platform issued, such as a rotated token. It is durable when this returns.
     *
     * @param name the connector's own
     * @param value null forgets it
     */
    void keepSecret(String name, @org.jspecify.annotations.Nullable String value);
}
