/** The widgets of the inbox: each draws a view model and hands on what the user does. */
@NullMarked
package org.kontor.ui.inbox.internal.view;

import org.jspecify.annotations.NullMarked;
