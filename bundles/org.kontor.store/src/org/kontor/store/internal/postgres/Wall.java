package org.kontor.store.internal.postgres;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The brand wall in the database: row-level security on every table of brand data, read from the catalogue, so that a new table
 * cannot be forgotten. A statement looks up the brands of its login once (an InitPlan), not for each row. There is one policy
 * for each kind of statement, because PostgreSQL judges a DELETE by USING alone: with one for all, whoever may read a brand could
 * empty it.
 */
final class Wall {
    private static final String MEMBER = "kontor_member";
    private static final String ADMIN = "kontor_admin";
    private static final String HOUSE = "kontor_house";

    /** Tables whose rows need the right to set up. */
    private static final Set<String> SET_UP = Set.of(
            "account", "account_setting", "policy", "office_hours", "special_day", "special_hours", "brand_logo");

    /** Tables whose rows stand as they were written; of a detail, what it said may be erased. */
    private static final Map<String, String> KEPT = Map.of(
            "audit_entry", "SELECT, INSERT",
            "audit_field", "SELECT, INSERT, UPDATE (salt, content)",
            "audit_anchor", "SELECT, INSERT, UPDATE");

    private static final Set<String> CHANGED_BY_ANYBODY =
            Set.of("change_log", "audit_entry", "audit_field", "audit_anchor");

    /** Agency-wide tables that show no more than the granted brands. */
    private static final Set<String> AGENCY = Set.of("brand", "client", "user_grant");

    private static final String BRANDS = """
        SELECT g.brand_id FROM kontor.user_role r JOIN kontor.user_grant g ON g.user_id = r.user_id
        WHERE r.role_name = CURRENT_USER::text AND g.access_right\
        """;
    private static final String READ = " = 'READ'";
    private static final String ANSWER = " = 'ANSWER'";
    private static final String CHANGE_SETUP = " = 'SET_UP'";
    private static final String CHANGE = " IN ('ANSWER', 'SET_UP')";

    private Wall() {}

    /** Whether the rows of a table need the right to set up. */
    static boolean isSetUp(String table) {
        return SET_UP.contains(table);
    }

    /** Puts policies and rights on all tables that have none. */
    static void raise(Connection connection) throws SQLException {
        List<String> tables = new ArrayList<>();
        try (Statement statement = connection.createStatement()) {
            try (ResultSet rows = statement.executeQuery("""
                SELECT c.relname FROM pg_class c
                WHERE c.relnamespace = 'kontor'::regnamespace AND c.relkind IN ('r', 'p') AND NOT c.relispartition
                    AND NOT c.relrowsecurity
                    AND EXISTS (SELECT 1 FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attname = 'brand_id')
                ORDER BY c.relname\
                """)) {
                while (rows.next()) {
                    tables.add(rows.getString(1));
                }
            }
            for (String table : tables) {
                if (!AGENCY.contains(table)) {
                    for (String sql : ofBrandData(table)) {
                        statement.execute(sql);
                    }
                }
            }
            for (String table : AGENCY) {
                statement.execute("DROP POLICY IF EXISTS house ON kontor." + table);
            }
            for (String sql : ofTheAgency()) {
                statement.execute(sql);
            }
        }
    }

    private static List<String> ofBrandData(String table) {
        String change = CHANGED_BY_ANYBODY.contains(table) ? CHANGE : isSetUp(table) ? CHANGE_SETUP : ANSWER;
        return List.of(
                "GRANT " + KEPT.getOrDefault(table, "SELECT, INSERT, UPDATE, DELETE") + " ON kontor." + table + " TO "
                        + MEMBER,
                enable(table),
                force(table),
                house(table),
                policy("see", table, "SELECT", " USING (brand_id = " + any(READ) + ")"),
                policy("add", table, "INSERT", " WITH CHECK (brand_id = " + any(change) + ")"),
                policy("change", table, "UPDATE", " USING (brand_id = " + any(change) + ")"),
                policy("remove", table, "DELETE", " USING (brand_id = " + any(change) + ")"));
    }

    private static List<String> ofTheAgency() {
        List<String> all = new ArrayList<>(List.of(
                "GRANT USAGE ON SCHEMA kontor TO " + MEMBER,
                "GRANT SELECT ON kontor.schema_version, kontor.app_user, kontor.user_role TO " + MEMBER,
                "GRANT SELECT ON kontor.client, kontor.brand, kontor.user_grant TO " + MEMBER,
                "GRANT INSERT, UPDATE ON kontor.client, kontor.brand TO " + MEMBER,
                "GRANT INSERT, UPDATE ON kontor.app_user, kontor.user_role TO " + ADMIN,
                "GRANT DELETE ON kontor.user_role TO " + ADMIN,
                "GRANT INSERT, UPDATE, DELETE ON kontor.user_grant TO " + ADMIN,
                "GRANT SELECT, UPDATE ON kontor.node_lease TO " + MEMBER,
                "GRANT SELECT, INSERT, UPDATE ON kontor.write_token TO " + MEMBER,
                "GRANT USAGE, SELECT ON SEQUENCE kontor.change_log_seq TO " + MEMBER));
        for (String table : AGENCY) {
            all.add(enable(table));
            all.add(force(table));
            all.add(house(table));
            for (String old : List.of("see", "change", "admin")) {
                all.add("DROP POLICY IF EXISTS " + old + " ON kontor." + table);
            }
        }
        all.add(policy("see", "brand", "SELECT", " USING (id = " + any(READ) + ")"));
        all.add(policy("change", "brand", "UPDATE", " USING (id = " + any(CHANGE_SETUP) + ")"));
        // Its own brands are all that the sub-select can see.
        all.add(policy("see", "client", "SELECT", " USING (id = ANY (ARRAY(SELECT b.client_id FROM kontor.brand b)))"));
        all.add(policy(
                "see",
                "user_grant",
                "SELECT",
                " USING (user_id = ANY (ARRAY(SELECT r.user_id FROM kontor.user_role r"
                        + " WHERE r.role_name = CURRENT_USER::text)))"));
        for (String table : AGENCY) {
            all.add("CREATE POLICY admin ON kontor." + table + " TO " + ADMIN + " USING (true) WITH CHECK (true)");
        }
        return all;
    }

    private static String any(String rights) {
        return "ANY (ARRAY(" + BRANDS + rights + "))";
    }

    private static String enable(String table) {
        return "ALTER TABLE kontor." + table + " ENABLE ROW LEVEL SECURITY";
    }

    /** Without this the owner would stand outside of it. */
    private static String force(String table) {
        return "ALTER TABLE kontor." + table + " FORCE ROW LEVEL SECURITY";
    }

    private static String house(String table) {
        return "CREATE POLICY house ON kontor." + table + " TO " + HOUSE + " USING (true) WITH CHECK (true)";
    }

    private static String policy(String name, String table, String kind, String rule) {
        return "CREATE POLICY " + name + " ON kontor." + table + " FOR " + kind + " TO " + MEMBER + rule;
    }
}
