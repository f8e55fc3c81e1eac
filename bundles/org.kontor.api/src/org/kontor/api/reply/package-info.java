/** Checks of a reply before it may go: wording, promises, personal data. */
@NullMarked
package org.kontor.api.reply;

import org.jspecify.annotations.NullMarked;
