package org.kontor.ui.plugins.internal;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import org.eclipse.e4.ui.di.Focus;
import org.eclipse.e4.ui.workbench.IWorkbench;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.Composite;
import org.jspecify.annotations.Nullable;
import org.kontor.api.access.Grants;
import org.kontor.api.plugin.Guard;
import org.kontor.api.plugin.Plugins;
import org.kontor.api.store.ReadRows;
import org.kontor.api.store.Store;
import org.kontor.ui.common.format.Times;
import org.kontor.ui.common.look.Look;
import org.kontor.ui.common.work.Work;
import org.kontor.ui.plugins.internal.model.Messages;
import org.kontor.ui.plugins.internal.model.PluginServices;
import org.kontor.ui.plugins.internal.model.PluginsModel;
import org.kontor.ui.plugins.internal.view.Desk;
import org.kontor.ui.plugins.internal.view.PluginsView;

/** The perspective's one part: a view over its model. */
public final class PluginsPart {
    private final Desk desk;
    private final PluginsModel model;
    private final IWorkbench workbench;
    private @Nullable PluginsView view;

    @Inject
    public PluginsPart(
            Plugins plugins, Guard guard, Store store, Grants grants, Work work, Look look, IWorkbench workbench) {
        desk = new Desk(look, Messages.here(), Times.here());
        model = new PluginsModel(
                new PluginServices(plugins, guard, () -> store.read(grants.current(), ReadRows::brands), work),
                desk.messages());
        this.workbench = workbench;
    }

    @PostConstruct
    void create(Composite parent) {
        parent.setLayout(new FillLayout());
        view = new PluginsView(parent, desk, model, () -> restart(parent));
        model.reload();
    }

    /** Starts Kontor again, unless somebody would lose what is not saved and stays. */
    private void restart(Composite parent) {
        if (new RestartQuestion(desk).mayRestart(parent.getShell())) {
            workbench.restart();
        }
    }

    @Focus
    void focus() {
        PluginsView shown = view;
        if (shown != null) {
            shown.focus();
        }
    }

    @PreDestroy
    void close() {
        model.close();
    }
}
