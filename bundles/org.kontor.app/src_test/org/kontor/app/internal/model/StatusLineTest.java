package org.kontor.app.internal.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.kontor.api.account.Account;
import org.kontor.api.account.AccountStatus;
import org.kontor.api.account.Brand;
import org.kontor.api.account.ChannelType;
import org.kontor.api.account.Colour;
import org.kontor.api.channel.Fault;
import org.kontor.api.channel.FaultKind;
import org.kontor.api.id.AccountId;
import org.kontor.api.id.BrandId;
import org.kontor.api.id.ClientId;
import org.kontor.api.ledger.EventBalance;
import org.kontor.api.ledger.InquiryBalance;
import org.kontor.api.ledger.LedgerOutcome;
import org.kontor.app.internal.TestMessages;
import org.kontor.ui.api.theme.Token;
import org.kontor.ui.common.format.Times;

class StatusLineTest {
    private static final Instant NOW = Instant.parse("2026-11-19T09:00:00Z");
    private static final Brand NORDWIND = new Brand(
            new BrandId(1), new ClientId(1), "Nordwind", Colour.of("#c2410c"), ZoneId.of("Europe/Berlin"), "");

    private final StatusLine line = line(Locale.ENGLISH);

    private static StatusLine line(Locale locale) {
        return new StatusLine(
                TestMessages.load(locale), Times.of(locale, ZoneOffset.UTC, InstantSource.fixed(NOW)), locale);
    }

    @Test
    void allAccountsLiveIsFine() {
        Facts facts = facts(status(1, null, null), status(2, null, null));
        assertThat(line.accounts(facts, true))
                .extracting(StatusLine.Item::text, StatusLine.Item::ink, StatusLine.Item::mark)
                .containsExactly("2 accounts live", Token.OK, StatusLine.Mark.DOT);
        assertThat(line.accounts(facts(status(1, null, null)), true).text()).isEqualTo("1 account live");
        assertThat(line(Locale.GERMAN).accounts(facts, true).text()).isEqualTo("2 Konten empfangen");
        assertThat(line.trouble(facts, NOW)).isEmpty();
    }

    @Test
    void aFaultThatNeedsAPersonComesBeforeOneThatMendsItself() {
        Facts facts = facts(
                status(1, Fault.of(FaultKind.TRANSIENT, "no route"), null),
                status(2, Fault.of(FaultKind.AUTH, "401"), null));
        assertThat(line.accounts(facts, true).ink()).isEqualTo(Token.OVER);
        StatusLine.Item trouble = line.trouble(facts, NOW).orElseThrow();
        assertThat(trouble.text()).isEqualTo("Nordwind · account2: Sign-in refused");
        assertThat(trouble.ink()).isEqualTo(Token.OVER);
        assertThat(trouble.tip()).isEqualTo("401");
    }

    @Test
    void aPassingFaultSaysWhenItIsTriedAgain() {
        Facts facts = facts(status(1, Fault.of(FaultKind.TRANSIENT, "no route"), null));
        assertThat(line.trouble(facts, NOW).orElseThrow().text())
                .isEqualTo("Nordwind · account1: Not reachable, next try 09:02:00");
    }

    @Test
    void anAccessThatEndsSoonWarns() {
        Facts facts = facts(status(1, null, NOW.plus(Duration.ofHours(76))));
        StatusLine.Item trouble = line.trouble(facts, NOW).orElseThrow();
        assertThat(trouble.text()).isEqualTo("Nordwind · account1: access ends in 3 d 4 h");
        assertThat(trouble.ink()).isEqualTo(Token.WARN);
        assertThat(line.trouble(facts(status(1, null, NOW.plus(Duration.ofDays(30)))), NOW))
                .isEmpty();
    }

    @Test
    void withoutAccountsTheLineSaysSo() {
        assertThat(line.accounts(Facts.NONE, false).text()).isEqualTo("Starting …");
        assertThat(line.accounts(Facts.NONE, true).text()).isEqualTo("No accounts yet");
    }

    @Test
    void theLedgerLineAddsUpOrSaysThatItDoesNot() {
        Facts good = with(new InquiryBalance(214, 187, 9, 0, 0, 18, 0), Map.of(LedgerOutcome.STORED, 300L));
        assertThat(line.ledger(good).text()).isEqualTo("Today: 214 inquiries = answered 187 + ignored 9 + open 18");
        assertThat(line.ledger(good).ink()).isEqualTo(Token.TEXT_QUIET);
        Facts escalated = with(new InquiryBalance(214, 187, 9, 0, 0, 18, 4), Map.of(LedgerOutcome.STORED, 300L));
        assertThat(line.ledger(escalated).text()).endsWith("+ open 18 (escalated 4)");
        Facts bad = with(new InquiryBalance(214, 187, 9, 0, 0, 17, 0), Map.of(LedgerOutcome.STORED, 300L));
        assertThat(line.ledger(bad).text()).endsWith("does not add up");
        assertThat(line.ledger(bad).ink()).isEqualTo(Token.OVER);
        Facts lost = with(new InquiryBalance(1, 1, 0, 0, 0, 0, 0), Map.of(LedgerOutcome.STORED, 299L));
        assertThat(line.ledger(lost).ink()).isEqualTo(Token.OVER);
    }

    @Test
    void everyAccountHasItsLine() {
        Facts facts = facts(status(1, Fault.of(FaultKind.SETTINGS, "no such host"), null));
        StatusLine.Line shown = line.lines(facts, NOW).get(0);
        assertThat(shown.state()).isEqualTo("Settings wrong");
        assertThat(shown.ink()).isEqualTo(Token.OVER);
        assertThat(shown.times()).isEqualTo("last read 08:59:00 · next try 09:02:00");
    }

    private static Facts with(InquiryBalance inquiries, Map<LedgerOutcome, Long> outcomes) {
        return new Facts("", List.of(), List.of(), Map.of(), 0, new EventBalance(300, outcomes), inquiries);
    }

    private static AccountStatus status(long id, @Nullable Fault fault, @Nullable Instant expires) {
        Instant next = fault == null ? null : NOW.plusSeconds(120);
        return new AccountStatus(new AccountId(id), NOW.minusSeconds(60), null, null, fault, next, expires);
    }

    private static Facts facts(AccountStatus... statuses) {
        List<Account> accounts = java.util.Arrays.stream(statuses)
                .map(each -> new Account(
                        each.account(),
                        NORDWIND.id(),
                        new ChannelType("mail"),
                        "account" + each.account().value(),
                        Map.of(),
                        NOW,
                        true))
                .toList();
        Map<AccountId, AccountStatus> byId = java.util.Arrays.stream(statuses)
                .collect(java.util.stream.Collectors.toMap(AccountStatus::account, each -> each));
        return new Facts(
                "Anna König",
                List.of(NORDWIND),
                accounts,
                byId,
                0,
                new EventBalance(0, Map.of()),
                new InquiryBalance(0, 0, 0, 0, 0, 0, 0));
    }
}
