/** Says what a mail means: item, bounce, answer given elsewhere, receipt. */
@NullMarked
package org.kontor.channel.mail.internal.read;

import org.jspecify.annotations.NullMarked;
