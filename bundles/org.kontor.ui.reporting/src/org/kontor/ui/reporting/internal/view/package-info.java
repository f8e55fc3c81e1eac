/** How it looks. */
@NullMarked
package org.kontor.ui.reporting.internal.view;

import org.jspecify.annotations.NullMarked;
