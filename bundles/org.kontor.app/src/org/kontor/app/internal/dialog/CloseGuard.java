package org.kontor.app.internal.dialog;

import jakarta.inject.Inject;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.e4.core.di.annotations.Creatable;
import org.eclipse.e4.core.services.nls.Translation;
import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Shell;
import org.kontor.app.internal.Messages;
import org.kontor.app.internal.model.FactsFeed;
import org.kontor.ui.api.CloseVeto;
import org.kontor.ui.common.look.Look;
import org.kontor.ui.common.widget.Sheet;
import org.kontor.ui.common.widget.Texts;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;

/** Asks everyone who has a concern before the window closes, and then the user. */
@Creatable
public final class CloseGuard {
    private final Look look;
    private final Messages texts;
    private final FactsFeed feed;

    @Inject
    public CloseGuard(Look look, @Translation Messages texts, FactsFeed feed) {
        this.look = look;
        this.texts = texts;
        this.feed = feed;
    }

    /** Whether the window may close: nobody has a concern, or the user closes all the same. */
    public boolean mayClose(Shell shell) {
        List<String> concerns = concerns();
        return concerns.isEmpty() || new CloseSheet(shell, concerns).open() == IDialogConstants.OK_ID;
    }

    private List<String> concerns() {
        List<String> concerns = new ArrayList<>();
        int pending = feed.facts().pending();
        if (pending > 0) {
            concerns.add(new MessageFormat(texts.close_unsent, Locale.getDefault()).format(new Object[] {pending}));
        }
        BundleContext bundles = FrameworkUtil.getBundle(CloseGuard.class).getBundleContext();
        try {
            for (ServiceReference<CloseVeto> each : bundles.getServiceReferences(CloseVeto.class, null)) {
                CloseVeto veto = bundles.getService(each);
                if (veto != null) {
                    Optional<String> concern = veto.concern(Locale.getDefault());
                    concern.ifPresent(concerns::add);
                    bundles.ungetService(each);
                }
            }
        } catch (InvalidSyntaxException e) {
            throw new IllegalStateException("no filter is given, so none can be wrong", e);
        }
        return concerns;
    }

    private final class CloseSheet extends Sheet {
        private final List<String> concerns;

        CloseSheet(Shell parent, List<String> concerns) {
            super(parent, look, texts.close_title, texts.close_sentence);
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
            createButton(parent, IDialogConstants.CANCEL_ID, texts.close_stay, true);
            createButton(parent, IDialogConstants.OK_ID, texts.close_anyway, false);
        }
    }
}
