/**
 * View models of the inbox, without widgets. Each belongs to the thread on which {@link
 * org.kontor.ui.inbox.internal.model.Threads} delivers: its methods are called there and its listeners hear there; disk and
 * network are worked elsewhere.
 */
@NullMarked
package org.kontor.ui.inbox.internal.model;

import org.jspecify.annotations.NullMarked;
