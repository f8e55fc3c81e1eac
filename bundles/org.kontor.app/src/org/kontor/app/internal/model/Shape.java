package org.kontor.app.internal.model;

import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * How a record is written as JSON. By hand and not by Jackson's data binding, which would load four hundred classes at every
 * start to read three small files.
 *
 * @param write gives the fields in their order: texts, numbers, truth values, null, and lists and maps of these
 * @param read makes a record of what this or another version wrote; IllegalArgumentException if a field is something else than
 *     it should be
 */
public record Shape<T extends Record>(Function<T, Map<String, @Nullable Object>> write, Function<Fields, T> read) {}
