@NullMarked
package org.kontor.ui.escalation.internal.window;

import org.jspecify.annotations.NullMarked;
