/** Builds the mail of a reply, byte for byte the same on every try. */
@NullMarked
package org.kontor.channel.mail.internal.write;

import org.jspecify.annotations.NullMarked;
