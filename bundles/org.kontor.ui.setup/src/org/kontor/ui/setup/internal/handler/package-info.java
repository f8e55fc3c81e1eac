/** What the commands of the set-up do. */
@NullMarked
package org.kontor.ui.setup.internal.handler;

import org.jspecify.annotations.NullMarked;
