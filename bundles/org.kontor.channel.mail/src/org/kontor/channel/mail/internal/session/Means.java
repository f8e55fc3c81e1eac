package org.kontor.channel.mail.internal.session;

import java.time.Clock;
import org.kontor.channel.mail.internal.wire.Reach;
import org.kontor.channel.mail.internal.wire.Timing;
import org.osgi.service.log.Logger;

/**
 * What sessions work with.
 *
 * @param maxMail a larger mail is read as its beginning only, in bytes
 */
public record Means(Reach reach, Timing timing, Clock clock, Logger log, long maxMail) {
    /** The size up to which mails are read whole. */
    public static final long MAX_MAIL = 25L * 1024 * 1024;
}
