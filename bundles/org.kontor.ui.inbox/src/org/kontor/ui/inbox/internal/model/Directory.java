package org.kontor.ui.inbox.internal.model;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kontor.api.access.Right;
import org.kontor.api.access.User;
import org.kontor.api.account.Account;
import org.kontor.api.account.Brand;
import org.kontor.api.account.ChannelType;
import org.kontor.api.id.AccountId;
import org.kontor.api.id.BrandId;
import org.kontor.api.id.UserId;
import org.kontor.api.store.ReadRows;
import org.kontor.ui.common.brand.BrandColours;

/**
 * The few things that every row refers to: brands, accounts, colleagues. A snapshot.
 *
 * @param brands of the user's scope, by name
 * @param me who asks
 * @param answerable the brands in whose name the user may write
 */
public record Directory(
        List<Brand> brands,
        Map<AccountId, Account> accounts,
        Map<UserId, User> users,
        UserId me,
        Set<BrandId> answerable) {
    /** Before anything was read. */
    public static final Directory EMPTY = new Directory(List.of(), Map.of(), Map.of(), User.LOCAL, Set.of());

    public Directory {
        brands = List.copyOf(brands);
        accounts = Map.copyOf(accounts);
        users = Map.copyOf(users);
        answerable = Set.copyOf(answerable);
    }

    /** Reads a snapshot. */
    public static Directory read(ReadRows rows) {
        return new Directory(
                rows.brands(),
                rows.accounts().stream().collect(Collectors.toMap(Account::id, Function.identity())),
                rows.users().stream().collect(Collectors.toMap(User::id, Function.identity())),
                rows.scope().user(),
                rows.scope().brands(Right.ANSWER));
    }

    /** The same with the colours that the brands are shown in. */
    Directory in(BrandColours colours) {
        return new Directory(colours.shown(brands), accounts, users, me, answerable);
    }

    /** The brand; null where it is not known (yet). */
    public @Nullable Brand brand(BrandId id) {
        for (Brand brand : brands) {
            if (brand.id().equals(id)) {
                return brand;
            }
        }
        return null;
    }

    /** The account; null where it is not known (yet). */
    public @Nullable Account account(AccountId id) {
        return accounts.get(id);
    }

    /** The colleague; null for nobody and for one who is not known. */
    public @Nullable User user(@Nullable UserId id) {
        return id == null ? null : users.get(id);
    }

    /** The kinds of channel that the brands have, by name. */
    public List<ChannelType> channels() {
        Map<String, ChannelType> byName = new TreeMap<>();
        accounts.values().forEach(account -> byName.put(account.channel().name(), account.channel()));
        return List.copyOf(byName.values());
    }
}
