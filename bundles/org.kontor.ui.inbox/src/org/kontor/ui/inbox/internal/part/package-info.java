/** The four parts of the perspective. */
@NullMarked
package org.kontor.ui.inbox.internal.part;

import org.jspecify.annotations.NullMarked;
