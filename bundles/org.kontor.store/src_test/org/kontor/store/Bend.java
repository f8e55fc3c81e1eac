package org.kontor.store;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Copies a record with some of its components changed. */
public final class Bend {
    private Bend() {}

    /**
     * A copy of {@code record}.
     *
     * @param changes name and new value in turns
     */
    public static <R extends Record> R with(R record, @Nullable Object... changes) {
        Map<String, @Nullable Object> wanted = new HashMap<>();
        for (int i = 0; i < changes.length; i += 2) {
            wanted.put(String.valueOf(changes[i]), changes[i + 1]);
        }
        RecordComponent[] parts = record.getClass().getRecordComponents();
        @Nullable Object[] values = new @Nullable Object[parts.length];
        try {
            for (int i = 0; i < parts.length; i++) {
                String name = parts[i].getName();
                values[i] = wanted.containsKey(name)
                        ? wanted.remove(name)
                        : parts[i].getAccessor().invoke(record);
            }
            if (!wanted.isEmpty()) {
                throw new IllegalArgumentException("no such components: " + wanted.keySet());
            }
            Class<?>[] types =
                    Arrays.stream(parts).map(RecordComponent::getType).toArray(Class<?>[]::new);
            @SuppressWarnings("unchecked")
            Class<R> type = (Class<R>) record.getClass();
            return type.getDeclaredConstructor(types).newInstance(values);
        } catch (InvocationTargetException e) {
            throw new IllegalArgumentException(e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
