/** What the keys and menu entries of the inbox do. */
@NullMarked
package org.kontor.ui.inbox.internal.handler;

import org.jspecify.annotations.NullMarked;
