/** The reporting perspective. */
@NullMarked
package org.kontor.ui.reporting.internal;

import org.jspecify.annotations.NullMarked;
