package org.kontor.ui.setup.internal;

import jakarta.inject.Inject;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Optional;
import org.eclipse.e4.core.di.annotations.Creatable;
import org.eclipse.swt.widgets.Shell;
import org.jspecify.annotations.Nullable;
import org.kontor.api.access.Grants;
import org.kontor.api.audit.AuditTrail;
import org.kontor.api.clock.Policies;
import org.kontor.api.desk.Connectors;
import org.kontor.api.desk.Setup;
import org.kontor.api.id.BrandId;
import org.kontor.api.ledger.Balances;
import org.kontor.api.network.Network;
import org.kontor.api.runner.Runner;
import org.kontor.api.secret.SecretStore;
import org.kontor.api.store.Store;
import org.kontor.api.store.TeamDatabase;
import org.kontor.ui.common.fault.FaultTexts;
import org.kontor.ui.common.file.FileChooser;
import org.kontor.ui.common.format.Times;
import org.kontor.ui.common.look.Look;
import org.kontor.ui.common.work.Work;
import org.kontor.ui.setup.internal.model.Messages;
import org.kontor.ui.setup.internal.model.NewAccountModel;
import org.kontor.ui.setup.internal.model.NewAccountModel.Created;
import org.kontor.ui.setup.internal.model.SetupModel;
import org.kontor.ui.setup.internal.model.SetupServices;
import org.kontor.ui.setup.internal.view.Desk;
import org.kontor.ui.setup.internal.wizard.NewAccountDialog;

/** Puts together what the part and the handlers need: services, words, models. */
@Creatable
public final class SetupKit {
    private final SetupServices services;
    private final Desk desk;
    private final FaultTexts faults;

    @Inject
    public SetupKit(
            Setup setup,
            Store store,
            Grants grants,
            Connectors connectors,
            Runner runner,
            SecretStore secrets,
            Network network,
            Policies policies,
            TeamDatabase team,
            AuditTrail trail,
            Balances balances,
            Work work,
            Look look,
            FileChooser files) {
        services = new SetupServices(
                setup, store, grants, connectors, runner, secrets, network, policies, team, trail, balances, work);
        desk = new Desk(look, Messages.here(), Times.here(), files);
        faults = FaultTexts.here();
    }

    /** What widgets are made with. */
    public Desk desk() {
        return desk;
    }

    /** The clock of the window. */
    public InstantSource clock() {
        return InstantSource.system();
    }

    /** A model of the perspective; the part closes it. */
    public SetupModel model() {
        return new SetupModel(services, desk.messages(), faults, desk.times(), clock());
    }

    /**
     * Opens the wizard and waits until it closes.
     *
     * @param brand the brand to begin with; null for the first one
     * @param fresh whether the user came for a new brand
     * @return what was made; empty if he gave up
     */
    public Optional<Created> open(@Nullable Shell parent, @Nullable BrandId brand, boolean fresh) {
        NewAccountModel model = new NewAccountModel(services, desk.messages(), faults, clock(), ZoneId.systemDefault());
        NewAccountDialog dialog = new NewAccountDialog(parent, desk, model);
        model.load(brand, fresh);
        dialog.open();
        return dialog.created();
    }
}
