package org.kontor.ui.setup.internal.model;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.kontor.api.account.Account;
import org.kontor.api.account.AccountStatus;
import org.kontor.api.account.Brand;
import org.kontor.api.account.ChannelType;
import org.kontor.api.account.Client;
import org.kontor.api.clock.Policy;
import org.kontor.api.id.AccountId;
import org.kontor.api.id.BrandId;
import org.kontor.api.id.ClientId;

/** What is set up at one moment, as far as the user may see it. */
public record Snapshot(
        List<Client> clients,
        List<Brand> brands,
        List<Account> accounts,
        List<AccountStatus> statuses,
        List<Policy> policies,
        Map<AccountId, Long> late) {
    /** Nothing. */
    public static final Snapshot EMPTY = new Snapshot(List.of(), List.of(), List.of(), List.of(), List.of(), Map.of());

    public Snapshot {
        clients = List.copyOf(clients);
        brands = List.copyOf(brands);
        accounts = List.copyOf(accounts);
        statuses = List.copyOf(statuses);
        policies = List.copyOf(policies);
        late = Map.copyOf(late);
    }

    public Optional<Client> client(ClientId id) {
        return clients.stream().filter(c -> c.id().equals(id)).findFirst();
    }

    public Optional<Brand> brand(BrandId id) {
        return brands.stream().filter(b -> b.id().equals(id)).findFirst();
    }

    public Optional<Account> account(AccountId id) {
        return accounts.stream().filter(a -> a.id().equals(id)).findFirst();
    }

    /** What a brand promises; empty where it promises nothing. */
    public Optional<Policy> policy(BrandId brand) {
        return policies.stream().filter(p -> p.brand().equals(brand)).findFirst();
    }

    /** How many events of an account were found late in the last 30 days. */
    public long late(AccountId id) {
        return late.getOrDefault(id, 0L);
    }

    /** How an account is doing. */
    public AccountStatus status(AccountId id) {
        return statuses.stream()
                .filter(s -> s.account().equals(id))
                .findFirst()
                .orElseGet(() -> AccountStatus.unread(id));
    }

    /** The same with one more brand. */
    Snapshot with(Brand made) {
        List<Brand> more = new ArrayList<>(brands);
        more.add(made);
        return new Snapshot(clients, more, accounts, statuses, policies, late);
    }

    /** The brands of a client, by name. */
    public List<Brand> brandsOf(ClientId client) {
        return brands.stream()
                .filter(b -> b.client().equals(client))
                .sorted(Comparator.comparing(b -> b.name().toLowerCase(Locale.ROOT)))
                .toList();
    }

    /** The accounts of a brand, by name. */
    public List<Account> accountsOf(BrandId brand) {
        return accounts.stream()
                .filter(a -> a.brand().equals(brand))
                .sorted(Comparator.comparing(a -> a.name().toLowerCase(Locale.ROOT)))
                .toList();
    }

    /** An account of the same channel that goes by the same name, whatever its brand. */
    public Optional<Account> sameAs(ChannelType channel, String name) {
        return accounts.stream()
                .filter(a -> a.channel().equals(channel) && a.name().equalsIgnoreCase(name.strip()))
                .findFirst();
    }
}
