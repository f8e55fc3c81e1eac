package org.kontor.ui.setup.internal.model;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kontor.api.account.Account;
import org.kontor.api.account.Brand;
import org.kontor.api.id.AccountId;
import org.kontor.api.ledger.BalanceDifference;

/** Whether the numbers that are kept of a brand are what its rows say. Belongs to the UI thread. */
public final class BalanceModel {
    private static final int MOST = 5;

    private final SetupServices services;
    private final Messages messages;
    private final Runnable changed;
    private Snapshot snapshot;
    private Brand brand;
    private boolean busy;
    private @Nullable Notice notice;

    BalanceModel(SetupServices services, Messages messages, Snapshot snapshot, Brand brand, Runnable changed) {
        this.services = services;
        this.messages = messages;
        this.snapshot = snapshot;
        this.brand = brand;
        this.changed = changed;
    }

    void update(Snapshot now, Brand is) {
        snapshot = now;
        brand = is;
    }

    /** What differs, in a sentence each; the first few, and how many more. Empty while all is well. */
    public List<String> differences() {
        List<BalanceDifference> known = services.balances().known(Set.of(brand.id()));
        List<String> sentences =
                new ArrayList<>(known.stream().limit(MOST).map(this::sentence).toList());
        if (known.size() > MOST) {
            sentences.add(messages.text("balance.more", known.size() - MOST));
        }
        return sentences;
    }

    private String sentence(BalanceDifference difference) {
        return switch (difference) {
            case BalanceDifference.OfEvents e -> {
                LocalDate day = e.day();
                yield messages.text(
                        "balance.events",
                        brand.name(),
                        name(e.account()),
                        day == null ? messages.text("balance.allDays") : date(day),
                        messages.text("balance.number." + e.number()),
                        e.kept(),
                        e.counted());
            }
            case BalanceDifference.OfInquiries i ->
                messages.text(
                        "balance.inquiries", brand.name(), name(i.account()), date(i.day()), i.kept(), i.counted());
            case BalanceDifference.OfQueue q ->
                messages.text(
                        "balance.queue",
                        brand.name(),
                        messages.text("balance.queue." + q.queue()),
                        q.kept(),
                        q.counted());
        };
    }

    private String name(AccountId account) {
        return snapshot.account(account).map(Account::name).orElse("?");
    }

    private String date(LocalDate day) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
                .withLocale(messages.locale())
                .format(day);
    }

    /** Whether something is being counted. */
    public boolean busy() {
        return busy;
    }

    /** What was done last. */
    public Optional<Notice> notice() {
        return Optional.ofNullable(notice);
    }

    /** Counts now. */
    public void check() {
        run(false);
    }

    /** Counts, and mends what differs. */
    public void recount() {
        run(true);
    }

    private void run(boolean mend) {
        if (busy) {
            return;
        }
        busy = true;
        notice = null;
        changed.run();
        services.work()
                .run(
                        messages.text("job.balance", brand.name()),
                        SetupServices.FAMILY,
                        monitor -> mend
                                ? services.balances().recount(services.scope(), brand.id(), monitor)
                                : services.balances().check(services.scope(), brand.id(), monitor),
                        left -> done(
                                left.isEmpty()
                                        ? new Notice(
                                                Notice.Kind.INFO,
                                                messages.text(mend ? "balance.mended" : "balance.well"))
                                        : mend ? new Notice(Notice.Kind.ERROR, messages.text("balance.left")) : null),
                        fault -> done(new Notice(
                                Notice.Kind.ERROR,
                                messages.text("balance.failed", String.valueOf(fault.getMessage())))));
    }

    private void done(@Nullable Notice said) {
        busy = false;
        notice = said;
        changed.run();
    }
}
