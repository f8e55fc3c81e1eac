@NullMarked
package org.kontor.ui.inbox.internal.window;

import org.jspecify.annotations.NullMarked;
