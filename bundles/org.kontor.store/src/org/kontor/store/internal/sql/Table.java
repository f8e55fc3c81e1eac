package org.kontor.store.internal.sql;

import java.util.List;
import java.util.stream.Collectors;

/** A table's columns in one fixed order, so that reading, inserting and replacing agree. */
public final class Table {
    private final String name;
    private final List<String> keys;
    private final List<String> columns;

    private Table(String name, String keys, String columns) {
        this.name = name;
        this.keys = names(keys);
        this.columns = names(columns);
    }

    /**
     * @param keys the columns of its key, with commas
     * @param columns all columns that are read and written, with commas
     */
    public static Table of(String name, String keys, String columns) {
        return new Table(name, keys, columns);
    }

    /** The columns, with the table's alias before each. */
    public String columns(String alias) {
        return columns.stream().map(c -> alias + "." + c).collect(Collectors.joining(", "));
    }

    /** {@code SELECT} all columns {@code FROM} the table by its alias {@code t}. */
    public String select() {
        return "SELECT " + columns("t") + " FROM " + name + " t";
    }

    /** Inserts a row; where the key is taken, nothing happens. */
    public String insertAbsent() {
        return insert() + " ON CONFLICT (" + String.join(", ", keys) + ") DO NOTHING";
    }

    /** Inserts a row or replaces what the row of the same key holds. */
    public String upsert() {
        return upsert(columns.stream().filter(c -> !keys.contains(c)).toList());
    }

    /** Inserts a row or replaces these columns in the row of the same key. */
    public String upsert(List<String> replaced) {
        return insert() + " ON CONFLICT (" + String.join(", ", keys) + ") DO UPDATE SET "
                + replaced.stream().map(c -> c + " = excluded." + c).collect(Collectors.joining(", "));
    }

    /** Inserts a row. */
    public String insert() {
        return "INSERT INTO " + name + " (" + String.join(", ", columns) + ") VALUES ("
                + columns.stream().map(c -> "?").collect(Collectors.joining(", ")) + ")";
    }

    /** Replaces a row by its key; its columns have to stand in the order "all others, then the key". */
    public String update() {
        if (!columns.subList(columns.size() - keys.size(), columns.size()).equals(keys)) {
            throw new IllegalStateException("the key of " + name + " has to stand last");
        }
        return "UPDATE " + name + " SET "
                + columns.subList(0, columns.size() - keys.size()).stream()
                        .map(c -> c + " = ?")
                        .collect(Collectors.joining(", "))
                + " WHERE "
                + keys.stream().map(k -> k + " = ?").collect(Collectors.joining(" AND "));
    }

    private static List<String> names(String list) {
        return List.of(list.strip().split("\\s*,\\s*"));
    }
}
