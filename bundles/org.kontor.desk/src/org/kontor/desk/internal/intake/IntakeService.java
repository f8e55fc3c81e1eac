package org.kontor.desk.internal.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.core.runtime.IProgressMonitor;
import org.jspecify.annotations.Nullable;
import org.kontor.api.access.Grants;
import org.kontor.api.access.Scope;
import org.kontor.api.account.Account;
import org.kontor.api.channel.AccountContext;
import org.kontor.api.channel.ChannelConnector;
import org.kontor.api.channel.Cursor;
import org.kontor.api.channel.Normalised;
import org.kontor.api.channel.RawEvent;
import org.kontor.api.desk.Connectors;
import org.kontor.api.desk.Intake;
import org.kontor.api.ledger.LedgerEntry;
import org.kontor.api.store.Recorded;
import org.kontor.api.store.Store;
import org.kontor.api.store.StoreException;
import org.kontor.desk.internal.house.House;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.log.Logger;
import org.osgi.service.log.LoggerFactory;

/** The receive pipeline: ledger first, then meaning. */
@Component(service = Intake.class)
public final class IntakeService implements Intake {
    private static final int BATCH = 500;

    private final Store store;
    private final Grants grants;
    private final Connectors connectors;
    private final Hooks hooks;
    private final House house;
    private final Logger log;

    @Activate
    public IntakeService(
            @Reference Store store,
            @Reference Grants grants,
            @Reference Connectors connectors,
            @Reference Hooks hooks,
            @Reference House house,
            @Reference(service = LoggerFactory.class) Logger log) {
        this.store = store;
        this.grants = grants;
        this.connectors = connectors;
        this.hooks = hooks;
        this.house = house;
        this.log = log;
    }

    @Override
    public Cursor cursor(Account account) {
        return store.read(grants.system(account.brand()), rows -> rows.cursor(account.brand(), account.id()));
    }

    @Override
    public Recorded record(Account account, List<RawEvent> events, @Nullable Cursor next) {
        return store.write(grants.system(account.brand()), rows -> rows.record(account, events, next, house.now()));
    }

    @Override
    public int process(Account account, IProgressMonitor monitor) {
        Optional<ChannelConnector> connector = connectors.of(account.channel());
        if (connector.isEmpty()) {
            return 0;
        }
        Scope scope = grants.system(account.brand());
        AccountContext context = connectors.context(account);
        int settled = 0;
        while (!monitor.isCanceled()) {
            List<LedgerEntry> waiting = store.read(scope, rows -> rows.waiting(account.brand(), account.id(), BATCH));
            if (waiting.isEmpty()) {
                break;
            }
            List<Understood> understood = new ArrayList<>();
            for (LedgerEntry entry : waiting) {
                understood.add(understand(connector.get(), context, entry));
            }
            take(scope, account, connector.get(), understood);
            settled += waiting.size();
        }
        return settled;
    }

    private Understood understand(ChannelConnector connector, AccountContext context, LedgerEntry entry) {
        try {
            List<Normalised> meanings = connector.normalise(context, entry.event());
            if (!meanings.isEmpty()) {
                return new Understood(entry, meanings);
            }
            log.error("Connector {} gave no meaning to {}", connector.type(), entry.id());
        } catch (RuntimeException bug) {
            log.error("Connector {} failed on {}", connector.type(), entry.id(), bug);
        }
        return new Understood(entry, List.of(new Normalised.Unreadable("the connector could not read it")));
    }

    /** Works a batch through; one that fails is halved down to the one event, which becomes an unreadable item. */
    private void take(Scope scope, Account account, ChannelConnector connector, List<Understood> batch) {
        try {
            store.write(scope, rows -> {
                new Batch(rows, house, hooks, account, connector).apply(batch);
                return batch.size();
            });
        } catch (StoreException unable) {
            if (unable.kind() != StoreException.Kind.OTHER) {
                throw unable;
            }
            halve(scope, account, connector, batch, unable);
        } catch (RuntimeException bug) {
            halve(scope, account, connector, batch, bug);
        }
    }

    private void halve(
            Scope scope, Account account, ChannelConnector connector, List<Understood> batch, RuntimeException cause) {
        if (batch.size() > 1) {
            int middle = batch.size() / 2;
            take(scope, account, connector, batch.subList(0, middle));
            take(scope, account, connector, batch.subList(middle, batch.size()));
            return;
        }
        Understood poison = batch.getFirst();
        if (poison.meanings().size() == 1 && poison.meanings().getFirst() instanceof Normalised.Unreadable) {
            throw cause;
        }
        log.error(
                "Event {} could not be worked through and is kept as unreadable",
                poison.entry().id(),
                cause);
        take(
                scope,
                account,
                connector,
                List.of(new Understood(
                        poison.entry(), List.of(new Normalised.Unreadable("it could not be worked through")))));
    }
}
