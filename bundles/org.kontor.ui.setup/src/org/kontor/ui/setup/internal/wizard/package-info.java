/** The wizard that sets up a brand and an account. */
@NullMarked
package org.kontor.ui.setup.internal.wizard;

import org.jspecify.annotations.NullMarked;
