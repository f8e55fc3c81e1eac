package org.kontor.ui.common.widget;

import java.util.Locale;
import java.util.Map;
import org.eclipse.jface.dialogs.IDialogConstants;
import org.kontor.ui.common.format.Words;

/**
 * Words on the buttons of dialogs: JFace brings them in English only.
 *
 * @since 0.1
 */
public final class DialogTexts {
    private static final Map<Integer, String> KEYS = Map.of(
            IDialogConstants.OK_ID, "dialog.ok",
            IDialogConstants.CANCEL_ID, "dialog.cancel",
            IDialogConstants.CLOSE_ID, "dialog.close",
            IDialogConstants.YES_ID, "dialog.yes",
            IDialogConstants.NO_ID, "dialog.no",
            IDialogConstants.BACK_ID, "dialog.back",
            IDialogConstants.NEXT_ID, "dialog.next",
            IDialogConstants.FINISH_ID, "dialog.finish",
            IDialogConstants.HELP_ID, "dialog.help",
            IDialogConstants.DETAILS_ID, "dialog.details");

    private DialogTexts() {}

    /**
     * The word for a button in the language of the process.
     *
     * @param id one of {@code IDialogConstants.*_ID}
     * @param otherwise for ids that are none of ours
     */
    public static String button(int id, String otherwise) {
        String key = KEYS.get(id);
        if (key == null) {
            return otherwise;
        }
        return Words.in(Locale.getDefault()).getString(key);
    }
}
