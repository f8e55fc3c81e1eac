/** What the perspective knows and decides, without a window. */
@NullMarked
package org.kontor.ui.reporting.internal.model;

import org.jspecify.annotations.NullMarked;
