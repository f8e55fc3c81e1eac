/** The plug-ins perspective. */
@NullMarked
package org.kontor.ui.plugins.internal;

import org.jspecify.annotations.NullMarked;
