/** Plug-ins on the command line. */
@NullMarked
package org.kontor.plugins.internal.headless;

import org.jspecify.annotations.NullMarked;
