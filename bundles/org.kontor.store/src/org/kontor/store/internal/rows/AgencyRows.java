package org.kontor.store.internal.rows;

import java.sql.SQLException;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.kontor.api.access.Right;
import org.kontor.api.access.User;
import org.kontor.api.account.Brand;
import org.kontor.api.account.Client;
import org.kontor.api.account.Colour;
import org.kontor.api.id.BrandId;
import org.kontor.api.id.ClientId;
import org.kontor.api.id.UserId;
import org.kontor.api.store.Change;
import org.kontor.store.internal.sql.Row;
import org.kontor.store.internal.sql.Sql;
import org.kontor.store.internal.sql.Table;

/** Users, grants, clients and brands. */
final class AgencyRows {
    private static final Table CLIENT = Table.of("client", "id", "id, name");
    private static final Table BRAND = Table.of("brand", "id", "id, client_id, name, colour, zone, signature");
    private static final Table GRANT =
            Table.of("user_grant", "user_id, brand_id, access_right", "user_id, brand_id, access_right");
    private static final String SELECT_BRANDS = BRAND.select();
    private static final String SAVE_CLIENT = CLIENT.upsert();
    private static final String SAVE_BRAND = BRAND.upsert();
    private static final String ADD_GRANT = GRANT.insertAbsent();

    private AgencyRows() {}

    static List<User> users(View view) {
        return view.sql.list(
                "SELECT id, name, initials FROM app_user ORDER BY name, id",
                to -> {},
                row -> new User(new UserId(row.number()), row.text(), row.text()));
    }

    static Map<BrandId, Set<Right>> grantsOf(View view, UserId user) {
        Map<BrandId, Set<Right>> grants = new HashMap<>();
        if (view.scope.agency() || view.scope.user().equals(user)) {
            view.sql.each(
                    "SELECT brand_id, access_right FROM user_grant WHERE user_id = ?",
                    to -> to.id(user),
                    row -> grants.computeIfAbsent(new BrandId(row.number()), b -> EnumSet.noneOf(Right.class))
                            .add(row.constant(Right.class)));
        }
        return grants;
    }

    static List<Client> clients(View view) {
        String select = "SELECT id, name FROM client";
        String order = " ORDER BY name, id";
        if (view.scope.agency()) {
            return view.sql.list(select + order, to -> {}, AgencyRows::client);
        }
        return view.sql.list(
                select + " WHERE id IN (SELECT client_id FROM brand WHERE "
                        + view.dialect().anyNumber("brand.id") + ")" + order,
                to -> to.numbers(view.brandIds()),
                AgencyRows::client);
    }

    private static Client client(Row row) throws SQLException {
        return new Client(new ClientId(row.number()), row.text());
    }

    static List<Brand> brands(View view) {
        return view.sql.list(
                SELECT_BRANDS + " WHERE " + view.dialect().anyNumber("t.id") + " ORDER BY t.name, t.id",
                to -> to.numbers(view.brandIds()),
                AgencyRows::brand);
    }

    static Optional<Brand> brand(View view, BrandId brand) {
        return view.sees(brand) ? anyBrand(view, brand) : Optional.empty();
    }

    private static Optional<Brand> anyBrand(View view, BrandId brand) {
        return view.sql.first(SELECT_BRANDS + " WHERE t.id = ?", to -> to.id(brand), AgencyRows::brand);
    }

    private static Brand brand(Row row) throws SQLException {
        return new Brand(
                new BrandId(row.number()),
                new ClientId(row.number()),
                row.text(),
                Colour.of(row.text()),
                ZoneId.of(row.text()),
                row.text());
    }

    /** The time zones of the brands of the scope. */
    static Map<BrandId, ZoneId> zones(View view) {
        return brands(view).stream().collect(Collectors.toMap(Brand::id, Brand::zone));
    }

    static void saveClient(View view, Changes changes, Client client) {
        view.scope.requireAgency();
        view.sql.update(SAVE_CLIENT, to -> to.id(client.id()).text(client.name()));
        for (Brand brand : brands(view)) {
            if (brand.client().equals(client.id())) {
                changes.note(brand.id(), Change.Kind.BRAND, brand.id());
            }
        }
    }

    static void saveBrand(View view, Changes changes, Brand brand) {
        view.sql.touch(brand.id().value());
        boolean isNew = anyBrand(view, brand.id()).isEmpty();
        if (isNew) {
            view.scope.requireAgency();
        } else {
            view.maySetUp(brand.id());
        }
        view.sql.update(
                SAVE_BRAND,
                to -> to.id(brand.id())
                        .id(brand.client())
                        .text(brand.name())
                        .text(brand.colour().hex())
                        .text(brand.zone().getId())
                        .text(brand.signature()));
        if (isNew) {
            for (UserId user : grantees(view)) {
                for (Right right : Right.values()) {
                    view.sql.update(ADD_GRANT, to -> to.id(user).id(brand.id()).name(right));
                }
            }
        }
        changes.note(brand.id(), Change.Kind.BRAND, brand.id());
    }

    /** Who may see a new brand: all who share a workbench; in a team, only who made it and the house. */
    private static Set<UserId> grantees(View view) {
        return view.dialect().shared()
                ? Set.of(User.SYSTEM, view.scope.user())
                : users(view).stream().map(User::id).collect(Collectors.toSet());
    }

    /** The users that every store has. */
    static void addFirstUsers(Sql sql, String localName) {
        String insert = "INSERT INTO app_user (id, name, initials) VALUES (?, ?, ?) ON CONFLICT (id) DO NOTHING";
        sql.update(insert, to -> to.id(User.SYSTEM).text("Kontor").text("K"));
        sql.update(insert, to -> to.id(User.LOCAL).text(localName).text(initials(localName)));
    }

    private static String initials(String name) {
        String letters = Arrays.stream(name.strip().split("[\\s._-]+"))
                .filter(part -> !part.isEmpty())
                .limit(3)
                .map(part -> part.substring(0, part.offsetByCodePoints(0, 1)))
                .collect(Collectors.joining())
                .toUpperCase(Locale.ROOT);
        return letters.isEmpty() ? "?" : letters;
    }
}
