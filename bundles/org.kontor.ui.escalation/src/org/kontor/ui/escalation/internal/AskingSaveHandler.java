package org.kontor.ui.escalation.internal;

import java.util.Collection;
import org.eclipse.e4.core.contexts.ContextInjectionFactory;
import org.eclipse.e4.core.contexts.IEclipseContext;
import org.eclipse.e4.ui.di.Persist;
import org.eclipse.e4.ui.model.application.ui.basic.MPart;
import org.eclipse.e4.ui.services.IServiceConstants;
import org.eclipse.e4.ui.workbench.modeling.EPartService;
import org.eclipse.e4.ui.workbench.modeling.ISaveHandler;
import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.swt.widgets.Shell;
import org.jspecify.annotations.Nullable;
import org.kontor.ui.escalation.internal.view.Desk;
import org.kontor.ui.escalation.internal.view.SaveSheet;

/**
 * Asks before an editor with changes closes. Saving needs the disk, which the window does not wait for: the editor stays until
 * it is done, and closes then.
 */
final class AskingSaveHandler implements ISaveHandler {
    private final IEclipseContext window;
    private final Desk desk;

    AskingSaveHandler(IEclipseContext window, Desk desk) {
        this.window = window;
        this.desk = desk;
    }

    @Override
    public boolean save(@Nullable MPart part, boolean confirm) {
        if (part == null) {
            return true;
        }
        if (!confirm) {
            persist(part);
            return true;
        }
        return switch (promptToSave(part)) {
            case NO -> true;
            case CANCEL -> false;
            case YES -> saveFirst(part);
        };
    }

    private boolean saveFirst(MPart part) {
        if (part.getObject() instanceof CasePart editor) {
            editor.saveThen(() -> window.get(EPartService.class).hidePart(part, true));
            return false;
        }
        persist(part);
        return true;
    }

    @Override
    public boolean saveParts(@Nullable Collection<MPart> parts, boolean confirm) {
        boolean all = true;
        if (parts != null) {
            for (MPart part : parts) {
                all &= save(part, confirm);
            }
        }
        return all;
    }

    @Override
    public Save promptToSave(@Nullable MPart part) {
        String name = part == null ? null : part.getLocalizedLabel();
        Shell shell = (Shell) window.get(IServiceConstants.ACTIVE_SHELL);
        return switch (new SaveSheet(shell, desk, name == null ? "" : name).open()) {
            case IDialogConstants.YES_ID -> Save.YES;
            case IDialogConstants.NO_ID -> Save.NO;
            default -> Save.CANCEL;
        };
    }

    @Override
    public Save[] promptToSave(@Nullable Collection<MPart> parts) {
        return parts == null
                ? new Save[0]
                : parts.stream().map(this::promptToSave).toArray(Save[]::new);
    }

    private static void persist(MPart part) {
        ContextInjectionFactory.invoke(part.getObject(), Persist.class, part.getContext(), null);
    }
}
