/** The widgets of the set-up perspective, and what its pages share with the wizard. */
@NullMarked
package org.kontor.ui.setup.internal.view;

import org.jspecify.annotations.NullMarked;
