package org.kontor.channel.mail.internal.write;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.random.RandomGenerator;
import org.kontor.channel.mail.internal.Identity;

/** Makes Message-IDs: in the order of time, not to be guessed, and of a form by which we know our own. */
public final class Keys {
    private static final String SIGNS = "0123456789abcdefghijklmnopqrstuvwxyz";
    private static final RandomGenerator RANDOM = new SecureRandom();

    private Keys() {}

    /** A new Message-ID. */
    public static String make(Identity identity, Instant at) {
        String time = Long.toString(Math.max(0, at.toEpochMilli()), 36);
        StringBuilder id = new StringBuilder("<");
        id.append("0".repeat(Math.max(0, 9 - time.length()))).append(time).append('.');
        for (int i = 0; i < 16; i++) {
            id.append(SIGNS.charAt(RANDOM.nextInt(SIGNS.length())));
        }
        return id.append(".kontor@").append(identity.domain()).append('>').toString();
    }
}
