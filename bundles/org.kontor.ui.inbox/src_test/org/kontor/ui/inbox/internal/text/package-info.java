@NullMarked
package org.kontor.ui.inbox.internal.text;

import org.jspecify.annotations.NullMarked;
