package org.kontor.store.internal.postgres;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.kontor.store.internal.sqlite.SchemaRules;

/** The rules of design.md 7 for keys and columns, and those of the brand wall, read from PostgreSQL's catalogue. */
final class TeamSchemaRules {
    /** Tables that only a team needs; none holds brand data. */
    static final Set<String> TEAM_ONLY = Set.of("schema_version", "user_role", "node_lease", "write_token");

    private static final Set<String> TYPES =
            Set.of("bigint", "integer", "smallint", "text", "bytea", "double precision");

    /** An index of words cannot lead with a brand. */
    private static final Set<String> WORDS = Set.of("message_search_words");

    /** Keys that hold the column by which the table is partitioned. */
    private static final Map<String, String> PARTITIONED =
            Map.of("ledger_payload", "ledger_id", "change_log", "at", "audit_entry", "month", "audit_field", "month");

    private final Connection connection;
    private final List<String> broken = new ArrayList<>();

    private TeamSchemaRules(Connection connection) {
        this.connection = connection;
    }

    /** What breaks the rules; nothing if all is well. */
    static List<String> broken(Connection connection) throws SQLException {
        TeamSchemaRules rules = new TeamSchemaRules(connection);
        rules.objects();
        for (String table : rules.column("""
            SELECT relname FROM pg_class WHERE relnamespace = 'kontor'::regnamespace AND relkind IN ('r', 'p')
                AND NOT relispartition\
            """)) {
            rules.table(table);
        }
        return rules.broken;
    }

    /** Table, column and whether it may be null, without what only a team has. */
    static Set<String> columns(Connection connection) throws SQLException {
        return Set.copyOf(new TeamSchemaRules(connection).column("""
            SELECT c.relname || '.' || a.attname || CASE WHEN a.attnotnull THEN '' ELSE '?' END
            FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid
            WHERE c.relnamespace = 'kontor'::regnamespace AND c.relkind IN ('r', 'p') AND NOT c.relispartition
                AND a.attnum > 0 AND NOT a.attisdropped AND c.relname NOT IN ('message_search', '%s')\
            """.formatted(String.join("', '", TEAM_ONLY))));
    }

    private void objects() throws SQLException {
        tell("has a trigger", "SELECT tgname FROM pg_trigger WHERE NOT tgisinternal");
        tell("is a view", """
            SELECT relname FROM pg_class WHERE relnamespace = 'kontor'::regnamespace AND relkind IN ('v', 'm', 'f')\
            """);
        tell("is stored code", "SELECT proname FROM pg_proc WHERE pronamespace = 'kontor'::regnamespace");
        tell("is a rule", """
            SELECT rulename FROM pg_rewrite r JOIN pg_class c ON c.oid = r.ev_class
            WHERE c.relnamespace = 'kontor'::regnamespace\
            """);
        tell("is a type of its own", """
            SELECT typname FROM pg_type WHERE typnamespace = 'kontor'::regnamespace AND typtype IN ('e', 'd', 'r')\
            """);
        tell("is open to others than the owner", """
            SELECT c.relname FROM pg_class c WHERE c.relnamespace = 'kontor'::regnamespace AND c.relispartition
                AND c.relacl IS NOT NULL\
            """);
    }

    private void table(String table) throws SQLException {
        boolean agency = SchemaRules.AGENCY_WIDE.contains(table) || TEAM_ONLY.contains(table);
        String of = " AND attrelid = 'kontor." + table + "'::regclass";
        for (String type : column("SELECT format_type(atttypid, NULL) FROM pg_attribute WHERE attnum > 0" + of)) {
            if (!TYPES.contains(type) && !table.equals("schema_version")) {
                broken.add(table + " has a column of type " + type);
            }
        }
        tell(
                table + " has a column that is generated",
                "SELECT attname FROM pg_attribute" + " WHERE (attgenerated <> '' OR attidentity <> '') AND attnum > 0"
                        + of);
        boolean brand = !column("SELECT attname FROM pg_attribute WHERE attname = 'brand_id' AND attnotnull" + of)
                .isEmpty();
        if (!agency) {
            if (!brand) {
                broken.add(table + " has no brand_id, or one that may be null, and is not agency-wide");
            } else {
                keys(table);
                references(table);
            }
        }
        if (!agency || SchemaRules.AGENCY_WIDE.contains(table) && !table.equals("app_user")) {
            wall(table, agency);
        }
    }

    private void keys(String table) throws SQLException {
        for (String index : column("""
            SELECT i.indexrelid::regclass || ' ' || coalesce(a.attname, '(expression)') || ' ' || i.indisprimary || ' '
                || i.indisunique
            FROM pg_index i LEFT JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = i.indkey[0]
            WHERE i.indrelid = 'kontor.%s'::regclass\
            """.formatted(table))) {
            String[] parts = index.split(" ");
            String name = parts[0].replace("kontor.", "");
            if (!parts[1].equals("brand_id") && !(WORDS.contains(name) && parts[3].equals("false"))) {
                broken.add(name + " of " + table + " leads with " + parts[1]);
            }
        }
        List<String> primary = column("""
            SELECT a.attname FROM pg_index i, unnest(i.indkey) k JOIN pg_attribute a ON a.attnum = k
            WHERE i.indrelid = 'kontor.%1$s'::regclass AND i.indisprimary AND a.attrelid = 'kontor.%1$s'::regclass\
            """.formatted(table));
        if (primary.isEmpty()) {
            broken.add(table + " has no key");
        }
        String month = PARTITIONED.get(table);
        if (month != null && !primary.contains(month)) {
            broken.add(table + " is not kept by month");
        }
    }

    private void references(String table) throws SQLException {
        for (String reference : column("""
            SELECT confrelid::regclass || ' ' || (SELECT attname FROM pg_attribute WHERE attrelid = conrelid
                AND attnum = conkey[1]) || ' ' || (SELECT attname FROM pg_attribute WHERE attrelid = confrelid
                AND attnum = confkey[1]) || ' ' || cardinality(conkey) || ' ' || condeferred
            FROM pg_constraint WHERE contype = 'f' AND conrelid = 'kontor.%s'::regclass AND conparentid = 0\
            """.formatted(table))) {
            String[] parts = reference.replace("kontor.", "").split(" ");
            boolean good = parts[0].equals("brand")
                    ? parts[1].equals("brand_id") && parts[2].equals("id") && parts[3].equals("1")
                    : parts[1].equals("brand_id") && parts[2].equals("brand_id") && !parts[3].equals("1");
            if (!good || !parts[4].equals("true")) {
                broken.add(table + " refers to " + reference);
            }
        }
    }

    private void wall(String table, boolean agency) throws SQLException {
        if (!column("SELECT relrowsecurity AND relforcerowsecurity FROM pg_class WHERE oid = 'kontor." + table
                        + "'::regclass")
                .equals(List.of("t"))) {
            broken.add(table + " has no row-level security, or its owner stands outside of it");
        }
        List<String> policies = column("SELECT polcmd::text || ' ' || (SELECT string_agg(rolname, ' ') FROM pg_roles"
                + " WHERE oid = ANY (polroles)) FROM pg_policy WHERE polrelid = 'kontor." + table + "'::regclass");
        List<String> wanted = new ArrayList<>(List.of("* kontor_house", "r kontor_member"));
        if (!agency) {
            wanted.addAll(List.of("a kontor_member", "w kontor_member", "d kontor_member"));
        }
        if (!policies.containsAll(wanted)) {
            broken.add(table + " has the policies " + policies);
        }
    }

    private void tell(String what, String sql) throws SQLException {
        for (String name : column(sql)) {
            broken.add(name + ": " + what);
        }
    }

    private List<String> column(String sql) throws SQLException {
        List<String> found = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                found.add(String.valueOf(rows.getString(1)));
            }
        }
        return found;
    }
}
