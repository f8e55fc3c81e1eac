package org.kontor.store.internal.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kontor.api.id.AccountId;
import org.kontor.api.secret.SecretStore.KeyHome;
import org.kontor.api.store.StoreException;
import org.kontor.api.store.StoreException.Kind;
import org.kontor.api.store.UiThread;

/** Secrets in a sealed file. */
class SealedSecretsTest {
    private static final String NAME = SealedSecrets.NAME;
    private static final AccountId MAIL = new AccountId(0x7c2f);
    private static final AccountId OTHER = new AccountId(0x7c);

    private final Path folder;
    private final SealedSecrets secrets;

    SealedSecretsTest(@TempDir Path folder) {
        this.folder = folder;
        this.secrets = open();
    }

    private SealedSecrets open() {
        return new SealedSecrets(folder, new KeyFile(folder));
    }

    @Test
    void aSecretComesBackAlsoAfterARestart() {
        secrets.put(MAIL, "imap.password", "pässwörd \uD83D\uDD11 with\nlines");
        secrets.put(MAIL, "smtp.password", "");
        assertThat(open().get(MAIL, "imap.password")).contains("pässwörd \uD83D\uDD11 with\nlines");
        assertThat(open().get(MAIL, "smtp.password")).contains("");
        assertThat(open().get(OTHER, "imap.password")).isEmpty();
    }

    @Test
    void withoutAFileThereIsNothingAndNothingIsMade() {
        assertThat(secrets.get(MAIL, "token")).isEmpty();
        secrets.remove(MAIL, "token");
        secrets.removeAll(MAIL);
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void theLastPutCounts() {
        secrets.put(MAIL, "token", "one");
        secrets.put(MAIL, "token", "two");
        assertThat(secrets.get(MAIL, "token")).contains("two");
    }

    @Test
    void whatIsRemovedIsGoneAndOthersStay() {
        secrets.put(MAIL, "a b/c", "1");
        secrets.put(MAIL, "b", "2");
        secrets.put(OTHER, "a b/c", "3");
        secrets.remove(MAIL, "a b/c");
        assertThat(secrets.get(MAIL, "a b/c")).isEmpty();
        assertThat(secrets.get(MAIL, "b")).contains("2");
        secrets.put(MAIL, "c", "4");
        secrets.removeAll(MAIL);
        assertThat(secrets.get(MAIL, "b")).isEmpty();
        assertThat(secrets.get(MAIL, "c")).isEmpty();
        assertThat(secrets.get(OTHER, "a b/c")).contains("3");
    }

    @Test
    void noFileHoldsASecretInClear() throws Exception {
        secrets.put(MAIL, "token", "correct-horse-battery-staple");
        for (Path file : files()) {
            assertThat(Files.readString(file, StandardCharsets.ISO_8859_1)).doesNotContain("correct-horse");
        }
        assertThat(secrets.toString()).doesNotContain("correct-horse");
    }

    @Test
    void theSameSecretIsSealedDifferentlyEachTime() throws Exception {
        secrets.put(MAIL, "token", "x");
        byte[] first = Files.readAllBytes(sealed());
        secrets.put(MAIL, "token", "x");
        assertThat(Files.readAllBytes(sealed())).isNotEqualTo(first);
    }

    @Test
    void theFilesAreTheirOwnersAlone() throws Exception {
        secrets.put(MAIL, "token", "x");
        assertThat(files())
                .hasSize(2)
                .allSatisfy(file -> assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                        .isEqualTo("rw-------"));
        Files.setPosixFilePermissions(key(), PosixFilePermissions.fromString("rw-r--r--"));
        assertThat(secrets.get(MAIL, "token")).contains("x");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(key())))
                .isEqualTo("rw-------");
    }

    @Test
    void theKeysHomeIsSaidOpenly() {
        assertThat(secrets.keyHome()).isEqualTo(KeyHome.KEY_FILE);
    }

    @Test
    void anEntryCannotStandInForAnother() throws Exception {
        secrets.put(MAIL, "token", "mail");
        secrets.put(OTHER, "token", "other");
        List<String> lines = new ArrayList<>(Files.readAllLines(sealed()));
        String mail =
                lines.stream().filter(l -> l.startsWith("7c2f/")).findFirst().orElseThrow();
        lines.replaceAll(l -> l.startsWith("7c/") ? "7c/token " + mail.split(" ")[1] : l);
        Files.write(sealed(), lines);
        damaged(() -> secrets.get(OTHER, "token"), NAME);
        assertThat(secrets.get(MAIL, "token")).contains("mail");
    }

    @Test
    void everyDamageIsNoticedAndTheFileStaysAsItIs() throws Exception {
        secrets.put(MAIL, "token", "x");
        byte[] good = Files.readAllBytes(sealed());
        List<byte[]> damages = new ArrayList<>();
        for (int cut = 0; cut < good.length; cut += 7) {
            damages.add(Arrays.copyOf(good, cut));
        }
        damages.add(new byte[0]);
        damages.add("nonsense".getBytes(StandardCharsets.UTF_8));
        damages.add(new byte[] {(byte) 0xff, (byte) 0xfe, 0});
        for (byte[] damage : damages) {
            Files.write(sealed(), damage);
            damaged(() -> secrets.get(MAIL, "token"), sealed().toString());
            damaged(() -> secrets.put(OTHER, "token", "y"), "sign in");
            damaged(() -> secrets.removeAll(MAIL), NAME);
            assertThat(Files.readAllBytes(sealed())).isEqualTo(damage);
        }
        Files.write(sealed(), good);
        assertThat(secrets.get(MAIL, "token")).contains("x");
    }

    @Test
    void aLostOrForeignKeyIsNeverReplaced() throws Exception {
        secrets.put(MAIL, "token", "x");
        byte[] good = Files.readAllBytes(key());
        Files.delete(key());
        damaged(() -> secrets.get(MAIL, "token"), KeyFile.NAME);
        damaged(() -> secrets.put(MAIL, "token", "y"), KeyFile.NAME);
        assertThat(key()).doesNotExist();
        Files.write(key(), new byte[32]);
        damaged(() -> secrets.get(MAIL, "token"), "does not fit");
        damaged(() -> secrets.put(OTHER, "token", "y"), "does not fit");
        Files.write(key(), new byte[3]);
        damaged(() -> secrets.get(MAIL, "token"), "damaged");
        Files.write(key(), good);
        assertThat(secrets.get(MAIL, "token")).contains("x");
    }

    @Test
    void movingTheDamagedFileAwayBeginsAnew() throws Exception {
        secrets.put(MAIL, "token", "x");
        Files.move(sealed(), folder.resolve("away"));
        assertThat(secrets.get(MAIL, "token")).isEmpty();
        secrets.put(MAIL, "token", "again");
        assertThat(open().get(MAIL, "token")).contains("again");
    }

    @Test
    void whatAKilledProcessLeftBehindDoesNotMatter() throws Exception {
        secrets.put(MAIL, "token", "x");
        Files.writeString(folder.resolve(NAME + ".new"), "half");
        assertThat(secrets.get(MAIL, "token")).contains("x");
        secrets.put(MAIL, "token", "y");
        assertThat(secrets.get(MAIL, "token")).contains("y");
    }

    @Test
    void aFolderThatIsGoneIsNamed() throws IOException {
        Path gone = Files.createDirectory(folder.resolve("gone"));
        SealedSecrets there = new SealedSecrets(gone, new KeyFile(gone));
        Files.delete(gone);
        assertThatExceptionOfType(StoreException.class)
                .isThrownBy(() -> there.put(MAIL, "token", "x"))
                .withMessageContaining(gone.toString());
    }

    @Test
    void theUiThreadIsRefused() {
        UiThread.claim();
        try {
            assertThatExceptionOfType(IllegalStateException.class).isThrownBy(() -> secrets.get(MAIL, "token"));
            assertThatExceptionOfType(IllegalStateException.class).isThrownBy(() -> secrets.put(MAIL, "t", "x"));
        } finally {
            UiThread.release();
        }
    }

    private void damaged(ThrowingCall call, String word) {
        assertThatExceptionOfType(StoreException.class).isThrownBy(call::run).satisfies(e -> {
            assertThat(e.kind()).isEqualTo(Kind.DAMAGED);
            assertThat(e.getMessage()).contains(word);
        });
    }

    private interface ThrowingCall {
        void run() throws Exception;
    }

    private Path sealed() {
        return folder.resolve(NAME);
    }

    private Path key() {
        return folder.resolve(KeyFile.NAME);
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }
}
