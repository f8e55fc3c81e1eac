package sample.nordwind.internal;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.kontor.api.plugin.PluginSettings;

/** Settings in memory. */
final class Settings implements PluginSettings {
    private final Map<String, String> values = new HashMap<>();

    static Settings of(String name, String value) {
        Settings settings = new Settings();
        settings.keep(Map.of(name, value));
        return settings;
    }

    @Override
    public Optional<String> value(String name) {
        return Optional.ofNullable(values.get(name));
    }

    @Override
    public void keep(Map<String, String> more) {
        values.putAll(more);
        values.values().removeIf(String::isBlank);
    }
}
