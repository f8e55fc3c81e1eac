package org.kontor.app.internal.model;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.kontor.api.account.Account;
import org.kontor.api.account.AccountStatus;
import org.kontor.api.account.Brand;
import org.kontor.api.id.AccountId;
import org.kontor.api.id.BrandId;
import org.kontor.api.ledger.EventBalance;
import org.kontor.api.ledger.InquiryBalance;

/**
 * What the bars of the window show, read in one view of the store.
 *
 * @param user name of the one who works here; empty while nobody is known
 * @param pending replies that are queued or being sent
 * @param events the first balance of today
 * @param inquiries the second balance of today
 */
public record Facts(
        String user,
        List<Brand> brands,
        List<Account> accounts,
        Map<AccountId, AccountStatus> statuses,
        int pending,
        EventBalance events,
        InquiryBalance inquiries) {
    /** Before anything was read, and while there is no store. */
    public static final Facts NONE = new Facts(
            "",
            List.of(),
            List.of(),
            Map.of(),
            0,
            new EventBalance(0, Map.of()),
            new InquiryBalance(0, 0, 0, 0, 0, 0, 0));

    public Facts {
        brands = List.copyOf(brands);
        accounts = List.copyOf(accounts);
        statuses = Map.copyOf(statuses);
    }

    /** How an account is doing. */
    public AccountStatus status(Account account) {
        return statuses.getOrDefault(account.id(), AccountStatus.unread(account.id()));
    }

    /** The brand of an id, as far as the user may see it. */
    public Optional<Brand> brand(BrandId id) {
        return brands.stream().filter(brand -> brand.id().equals(id)).findFirst();
    }

    /** When the last reply of any account went out. */
    public Optional<Instant> lastSend() {
        return statuses.values().stream()
                .map(AccountStatus::lastSend)
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder());
    }
}
