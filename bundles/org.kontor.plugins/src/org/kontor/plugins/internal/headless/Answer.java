package org.kontor.plugins.internal.headless;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.kontor.api.account.Brand;
import org.kontor.api.id.BrandId;
import org.kontor.api.plugin.AvailablePlugin;
import org.kontor.api.plugin.InstalledPlugin;
import org.kontor.api.plugin.Plugin;
import org.kontor.api.plugin.PluginState;
import org.kontor.api.plugin.PluginUpdate;

/**
 * One thing that is answered.
 *
 * @param text for a person
 * @param fields for a program
 */
record Answer(String text, Map<String, Object> fields) {
    static Answer of(InstalledPlugin it, List<Brand> brands) {
        Map<String, Object> fields = fields(it.plugin());
        fields.put("house", it.house());
        fields.put("bundles", it.bundles().stream().sorted().toList());
        fields.put("brands", names(it.brands(), brands));
        fields.put("troubles", it.troubles().stream().map(Object::toString).toList());
        String sees = it.house()
                ? ""
                : ", brands: " + (it.brands().isEmpty() ? "none" : String.join(", ", names(it.brands(), brands)));
        String wrong =
                it.troubles().isEmpty() ? "" : ", troubles: " + it.troubles().size();
        return new Answer(line(it.plugin()) + sees + wrong, fields);
    }

    static Answer of(AvailablePlugin it) {
        Map<String, Object> fields = fields(it.plugin());
        fields.put("site", it.site().toString());
        String installed = it.installed();
        if (installed != null) {
            fields.put("installed", installed);
        }
        return new Answer(
                line(it.plugin()) + (installed == null ? "" : ", installed: " + installed) + ", from " + it.site(),
                fields);
    }

    static Answer of(PluginUpdate it) {
        Map<String, Object> fields = fields(it.to());
        fields.put("installed", it.from().version());
        fields.put("site", it.site().toString());
        return new Answer(line(it.to()) + ", installed: " + it.from().version() + ", from " + it.site(), fields);
    }

    static Answer of(PluginState it) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("state", it.id());
        fields.put("since", it.since().toString());
        fields.put("current", it.current());
        fields.put("kept", it.kept());
        fields.put("plugins", it.plugins().stream().map(Answer::fields).toList());
        String plugins = it.plugins().stream()
                .map(plugin -> plugin.id() + " " + plugin.version())
                .collect(Collectors.joining(", "));
        String mark = it.current() ? " (current)" : it.kept() ? "" : " (needs its sites)";
        return new Answer(it.id() + " " + it.since() + mark + ": " + plugins, fields);
    }

    static Answer of(String what, Plugin plugin) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("change", what);
        fields.putAll(fields(plugin));
        return new Answer(what + " " + line(plugin), fields);
    }

    private static String line(Plugin it) {
        String provider = it.provider().isEmpty() ? "" : ", " + it.provider();
        return it.id() + " " + it.version() + " (" + it.name() + provider + ")";
    }

    private static Map<String, Object> fields(Plugin it) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("id", it.id());
        fields.put("version", it.version());
        fields.put("name", it.name());
        fields.put("provider", it.provider());
        return fields;
    }

    private static List<String> names(Set<BrandId> ids, List<Brand> brands) {
        return ids.stream()
                .map(id -> brands.stream()
                        .filter(brand -> brand.id().equals(id))
                        .map(Brand::name)
                        .findFirst()
                        .orElse(id.toString()))
                .sorted()
                .toList();
    }
}
