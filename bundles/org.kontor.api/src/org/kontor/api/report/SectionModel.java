package org.kontor.api.report;

import java.util.List;

/**
 * A table that a report section contributes; the window and the exports draw it.
 *
 * @param title in the language of the request, not blank
 * @param definition what the numbers mean, in a sentence; may be empty
 * @param columns the heads of the columns of numbers
 * @param rows from top to bottom; at most {@value #MOST_ROWS} are shown
 * @since 0.1
 */
public record SectionModel(String title, String definition, List<String> columns, List<Row> rows) {
    /** More rows than that are left out. */
    public static final int MOST_ROWS = 100;

    /**
     * One row.
     *
     * @param label may be empty
     * @param values one for each column
     */
    public record Row(String label, List<Value> values) {
        public Row {
            values = List.copyOf(values);
        }
    }

    public SectionModel {
        if (title.isBlank()) {
            throw new IllegalArgumentException("title must not be blank");
        }
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
        for (Row row : rows) {
            if (row.values().size() != columns.size()) {
                throw new IllegalArgumentException("a row has a value for each column: " + row.label());
            }
        }
    }
}
