/** IMAP and SMTP connections and what their faults mean. */
@NullMarked
package org.kontor.channel.mail.internal.wire;

import org.jspecify.annotations.NullMarked;
