/** An account at work: reading pages, waiting for news, sending, reading back, health. */
@NullMarked
package org.kontor.channel.mail.internal.session;

import org.jspecify.annotations.NullMarked;
