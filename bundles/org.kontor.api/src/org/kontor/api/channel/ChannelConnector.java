package org.kontor.api.channel;

import java.util.List;
import java.util.Locale;
import org.kontor.api.account.ChannelType;

/**
 * Connects one kind of channel. Provide it as an OSGi service; one instance serves all accounts of all brands and holds no
 * state of theirs. Safe for use by several threads.
 */
public interface ChannelConnector {
    /** The channel's stable name; unique in the workbench. */
    ChannelType type();

    /** What the channel can do. */
    Capabilities capabilities();

    /** What an account of this channel needs to be set up, in the order in which it is asked. */
    List<SettingSpec> settings();

    /**
     * The words for what this connector declares, in the user's language: {@code name} (of the channel),
     * {@code setting.<name>}, {@code setting.<name>.hint}, {@code check.<name>}.
     *
     * @return the key itself where there is no such text
     */
    String text(String key, Locale locale);

    /**
     * Says what an event means. Pure and repeatable: no network, no clock, no state; the same event and account settings
     * always give the same answer, so that the ledger can be read anew. Never throws for what a platform may send: what
     * cannot be read is {@link Normalised.Unreadable}.
     *
     * @param account whose event it is (an own message is recognised by it)
     * @return at least one meaning
     */
    List<Normalised> normalise(AccountContext account, RawEvent event);

    /**
     * Whether a message on the platform is the one that was sent under {@code key}; so the echo of a reply is known even
     * before its send has returned. Pure.
     *
     * @param key made by {@link ChannelSession#newKey}
     * @param id of a message of the same account
     */
    default boolean sentUnder(String key, ExternalId id) {
        return id.value().equals(key);
    }

    /**
     * Opens an account. Does no I/O: the first call of the session does.
     *
     * @throws IllegalArgumentException if a required setting is missing; the message names it
     */
    ChannelSession open(AccountContext account);
}
