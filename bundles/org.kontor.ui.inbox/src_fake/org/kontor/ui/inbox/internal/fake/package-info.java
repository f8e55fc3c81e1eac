/** A house in memory, for tests of the view models and of the window. */
@NullMarked
package org.kontor.ui.inbox.internal.fake;

import org.jspecify.annotations.NullMarked;
