package org.kontor.desk.internal.house;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.kontor.api.account.Account;
import org.kontor.api.account.ChannelType;
import org.kontor.api.channel.AccountContext;
import org.kontor.api.channel.ChannelConnector;
import org.kontor.api.desk.Connectors;
import org.kontor.api.secret.SecretStore;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/** Knows the connectors that are installed. */
@Component(service = Connectors.class)
public final class ConnectorRegistry implements Connectors {
    private final Map<ChannelType, ChannelConnector> connectors = new ConcurrentHashMap<>();
    private final SecretStore secrets;

    @Activate
    public ConnectorRegistry(@Reference SecretStore secrets) {
        this.secrets = secrets;
    }

    /** A connector arrived. The first one of a type stays. */
    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    public void add(ChannelConnector connector) {
        connectors.putIfAbsent(connector.type(), connector);
    }

    /** A connector left. */
    public void remove(ChannelConnector connector) {
        connectors.remove(connector.type(), connector);
    }

    @Override
    public List<ChannelConnector> all() {
        return connectors.values().stream()
                .sorted(Comparator.comparing(c -> c.type().name()))
                .toList();
    }

    @Override
    public Optional<ChannelConnector> of(ChannelType type) {
        return Optional.ofNullable(connectors.get(type));
    }

    @Override
    public AccountContext context(Account account) {
        return new StoredAccountContext(account, of(account.channel()), secrets);
    }
}
