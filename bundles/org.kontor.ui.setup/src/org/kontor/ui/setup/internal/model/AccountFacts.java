package org.kontor.ui.setup.internal.model;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kontor.api.account.Account;
import org.kontor.api.account.AccountStatus;
import org.kontor.ui.common.format.Times;

/** How an account is doing, line by line. */
public final class AccountFacts {
    private final Messages messages;
    private final Times times;

    public AccountFacts(Messages messages, Times times) {
        this.messages = messages;
        this.times = times;
    }

    /**
     * One line.
     *
     * @param exact for the tool tip: the moment in full; empty where the line names none
     * @param sign how the value is to be read; {@code null} for a mere fact
     */
    public record Fact(
            String label,
            String value,
            String exact,
            @Nullable HealthSign sign) {}

    /**
     * The lines of an account, in the order in which one asks.
     *
     * @param late how many events only comparing with the platform brought in the last 30 days
     */
    public List<Fact> of(Account account, AccountStatus status, long late, Instant now) {
        List<Fact> facts = new ArrayList<>();
        facts.add(moment("fact.lastRead", status.lastRead(), "fact.never"));
        facts.add(moment("fact.lastEvent", status.lastEvent(), "fact.none"));
        facts.add(moment("fact.lastSend", status.lastSend(), "fact.none"));
        facts.add(next(account, status, now));
        Instant expires = status.expires();
        if (expires != null) {
            boolean soon = expires.isBefore(now.plus(HealthSign.SOON));
            facts.add(new Fact(
                    messages.text("fact.expires"),
                    times.date(expires),
                    times.exact(expires),
                    soon ? HealthSign.ENDING : null));
        }
        facts.add(new Fact(
                messages.text("fact.late"),
                messages.text("fact.late.count", late),
                messages.text("fact.late.tip"),
                late > 0 ? HealthSign.WARNING : null));
        return facts;
    }

    private Fact next(Account account, AccountStatus status, Instant now) {
        Instant next = status.nextTry();
        if (!account.active()) {
            return new Fact(messages.text("fact.nextTry"), messages.text("fact.paused"), "", HealthSign.PAUSED);
        }
        return next == null
                ? new Fact(
                        messages.text("fact.nextTry"),
                        messages.text(status.lastRead() == null ? "fact.soon" : "fact.live"),
                        "",
                        null)
                : next.isBefore(now.plusSeconds(60))
                        ? new Fact(messages.text("fact.nextTry"), messages.text("fact.soon"), times.exact(next), null)
                        : moment("fact.nextTry", next, "fact.none");
    }

    private Fact moment(String key, @Nullable Instant at, String otherwise) {
        return at == null
                ? new Fact(messages.text(key), messages.text(otherwise), "", null)
                : new Fact(messages.text(key), times.relative(at), times.exact(at), null);
    }
}
