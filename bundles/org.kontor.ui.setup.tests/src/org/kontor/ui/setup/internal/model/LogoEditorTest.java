package org.kontor.ui.setup.internal.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kontor.api.account.Brand;
import org.kontor.api.desk.Setup;

class LogoEditorTest {
    private static final Messages ENGLISH = Messages.of(Locale.ENGLISH);

    private final FakeHouse house = new FakeHouse();
    private final HandWork work = new HandWork();
    private final Brand brand = house.brand("Nordwind", "#c2410c");
    private final LogoEditor editor = new LogoEditor(house.services(work), ENGLISH, brand.id(), () -> {});
    private final Path folder;

    LogoEditorTest(@TempDir Path folder) {
        this.folder = folder;
    }

    private Path file(String name, byte... content) throws IOException {
        return Files.write(folder.resolve(name), content);
    }

    @Test
    void aPictureIsKeptShownAndTakenAway() throws IOException {
        editor.show();
        work.doAll();
        assertThat(editor.picture()).isEmpty();
        editor.choose(file("logo.png", (byte) 1, (byte) 2));
        assertThat(editor.busy()).isTrue();
        work.doAll();
        assertThat(editor.busy()).isFalse();
        assertThat(editor.picture()).hasValue(new byte[] {1, 2});
        assertThat(editor.remark()).isEqualTo(ENGLISH.text("logo.KEPT"));
        editor.remove();
        work.doAll();
        assertThat(editor.picture()).isEmpty();
        assertThat(house.logos).isEmpty();
    }

    @Test
    void whatIsWrongIsSaidAndTheOldOneStays() throws IOException {
        house.logos.put(brand.id(), new byte[] {9, 9});
        editor.show();
        work.doAll();
        editor.choose(file("text.png", (byte) 1));
        work.doAll();
        assertThat(editor.wrong()).isTrue();
        assertThat(editor.remark()).isEqualTo(ENGLISH.text("logo.NO_PICTURE"));
        Path large = folder.resolve("large.png");
        try (RandomAccessFile sparse = new RandomAccessFile(large.toFile(), "rw")) {
            sparse.setLength(Setup.MOST_LOGO_BYTES + 1L);
        }
        editor.choose(large);
        work.doAll();
        assertThat(editor.remark()).isEqualTo(ENGLISH.text("logo.TOO_LARGE"));
        assertThat(editor.picture()).hasValue(new byte[] {9, 9});
    }

    @Test
    void aFileThatIsGoneIsSaidToBe() {
        editor.choose(folder.resolve("gone.png"));
        work.doAll();
        assertThat(editor.wrong()).isTrue();
        assertThat(editor.busy()).isFalse();
    }
}
