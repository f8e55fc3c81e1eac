package org.kontor.store.internal.rows;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kontor.api.access.ScopeException;
import org.kontor.api.account.Account;
import org.kontor.api.account.AccountStatus;
import org.kontor.api.account.ChannelType;
import org.kontor.api.channel.Cursor;
import org.kontor.api.channel.Fault;
import org.kontor.api.channel.FaultKind;
import org.kontor.api.id.AccountId;
import org.kontor.api.id.BrandId;
import org.kontor.api.store.Change;
import org.kontor.store.internal.sql.Bind;
import org.kontor.store.internal.sql.Row;
import org.kontor.store.internal.sql.Table;

/** Accounts with their settings, status and cursor. */
final class AccountRows {
    private static final Table ACCOUNT =
            Table.of("account", "brand_id, id", "brand_id, id, channel, name, work_from, active");
    private static final Table SETTING =
            Table.of("account_setting", "brand_id, account_id, name", "brand_id, account_id, name, content");
    private static final Table STATUS = Table.of("account_status", "brand_id, account_id", """
        brand_id, account_id, last_read, last_event, last_send, fault_kind, fault_detail, fault_setting,
        fault_retry_at, next_try, expires\
        """);
    private static final Table CURSOR =
            Table.of("account_cursor", "brand_id, account_id", "brand_id, account_id, position");
    private static final String SELECT = ACCOUNT.select();
    private static final String SAVE = ACCOUNT.upsert();
    private static final String ADD_SETTING = SETTING.insert();
    private static final String SAVE_STATUS = STATUS.upsert();
    private static final String SAVE_CURSOR = CURSOR.upsert();

    private AccountRows() {}

    static List<Account> accounts(View view) {
        Map<AccountId, Map<String, String>> settings = new HashMap<>();
        view.sql.each(
                "SELECT account_id, name, content FROM account_setting WHERE "
                        + view.dialect().anyNumber("brand_id"),
                to -> to.numbers(view.brandIds()),
                row -> {
                    settings.computeIfAbsent(new AccountId(row.number()), a -> new HashMap<>())
                            .put(row.text(), row.text());
                    return true;
                });
        return view.sql.list(
                SELECT + " JOIN brand b ON b.id = t.brand_id WHERE "
                        + view.dialect().anyNumber("t.brand_id") + " ORDER BY b.name, b.id, t.name, t.id",
                to -> to.numbers(view.brandIds()),
                row -> account(row, settings));
    }

    static Optional<Account> account(View view, BrandId brand, AccountId account) {
        if (!view.sees(brand)) {
            return Optional.empty();
        }
        Map<String, String> settings = new HashMap<>();
        view.sql.each(
                "SELECT name, content FROM account_setting WHERE brand_id = ? AND account_id = ?",
                to -> to.id(brand).id(account),
                row -> {
                    settings.put(row.text(), row.text());
                    return true;
                });
        return view.sql.first(
                SELECT + " WHERE t.brand_id = ? AND t.id = ?",
                to -> to.id(brand).id(account),
                row -> account(row, Map.of(account, settings)));
    }

    private static Account account(Row row, Map<AccountId, Map<String, String>> settings) throws SQLException {
        BrandId brand = new BrandId(row.number());
        AccountId id = new AccountId(row.number());
        return new Account(
                id,
                brand,
                new ChannelType(row.text()),
                row.text(),
                settings.getOrDefault(id, Map.of()),
                row.time(),
                row.truth());
    }

    static void save(View view, Changes changes, Account account) {
        BrandId brand = account.brand();
        view.maySetUp(brand);
        view.sql.update(
                SAVE,
                to -> to.id(brand)
                        .id(account.id())
                        .text(account.channel().name())
                        .text(account.name())
                        .time(account.workFrom())
                        .truth(account.active()));
        view.sql.update(
                "DELETE FROM account_setting WHERE brand_id = ? AND account_id = ?",
                to -> to.id(brand).id(account.id()));
        account.settings()
                .forEach((name, content) -> view.sql.update(
                        ADD_SETTING,
                        to -> to.id(brand).id(account.id()).text(name).text(content)));
        changes.note(brand, Change.Kind.ACCOUNT, account.id());
    }

    static List<AccountStatus> statuses(View view) {
        Map<AccountId, AccountStatus> known = new HashMap<>();
        view.sql.each(
                STATUS.select() + " WHERE " + view.dialect().anyNumber("t.brand_id"),
                to -> to.numbers(view.brandIds()),
                row -> {
                    AccountStatus status = status(row);
                    known.put(status.account(), status);
                    return true;
                });
        List<AccountStatus> statuses = new ArrayList<>();
        for (Account account : accounts(view)) {
            statuses.add(known.getOrDefault(account.id(), AccountStatus.unread(account.id())));
        }
        return statuses;
    }

    private static AccountStatus status(Row row) throws SQLException {
        row.number();
        return new AccountStatus(
                new AccountId(row.number()),
                row.timeOrNull(),
                row.timeOrNull(),
                row.timeOrNull(),
                fault(row),
                row.timeOrNull(),
                row.timeOrNull());
    }

    static void saveStatus(View view, Changes changes, AccountStatus status) {
        BrandId brand = view.sql
                .first(
                        "SELECT brand_id FROM account WHERE " + view.dialect().anyNumber("brand_id") + " AND id = ?",
                        to -> to.numbers(view.brandIds()).id(status.account()),
                        row -> new BrandId(row.number()))
                .orElseThrow(() -> new ScopeException(view.scope.user() + " has no " + status.account()));
        view.mayWrite(brand);
        view.sql.update(SAVE_STATUS, to -> {
            to.id(brand)
                    .id(status.account())
                    .timeOrNull(status.lastRead())
                    .timeOrNull(status.lastEvent())
                    .timeOrNull(status.lastSend());
            bind(to, status.fault()).timeOrNull(status.nextTry()).timeOrNull(status.expires());
        });
        changes.note(brand, Change.Kind.ACCOUNT_STATUS, status.account());
    }

    static Cursor cursor(View view, BrandId brand, AccountId account) {
        if (!view.sees(brand)) {
            return Cursor.START;
        }
        return view.sql
                .first(
                        "SELECT position FROM account_cursor WHERE brand_id = ? AND account_id = ?",
                        to -> to.id(brand).id(account),
                        row -> new Cursor(row.text()))
                .orElse(Cursor.START);
    }

    static void saveCursor(View view, BrandId brand, AccountId account, Cursor cursor) {
        view.sql.update(SAVE_CURSOR, to -> to.id(brand).id(account).text(cursor.value()));
    }

    /** Reads the four columns of a fault. */
    static @Nullable Fault fault(Row row) throws SQLException {
        String kind = row.textOrNull();
        String detail = row.textOrNull();
        Fault fault = new Fault(
                kind == null ? FaultKind.TRANSIENT : FaultKind.valueOf(kind),
                detail == null ? "" : detail,
                row.textOrNull(),
                row.timeOrNull());
        return kind == null ? null : fault;
    }

    /** Sets the four columns of a fault. */
    static Bind bind(Bind to, @Nullable Fault fault) throws SQLException {
        return fault == null
                ? to.textOrNull(null).textOrNull(null).textOrNull(null).timeOrNull(null)
                : to.name(fault.kind())
                        .text(fault.detail())
                        .textOrNull(fault.setting())
                        .timeOrNull(fault.retryAt());
    }
}
