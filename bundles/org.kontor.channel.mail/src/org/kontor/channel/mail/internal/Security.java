package org.kontor.channel.mail.internal;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How a connection is protected. */
public enum Security {
    /** TLS from the first byte. */
    TLS,
    /** A plain beginning, then TLS; the connection ends where the server does not offer it. */
    STARTTLS,
    /** Not at all. Only taken for this machine itself. */
    NONE;

    /** As it stands in the settings. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Security> of(String word) {
        return Arrays.stream(values()).filter(s -> s.word().equals(word)).findFirst();
    }
}
