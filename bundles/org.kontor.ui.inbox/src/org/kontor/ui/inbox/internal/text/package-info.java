/** What customers wrote, made fit to be shown: sanitised, with links and quotes marked, and versions compared. */
@NullMarked
package org.kontor.ui.inbox.internal.text;

import org.jspecify.annotations.NullMarked;
