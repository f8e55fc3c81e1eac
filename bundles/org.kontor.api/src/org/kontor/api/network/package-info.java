/** How the workbench reaches the net, as the user set it. */
@NullMarked
package org.kontor.api.network;

import org.jspecify.annotations.NullMarked;
