package org.kontor.app.internal.model;

import java.text.MessageFormat;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kontor.api.account.Account;
import org.kontor.api.account.AccountStatus;
import org.kontor.api.account.Brand;
import org.kontor.api.channel.Fault;
import org.kontor.api.channel.FaultKind;
import org.kontor.api.ledger.InquiryBalance;
import org.kontor.api.ledger.LedgerOutcome;
import org.kontor.app.internal.Messages;
import org.kontor.ui.api.theme.Token;
import org.kontor.ui.common.fault.FaultTexts;
import org.kontor.ui.common.format.Numbers;
import org.kontor.ui.common.format.Times;

/** Says in a line how things stand: accounts, what will break soon, outbox, and today's balance. No widgets. */
public final class StatusLine {
    /** Which sign stands before the words, so that colour is never alone. */
    public enum Mark {
        NONE,
        DOT,
        TRIANGLE
    }

    /**
     * One thing that the line says.
     *
     * @param tip more of it; empty for none
     */
    public record Item(String text, Token ink, Mark mark, String tip) {}

    /** What it says about one account. */
    public record Line(Account account, Optional<Brand> brand, String state, Token ink, String times) {}

    /** How long before its end a permission is worth a word. */
    private static final Duration SOON = Duration.ofDays(7);

    private final Messages texts;
    private final Times times;
    private final Numbers numbers;
    private final FaultTexts faults;
    private final Locale locale;

    public StatusLine(Messages texts, Times times, Locale locale) {
        this.texts = texts;
        this.times = times;
        this.locale = locale;
        numbers = Numbers.of(locale);
        faults = FaultTexts.of(locale, times);
    }

    /** That nothing of a plug-in is called or shown. */
    public Item safeMode() {
        return new Item(texts.status_safe, Token.WARN, Mark.TRIANGLE, texts.status_safeTip);
    }

    /** How many accounts are live. */
    public Item accounts(Facts facts, boolean connected) {
        List<Account> active = facts.accounts().stream().filter(Account::active).toList();
        if (!connected || facts.accounts().isEmpty()) {
            String text = connected ? texts.status_noAccounts : texts.status_noStore;
            return new Item(text, Token.TEXT_QUIET, Mark.NONE, "");
        }
        long live =
                active.stream().filter(account -> live(facts.status(account))).count();
        boolean starting = active.stream()
                .map(facts::status)
                .anyMatch(status -> status.fault() == null && status.lastRead() == null);
        if (live == active.size()) {
            return new Item(say(texts.status_live, live), Token.OK, Mark.DOT, texts.status_accountsTip);
        }
        String text = say(texts.status_partlyLive, live, active.size());
        boolean fault =
                active.stream().anyMatch(account -> facts.status(account).fault() != null);
        return fault || !starting
                ? new Item(text, worst(facts, active), Mark.TRIANGLE, texts.status_accountsTip)
                : new Item(text, Token.TEXT_QUIET, Mark.DOT, texts.status_accountsTip);
    }

    /** The one thing that needs a look first; empty if nothing does. */
    public Optional<Item> trouble(Facts facts, Instant now) {
        return facts.accounts().stream()
                .filter(Account::active)
                .map(account -> trouble(facts, account, now))
                .flatMap(Optional::stream)
                // A person's hand is needed before what mends itself, and that before what only comes near.
                .max(Comparator.comparingInt(item -> item.ink() == Token.OVER ? 1 : 0));
    }

    /** What waits to be sent, and when something was sent last. */
    public Item outbox(Facts facts) {
        String sent = facts.lastSend()
                .map(at -> " · " + say(texts.status_lastSend, times.clock(at)))
                .orElse("");
        return new Item(
                say(texts.status_outbox, facts.pending()) + sent, Token.TEXT_QUIET, Mark.NONE, texts.status_outboxTip);
    }

    /** Today's balance of inquiries; over its edge when it does not hold. */
    public Item ledger(Facts facts) {
        InquiryBalance today = facts.inquiries();
        List<String> parts = new ArrayList<>();
        parts.add(say(texts.status_answered, today.answered()));
        add(parts, texts.status_ignored, today.ignored());
        add(parts, texts.status_merged, today.merged());
        add(parts, texts.status_deleted, today.deleted());
        parts.add(
                today.escalated() == 0
                        ? say(texts.status_open, today.open())
                        : say(texts.status_openEscalated, today.open(), today.escalated()));
        String text = say(texts.status_today, numbers.count(today.begun()), String.join(" + ", parts));
        boolean holds = today.holds() && facts.events().holds();
        return holds
                ? new Item(text, Token.TEXT_QUIET, Mark.NONE, events(facts))
                : new Item(text + " · " + texts.status_difference, Token.OVER, Mark.TRIANGLE, events(facts));
    }

    /** Every account with its last read, last fault and next try. */
    public List<Line> lines(Facts facts, Instant now) {
        return facts.accounts().stream()
                .map(account -> line(facts, account, now))
                .toList();
    }

    private Line line(Facts facts, Account account, Instant now) {
        AccountStatus status = facts.status(account);
        Fault fault = status.fault();
        String state = texts.account_live;
        Token ink = Token.OK;
        if (!account.active()) {
            state = texts.account_paused;
            ink = Token.TEXT_QUIET;
        } else if (fault != null) {
            state = faults.word(fault.kind());
            ink = fault.kind().passing() ? Token.WARN : Token.OVER;
        } else if (status.lastRead() == null) {
            state = texts.account_starting;
            ink = Token.TEXT_QUIET;
        } else if (endsSoon(status, now)) {
            state = say(texts.account_ends, times.span(Duration.between(now, status.expires())));
            ink = Token.WARN;
        }
        return new Line(account, facts.brand(account.brand()), state, ink, moments(status));
    }

    private String moments(AccountStatus status) {
        List<String> parts = new ArrayList<>();
        Instant read = status.lastRead();
        parts.add(read == null ? texts.account_neverRead : say(texts.account_lastRead, times.clock(read)));
        Instant next = status.nextTry();
        if (next != null) {
            parts.add(say(texts.account_nextTry, times.clock(next)));
        }
        return String.join(" · ", parts);
    }

    private Optional<Item> trouble(Facts facts, Account account, Instant now) {
        AccountStatus status = facts.status(account);
        Fault fault = status.fault();
        String who = facts.brand(account.brand()).map(Brand::name).orElse("") + " · " + account.name() + ": ";
        if (fault != null) {
            boolean passing = fault.kind().passing();
            Instant next = status.nextTry();
            String when = passing && next != null ? ", " + say(texts.account_nextTry, times.clock(next)) : "";
            return Optional.of(new Item(
                    who + faults.word(fault.kind()) + when,
                    passing ? Token.WARN : Token.OVER,
                    Mark.TRIANGLE,
                    fault.detail()));
        }
        if (endsSoon(status, now)) {
            String left = times.span(Duration.between(now, status.expires()));
            return Optional.of(new Item(who + say(texts.account_ends, left), Token.WARN, Mark.TRIANGLE, ""));
        }
        return Optional.empty();
    }

    private String events(Facts facts) {
        var events = facts.events();
        return say(
                texts.status_events,
                numbers.count(events.seen()),
                count(facts, LedgerOutcome.STORED),
                count(facts, LedgerOutcome.DUPLICATE),
                count(facts, LedgerOutcome.UNREADABLE),
                count(facts, LedgerOutcome.OWN_ECHO),
                count(facts, LedgerOutcome.NOT_AN_INQUIRY),
                count(facts, LedgerOutcome.WAITING));
    }

    private String count(Facts facts, LedgerOutcome outcome) {
        return numbers.count(facts.events().outcomes().getOrDefault(outcome, 0L));
    }

    private void add(List<String> parts, String text, long number) {
        if (number > 0) {
            parts.add(say(text, number));
        }
    }

    private static boolean live(AccountStatus status) {
        return status.fault() == null && status.lastRead() != null;
    }

    private static boolean endsSoon(AccountStatus status, Instant now) {
        Instant end = status.expires();
        return end != null && end.isBefore(now.plus(SOON));
    }

    private static Token worst(Facts facts, List<Account> active) {
        return active.stream().map(account -> facts.status(account).fault()).anyMatch(StatusLine::needsAPerson)
                ? Token.OVER
                : Token.WARN;
    }

    private static boolean needsAPerson(@Nullable Fault fault) {
        return fault != null && !fault.kind().passing() && fault.kind() != FaultKind.WINDOW_CLOSED;
    }

    private String say(String pattern, Object... arguments) {
        return new MessageFormat(pattern, locale).format(arguments);
    }
}
