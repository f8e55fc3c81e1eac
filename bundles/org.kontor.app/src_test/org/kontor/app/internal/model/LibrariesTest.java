package org.kontor.app.internal.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.kontor.app.internal.model.Libraries.Library;

class LibrariesTest {
    private static final Map<String, String> KNOWN = Map.of("org.jsoup", "MIT");

    @Test
    void theListThatShipsIsUnderstood() throws IOException {
        Map<String, String> licences = Libraries.read(
                Files.readString(Path.of("../../features/org.kontor.feature/rootfiles/all/THIRD-PARTY.md")));
        assertThat(licences)
                .containsEntry("com.squareup.okhttp3", "Apache-2.0")
                .containsEntry("org.eclipse.swt", "EPL-2.0")
                .doesNotContainKeys("Bundle", "---")
                .hasSizeGreaterThan(50);
    }

    @Test
    void whatWasLookedUpCountsMoreThanTheManifest() {
        assertThat(Libraries.library("org.jsoup", "1.24.1", "https://jsoup.org/license", KNOWN)
                        .licence())
                .isEqualTo("MIT");
        assertThat(Libraries.library("org.example", "1.0.0", "Apache-2.0;link=\"x\",MIT", KNOWN)
                        .licence())
                .isEqualTo("Apache-2.0");
        assertThat(Libraries.library("org.kontor.desk", "0.1.0", null, KNOWN).licence())
                .isEqualTo("EPL-2.0");
        assertThat(Libraries.library("org.example", "1.0.0", null, KNOWN).licence())
                .isEmpty();
    }

    @Test
    void oneIsFoundByNameOrLicence() {
        Library jsoup = new Library("org.jsoup", "1.24.1", "MIT");
        Library swt = new Library("org.eclipse.swt", "3.133.0", "EPL-2.0");
        Libraries libraries = new Libraries(List.of(jsoup, swt));
        assertThat(libraries.all()).containsExactly(swt, jsoup);
        assertThat(libraries.matching("mit")).containsExactly(jsoup);
        assertThat(libraries.matching("org epl")).containsExactly(swt);
        assertThat(libraries.matching("")).hasSize(2);
        assertThat(libraries.text()).isEqualTo("org.eclipse.swt  3.133.0  ·  EPL-2.0\norg.jsoup  1.24.1  ·  MIT");
    }
}
