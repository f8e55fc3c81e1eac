package org.kontor.desk.internal.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kontor.api.plugin.PluginSettings;

class KeptPluginSettingsTest {
    @TempDir
    Path folder;

    @Test
    void whatIsKeptIsThereAfterTheNextStart() {
        open("com.acme").keep(Map.of("address", "https://shop.example/ä", "limit", "3"));
        assertThat(open("com.acme").value("address")).contains("https://shop.example/ä");
        open("com.acme").keep(Map.of("limit", "4"));
        assertThat(open("com.acme").value("address")).contains("https://shop.example/ä");
        assertThat(open("com.acme").value("limit")).contains("4");
    }

    @Test
    void noBundleSeesWhatAnotherKeeps() {
        open("com.acme").keep(Map.of("address", "https://shop.example"));
        assertThat(open("com.other").value("address")).isEmpty();
    }

    @Test
    void aBlankValueForgets() {
        PluginSettings settings = open("com.acme");
        settings.keep(Map.of("address", "https://shop.example"));
        settings.keep(Map.of("address", " "));
        assertThat(settings.value("address")).isEmpty();
        assertThat(open("com.acme").value("address")).isEmpty();
    }

    @Test
    void aPresetHoldsUntilSomethingIsEntered() {
        PluginSettings settings = new KeptPluginSettings(
                "com.acme",
                folder,
                List.of(bundle -> Map.of("address", " "), bundle -> Map.of("address", "https://" + bundle)));
        assertThat(settings.value("address")).contains("https://com.acme");
        settings.keep(Map.of("address", "https://own.example"));
        assertThat(settings.value("address")).contains("https://own.example");
    }

    @Test
    void whatCannotBeKeptIsRefusedWhole() throws Exception {
        PluginSettings settings = open("com.acme");
        settings.keep(Map.of("address", "https://shop.example"));
        String tooLong = "x".repeat(PluginSettings.LONGEST + 1);
        assertThatThrownBy(() -> settings.keep(Map.of("address", "other", "limit", tooLong)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(settings.value("address")).contains("https://shop.example");

        Path place = folder.resolve(KeptPluginSettings.FOLDER).resolve("com.broken.properties.new");
        Files.createDirectories(place.resolve("in the way"));
        PluginSettings broken = open("com.broken");
        assertThatThrownBy(() -> broken.keep(Map.of("address", "x"))).isInstanceOf(UncheckedIOException.class);
        assertThat(broken.value("address")).isEmpty();
    }

    private PluginSettings open(String bundle) {
        return new KeptPluginSettings(bundle, folder, List.of());
    }
}
