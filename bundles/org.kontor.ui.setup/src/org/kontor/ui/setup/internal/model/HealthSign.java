package org.kontor.ui.setup.internal.model;

import java.time.Duration;
import java.time.Instant;
import org.kontor.api.account.Account;
import org.kontor.api.account.AccountStatus;
import org.kontor.api.channel.Fault;
import org.kontor.ui.api.theme.Token;

/** How an account is doing, in one word and colour. The order is that of urgency, the best first. */
public enum HealthSign {
    /** Read without a fault. */
    OK(Token.OK),
    /** Nobody has read it yet. */
    STARTING(Token.TEXT_QUIET),
    /** Someone has paused it. */
    PAUSED(Token.TEXT_QUIET),
    /** The sign-in ends soon. */
    ENDING(Token.WARN),
    /** A fault that passes by itself. */
    WARNING(Token.WARN),
    /** Someone has to do something. */
    BROKEN(Token.OVER);

    /** A sign-in that ends within this is worth a warning. */
    static final Duration SOON = Duration.ofDays(7);

    private final Token token;

    HealthSign(Token token) {
        this.token = token;
    }

    /** Its colour. */
    public Token token() {
        return token;
    }

    /** The sign of an account at {@code now}. */
    public static HealthSign of(Account account, AccountStatus status, Instant now) {
        if (!account.active()) {
            return PAUSED;
        }
        Fault fault = status.fault();
        if (fault != null) {
            return fault.kind().passing() ? WARNING : BROKEN;
        }
        Instant expires = status.expires();
        if (expires != null && expires.isBefore(now.plus(SOON))) {
            return expires.isBefore(now) ? BROKEN : ENDING;
        }
        return status.lastRead() == null ? STARTING : OK;
    }

    /** The worse of two. */
    HealthSign worse(HealthSign other) {
        return ordinal() >= other.ordinal() ? this : other;
    }
}
