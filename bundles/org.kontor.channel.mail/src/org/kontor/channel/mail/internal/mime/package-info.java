/** Reads MIME as it really arrives: lenient, pure, without exceptions for bad input. */
@NullMarked
package org.kontor.channel.mail.internal.mime;

import org.jspecify.annotations.NullMarked;
