/** What the house keeps for plug-ins. */
@NullMarked
package org.kontor.desk.internal.plugin;

import org.jspecify.annotations.NullMarked;
