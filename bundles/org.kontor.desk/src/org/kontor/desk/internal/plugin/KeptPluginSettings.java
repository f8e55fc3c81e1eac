package org.kontor.desk.internal.plugin;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.kontor.api.plugin.PluginPresets;
import org.kontor.api.plugin.PluginSettings;
import org.kontor.api.runner.DataFolder;
import org.kontor.api.store.UiThread;
import org.osgi.service.component.ComponentContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.FieldOption;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.osgi.service.component.annotations.ServiceScope;

/** Keeps the settings of each bundle in a file of its own below the data folder. Read once for each bundle that asks. */
@Component(scope = ServiceScope.BUNDLE)
public final class KeptPluginSettings implements PluginSettings {
    /** The folder of the files. */
    static final String FOLDER = "plugins/settings";

    private final String bundle;
    private final Path file;

    @Reference(
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY,
            fieldOption = FieldOption.REPLACE)
    private volatile List<PluginPresets> presets = List.of();

    private @Nullable Map<String, String> known;

    @Activate
    public KeptPluginSettings(ComponentContext context, @Reference DataFolder folder) {
        this(context.getUsingBundle().getSymbolicName(), folder.path(), List.of());
    }

    KeptPluginSettings(String bundle, Path folder, List<PluginPresets> presets) {
        this.bundle = bundle;
        this.file = folder.resolve(FOLDER).resolve(bundle + ".properties");
        this.presets = presets;
    }

    @Override
    public Optional<String> value(String name) {
        UiThread.forbid("PluginSettings.value");
        String kept = kept().get(name);
        if (kept != null) {
            return Optional.of(kept);
        }
        return presets.stream()
                .map(preset -> preset.of(bundle).getOrDefault(name, ""))
                .filter(value -> !value.isBlank())
                .findFirst();
    }

    @Override
    public synchronized void keep(Map<String, String> values) {
        UiThread.forbid("PluginSettings.keep");
        Map<String, String> next = new TreeMap<>(kept());
        values.forEach((name, value) -> {
            if (name.isBlank() || value.length() > LONGEST) {
                throw new IllegalArgumentException(
                        "a setting has a name and at most " + LONGEST + " characters: \"" + name + "\"");
            }
            if (value.isBlank()) {
                next.remove(name);
            } else {
                next.put(name, value);
            }
        });
        try {
            write(next);
        } catch (IOException e) {
            throw new UncheckedIOException("The settings of " + bundle + " cannot be written: " + e.getMessage(), e);
        }
        known = Map.copyOf(next);
    }

    private synchronized Map<String, String> kept() {
        Map<String, String> read = known;
        if (read == null) {
            read = read();
            known = read;
        }
        return read;
    }

    private Map<String, String> read() {
        Properties properties = new Properties();
        try (Reader in = Files.newBufferedReader(file)) {
            properties.load(in);
        } catch (NoSuchFileException e) {
            // Nothing was kept yet.
            return Map.of();
        } catch (IOException e) {
            throw new UncheckedIOException("The settings of " + bundle + " cannot be read: " + e.getMessage(), e);
        }
        Map<String, String> values = new TreeMap<>();
        properties.stringPropertyNames().forEach(name -> values.put(name, properties.getProperty(name, "")));
        return Map.copyOf(values);
    }

    /** Into a file beside it, forced to disk, then renamed: it is written whole or not at all. */
    private void write(Map<String, String> values) throws IOException {
        Files.createDirectories(file.getParent());
        Properties properties = new Properties();
        properties.putAll(values);
        Path beside = file.resolveSibling(file.getFileName() + ".new");
        try (Writer out = Files.newBufferedWriter(beside)) {
            properties.store(out, null);
        }
        try (FileChannel channel = FileChannel.open(beside, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
        Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
