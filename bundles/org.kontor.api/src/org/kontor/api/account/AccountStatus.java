package org.kontor.api.account;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.kontor.api.channel.Fault;
import org.kontor.api.id.AccountId;

/**
 * How an account is doing, as the status line and the health board show it. All times are ours (when we saw it).
 *
 * @param lastRead the last time the platform answered a read without a fault; null before the first
 * @param lastEvent the last time it showed something new; null before the first
 * @param lastSend the last time it took a reply; null before the first
 * @param fault what is wrong now; null while all is well
 * @param nextTry when the next read is due; null while a push connection stands or the account is paused
 * @param expires when the token or permission ends, where the platform tells; null if it does not
 */
public record AccountStatus(
        AccountId account,
        @Nullable Instant lastRead,
        @Nullable Instant lastEvent,
        @Nullable Instant lastSend,
        @Nullable Fault fault,
        @Nullable Instant nextTry,
        @Nullable Instant expires) {
    /** The status of an account that nobody has read yet. */
    public static AccountStatus unread(AccountId account) {
        return new AccountStatus(account, null, null, null, null, null, null);
    }
}
