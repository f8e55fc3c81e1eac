/** The inbox in the window: its parts, handlers and words. */
@NullMarked
package org.kontor.ui.inbox.internal;

import org.jspecify.annotations.NullMarked;
