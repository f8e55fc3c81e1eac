package org.kontor.app.internal.model;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.kontor.api.runner.DataFolder;
import org.kontor.ui.api.state.ViewStates;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.log.Logger;
import org.osgi.service.log.LoggerFactory;

/** Keeps the states of views in a file of its own: losing it costs nobody a preference. */
@Component(service = {ViewStates.class, KeptViewStates.class})
public final class KeptViewStates implements ViewStates {
    /**
     * The file.
     *
     * @param values from the one put longest ago to the newest
     */
    record Views(List<View> values) {
        Views {
            values = List.copyOf(values);
        }
    }

    /** One value with its key. */
    record View(String key, String value) {}

    private static final Shape<Views> SHAPE = new Shape<>(KeptViewStates::fields, KeptViewStates::views);

    private final KeptRecord<Views> kept;

    @Activate
    public KeptViewStates(@Reference DataFolder folder, @Reference(service = LoggerFactory.class) Logger log) {
        kept = new KeptRecord<>(new JsonFile<>(folder.path().resolve("views.json"), SHAPE), new Views(List.of()), log);
    }

    @Override
    public Optional<String> get(String key) {
        return kept.value().values().stream()
                .filter(view -> view.key().equals(key))
                .map(View::value)
                .findFirst();
    }

    @Override
    public void put(String key, String value) {
        if (key.isBlank()) {
            throw new IllegalArgumentException("a key must not be blank");
        }
        if (value.length() > MOST_CHARACTERS) {
            throw new IllegalArgumentException(
                    key + " is to keep " + value.length() + " characters, at most " + MOST_CHARACTERS + " may be");
        }
        change(values -> {
            if (!value.equals(values.get(key))) {
                values.remove(key);
                values.put(key, value);
            }
        });
    }

    @Override
    public void remove(String key) {
        change(values -> values.remove(key));
    }

    /** Saves what is not saved yet, and returns when it is: for the end of the process. */
    public void flush() {
        kept.flush();
    }

    private static Map<String, @Nullable Object> fields(Views views) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put(
                "values", views.values().stream().map(KeptViewStates::written).toList());
        return fields;
    }

    private static Views views(Fields fields) {
        return new Views(fields.objects("values").stream()
                .flatMap(each -> view(each).stream())
                .toList());
    }

    private static Map<String, String> written(View view) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("key", view.key());
        fields.put("value", view.value());
        return fields;
    }

    private static Optional<View> view(Fields fields) {
        String key = fields.text("key");
        String value = fields.text("value");
        return key == null || value == null ? Optional.empty() : Optional.of(new View(key, value));
    }

    private void change(Consumer<LinkedHashMap<String, String>> change) {
        kept.change(before -> {
            LinkedHashMap<String, String> values = new LinkedHashMap<>();
            before.values().forEach(view -> values.put(view.key(), view.value()));
            change.accept(values);
            return new Views(values.entrySet().stream()
                    .skip(Math.max(0, values.size() - MOST_KEYS))
                    .map(entry -> new View(entry.getKey(), entry.getValue()))
                    .toList());
        });
    }
}
