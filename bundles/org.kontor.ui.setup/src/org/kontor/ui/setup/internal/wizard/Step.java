package org.kontor.ui.setup.internal.wizard;

import org.eclipse.swt.widgets.Composite;

/** One page of the wizard. It lives while it shows; what was typed lives in the model. */
interface Step {
    /** Makes the widgets in {@code parent}, which has a grid layout of one column. */
    void create(Composite parent);

    /** Brings the widgets up to date with the model. */
    void refresh();

    /** Puts the cursor where one begins, or into the first field with something wrong. */
    void focus();
}
