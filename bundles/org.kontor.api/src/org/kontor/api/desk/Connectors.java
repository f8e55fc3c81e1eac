package org.kontor.api.desk;

import java.util.List;
import java.util.Optional;
import org.kontor.api.account.Account;
import org.kontor.api.account.ChannelType;
import org.kontor.api.channel.AccountContext;
import org.kontor.api.channel.ChannelConnector;

/** The connectors that are installed now. Safe for use by several threads; does no I/O. */
public interface Connectors {
    /** All of them, by name of type. */
    List<ChannelConnector> all();

    /** The connector of a channel; empty where its bundle is not installed. */
    Optional<ChannelConnector> of(ChannelType type);

    /** What a connector gets to know of an account: its settings and its secrets. */
    AccountContext context(Account account);
}
