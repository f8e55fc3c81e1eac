package org.kontor.app.internal.model;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The fields of an object in a file of JSON. What is absent reads as null, as nothing or as false: a file of an older version lacks
 * what came later. Every method throws IllegalArgumentException, naming the field, if it holds something else.
 */
public final class Fields {
    private final Map<?, ?> values;

    Fields(Map<?, ?> values) {
        this.values = values;
    }

    @Nullable
    String text(String name) {
        Object value = values.get(name);
        return value == null ? null : as(name, value, String.class);
    }

    boolean yes(String name) {
        return value(name, Boolean.class).orElse(false);
    }

    int number(String name) {
        return value(name, Number.class).map(number -> whole(name, number)).orElse(0);
    }

    Optional<Fields> object(String name) {
        return value(name, Map.class).map(map -> new Fields((Map<?, ?>) map));
    }

    List<Fields> objects(String name) {
        List<Fields> objects = new ArrayList<>();
        for (Object each : value(name, List.class).orElse(List.of())) {
            objects.add(new Fields(as(name, each, Map.class)));
        }
        return objects;
    }

    List<Long> longs(String name) {
        List<Long> longs = new ArrayList<>();
        for (Object each : value(name, List.class).orElse(List.of())) {
            longs.add(as(name, each, Number.class).longValue());
        }
        return longs;
    }

    Map<String, Integer> numbers(String name) {
        Map<String, Integer> numbers = new LinkedHashMap<>();
        for (Map.Entry<?, ?> each : ((Map<?, ?>) value(name, Map.class).orElse(Map.of())).entrySet()) {
            numbers.put(String.valueOf(each.getKey()), whole(name, as(name, each.getValue(), Number.class)));
        }
        return numbers;
    }

    private <T> Optional<T> value(String name, Class<T> type) {
        Object value = values.get(name);
        return value == null ? Optional.empty() : Optional.of(as(name, value, type));
    }

    private static <T> T as(String name, @Nullable Object value, Class<T> type) {
        if (!type.isInstance(value)) {
            throw new IllegalArgumentException(
                    "\"" + name + "\" holds " + value + " instead of a " + type.getSimpleName());
        }
        return type.cast(value);
    }

    private static int whole(String name, Number number) {
        if (number.intValue() != number.longValue()) {
            throw new IllegalArgumentException("\"" + name + "\" holds " + number + ", which is too large");
        }
        return number.intValue();
    }
}
