package org.kontor.ui.plugins.internal;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Shell;
import org.kontor.ui.api.CloseVeto;
import org.kontor.ui.common.widget.Sheet;
import org.kontor.ui.common.widget.Texts;
import org.kontor.ui.plugins.internal.view.Desk;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;

/** Asks whoever may have something unsaved before the window goes, as closing it would. */
final class RestartQuestion {
    private final Desk desk;

    RestartQuestion(Desk desk) {
        this.desk = desk;
    }

    boolean mayRestart(Shell shell) {
        List<String> concerns = concerns();
        return concerns.isEmpty() || new Question(shell, concerns).open() == IDialogConstants.OK_ID;
    }

    private List<String> concerns() {
        List<String> concerns = new ArrayList<>();
        BundleContext bundles = FrameworkUtil.getBundle(RestartQuestion.class).getBundleContext();
        try {
            for (ServiceReference<CloseVeto> each : bundles.getServiceReferences(CloseVeto.class, null)) {
                CloseVeto veto = bundles.getService(each);
                if (veto != null) {
                    veto.concern(desk.messages().locale()).ifPresent(concerns::add);
                    bundles.ungetService(each);
                }
            }
        } catch (InvalidSyntaxException e) {
            throw new IllegalStateException("no filter is given, so none can be wrong", e);
        }
        return concerns;
    }

    private final class Question extends Sheet {
        private final List<String> concerns;

        Question(Shell parent, List<String> concerns) {
            super(parent, desk.look(), desk.text("restart.title"), desk.text("restart.concern"));
            this.concerns = concerns;
        }

        @Override
        protected void fill(Composite parent) {
            for (String concern : concerns) {
                GridDataFactory.fillDefaults()
                        .grab(true, false)
                        .hint(420, -1)
                        .applyTo(Texts.body(parent, look(), concern));
            }
        }

        @Override
        protected void buttons(Composite parent) {
            createButton(parent, IDialogConstants.CANCEL_ID, desk.text("restart.stay"), true);
            createButton(parent, IDialogConstants.OK_ID, desk.text("restart.now"), false);
        }
    }
}
