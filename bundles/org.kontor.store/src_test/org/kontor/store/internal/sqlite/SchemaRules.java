package org.kontor.store.internal.sqlite;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.kontor.store.internal.sql.Scripts;

/** The rules of design.md 7 for keys and columns, read from SQLite's catalogue. */
public final class SchemaRules {
    /** Tables without a brand. */
    public static final Set<String> AGENCY_WIDE = Set.of("app_user", "client", "brand", "user_grant");

    /** Tables whose rowid is wanted: for search, or as a sequence. They have UNIQUE (brand_id, key) beside it. */
    private static final Map<String, String> ROWID_KEYS = Map.of("message", "id", "ledger", "id", "change_log", "seq");

    private static final Set<String> TYPES = Set.of("INTEGER", "TEXT", "BLOB", "REAL");

    private final Connection connection;
    private final List<String> broken = new ArrayList<>();

    private SchemaRules(Connection connection) {
        this.connection = connection;
    }

    /** The schema as of now, in memory. */
    public static Connection schema() throws Exception {
        Connection connection = DriverManager.getConnection("jdbc:sqlite::memory:");
        try (Statement statement = connection.createStatement()) {
            for (String script : Migrations.bundled()) {
                for (String part : Scripts.statements(script)) {
                    statement.execute(part);
                }
            }
            return connection;
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    /** What breaks the rules; nothing if all is well. */
    static List<String> broken(Connection connection) throws SQLException {
        SchemaRules rules = new SchemaRules(connection);
        rules.look();
        return rules.broken;
    }

    private void look() throws SQLException {
        for (List<String> item : rows("SELECT type, name FROM sqlite_schema WHERE type IN ('trigger', 'view')")) {
            broken.add(item.get(1) + " is a " + item.get(0));
        }
        for (List<String> table : rows("SELECT name, type, strict FROM pragma_table_list WHERE schema = 'main'")) {
            String name = table.get(0);
            if (table.get(1).equals("table") && !name.startsWith("sqlite_")) {
                if (!table.get(2).equals("1")) {
                    broken.add(name + " is not STRICT");
                }
                columns(name);
                if (!AGENCY_WIDE.contains(name)) {
                    keys(name);
                    references(name);
                }
            }
        }
    }

    private void columns(String table) throws SQLException {
        List<String> names = new ArrayList<>();
        for (List<String> column :
                rows("SELECT name, type, hidden, \"notnull\" FROM pragma_table_xinfo('" + table + "')")) {
            String name = column.get(0);
            names.add(name);
            if (!TYPES.contains(column.get(1))) {
                broken.add(table + "." + name + " is of type " + column.get(1));
            }
            if (!column.get(2).equals("0")) {
                broken.add(table + "." + name + " is generated");
            }
            if (name.equals("brand_id") && column.get(3).equals("0")) {
                broken.add(table + ".brand_id may be null");
            }
        }
        if (!AGENCY_WIDE.contains(table) && !names.contains("brand_id")) {
            broken.add(table + " has no brand_id and is not agency-wide");
        }
    }

    private void keys(String table) throws SQLException {
        List<List<String>> uniques = new ArrayList<>();
        for (List<String> index : rows("SELECT name, \"unique\" FROM pragma_index_list('" + table + "')")) {
            List<String> columns = new ArrayList<>();
            rows("SELECT name FROM pragma_index_info('" + index.get(0) + "')").forEach(row -> columns.add(row.get(0)));
            if (index.get(1).equals("1")) {
                uniques.add(columns);
            }
            if (!columns.getFirst().equals("brand_id")) {
                broken.add(index.get(0) + " of " + table + " leads with " + columns.getFirst());
            }
        }
        List<String> primary = new ArrayList<>();
        rows("SELECT name FROM pragma_table_info('" + table + "') WHERE pk > 0 ORDER BY pk")
                .forEach(row -> primary.add(row.get(0)));
        String rowid = ROWID_KEYS.get(table);
        if (rowid == null && (primary.isEmpty() || !primary.getFirst().equals("brand_id"))) {
            broken.add(table + " has the key " + primary);
        }
        if (rowid != null && (!primary.equals(List.of(rowid)) || !uniques.contains(List.of("brand_id", rowid)))) {
            broken.add(table + " needs INTEGER PRIMARY KEY (" + rowid + ") and UNIQUE (brand_id, " + rowid + ")");
        }
    }

    private void references(String table) throws SQLException {
        Map<String, Map<String, String>> byReference = new TreeMap<>();
        Map<String, String> targets = new LinkedHashMap<>();
        for (List<String> row :
                rows("SELECT id, \"from\", \"to\", \"table\" FROM pragma_foreign_key_list('" + table + "')")) {
            byReference.computeIfAbsent(row.get(0), id -> new LinkedHashMap<>()).put(row.get(1), row.get(2));
            targets.put(row.get(0), row.get(3));
        }
        byReference.forEach((id, columns) -> {
            String target = targets.get(id);
            Map<String, String> toBrand = Map.of("brand_id", "id");
            boolean good = "brand".equals(target)
                    ? columns.equals(toBrand)
                    : "brand_id".equals(columns.get("brand_id")) && columns.size() > 1;
            if (!good) {
                broken.add(table + " refers to " + target + " by " + columns);
            }
        });
    }

    private List<List<String>> rows(String sql) throws SQLException {
        List<List<String>> found = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            int count = rows.getMetaData().getColumnCount();
            while (rows.next()) {
                List<String> row = new ArrayList<>();
                for (int i = 1; i <= count; i++) {
                    row.add(String.valueOf(rows.getString(i)));
                }
                found.add(row);
            }
        }
        return found;
    }
}
