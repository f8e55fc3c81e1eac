package org.kontor.store.internal.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.kontor.store.World.NOW;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kontor.api.access.Scope;
import org.kontor.api.access.User;
import org.kontor.api.conversation.Conversation;
import org.kontor.api.id.AccountId;
import org.kontor.api.store.ConversationRef;
import org.kontor.api.store.InboxQuery;
import org.kontor.api.store.Queue;
import org.kontor.api.store.StoreException;
import org.kontor.api.store.StoreException.Kind;
import org.kontor.store.World;
import org.kontor.store.internal.engine.StoreLog;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** What goes wrong with disks and files gets a clear word, and the data is not made worse. */
class FaultTest {
    private final Path folder;
    private final StoreOptions options = StoreOptions.of(InstantSource.system(), StoreLog.NONE);

    FaultTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void aSecondStoreOfTheFolderIsRefused() {
        EmbeddedStore first = EmbeddedStore.open(folder, options);
        refused(
                Kind.LOCKED,
                folder.toString(),
                "process " + ProcessHandle.current().pid());
        first.close();
        EmbeddedStore.open(folder, options).close();
    }

    @Test
    void anotherProcessIsNamedAndItsDeathLetsGo() throws Exception {
        Process other = ChildJvm.start(FolderHolder.class, folder.toString());
        try (BufferedReader out = other.inputReader()) {
            assertThat(out.readLine()).isEqualTo("open");
            long begun = System.nanoTime();
            refused(Kind.LOCKED, folder.toString(), "process " + other.pid(), "--data");
            assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(5));
            other.destroyForcibly();
            assertThat(other.waitFor(30, TimeUnit.SECONDS)).isTrue();
        } finally {
            other.destroyForcibly();
        }
        EmbeddedStore store = EmbeddedStore.open(folder, options);
        assertThat(store.check()).isEmpty();
        store.close();
    }

    /** Opens the store of a folder and keeps it. */
    static final class FolderHolder {
        public static void main(String[] args) throws Exception {
            EmbeddedStore.open(Path.of(args[0]), StoreOptions.of(InstantSource.system(), StoreLog.NONE));
            System.out.println("open");
            System.out.flush();
            Thread.currentThread().join();
        }
    }

    @Test
    void aFileThatIsNoDatabaseIsLeftAlone() throws Exception {
        Path file = folder.resolve(EmbeddedStore.FILE);
        byte[] garbage = "this is a letter to the editor\n".repeat(500).getBytes();
        Files.write(file, garbage);
        refused(Kind.DAMAGED, file.toString(), "backup");
        assertThat(Files.readAllBytes(file)).isEqualTo(garbage);
    }

    @Test
    void aFolderThatIsNotThereIsNamed() {
        Path missing = folder.resolve("missing");
        assertThatExceptionOfType(StoreException.class)
                .isThrownBy(() -> EmbeddedStore.open(missing, options))
                .withMessageContaining(missing.toString())
                .matches(e -> e.kind() == Kind.UNREACHABLE);
    }

    @Test
    void aFolderThatMayOnlyBeReadIsNamed() throws Exception {
        Path readOnly = Files.createDirectory(folder.resolve("read-only"));
        Files.setPosixFilePermissions(readOnly, PosixFilePermissions.fromString("r-xr-xr-x"));
        // Root may write everywhere but into the kernel's own folders.
        Path tried = Files.isWritable(readOnly) ? Path.of("/sys/kernel") : readOnly;
        assertThatExceptionOfType(StoreException.class)
                .isThrownBy(() -> EmbeddedStore.open(tried, options))
                .withMessageContaining(tried.toString())
                .withMessageContaining("may only be read")
                .matches(e -> e.kind() == Kind.READ_ONLY);
    }

    @Test
    void aFullDiskStopsWritingAndLosesNothing() {
        EmbeddedStore store = EmbeddedStore.open(
                folder, new StoreOptions(InstantSource.system(), StoreLog.NONE, 2, Duration.ofSeconds(1), 400, ""));
        World world = World.in(store);
        List<Conversation> kept = new ArrayList<>();
        StoreException full = null;
        for (int i = 0; i < 10_000 && full == null; i++) {
            Conversation conversation = world.conversation(world.mail, "<" + i + "@x>");
            try {
                world.save(
                        store, conversation, world.message(conversation, "<" + i + "@x>", "Lena", "Wort ".repeat(200)));
                kept.add(conversation);
            } catch (StoreException e) {
                full = e;
            }
        }
        assertThat(full).isNotNull().satisfies(e -> {
            assertThat(e.kind()).isEqualTo(Kind.DISK_FULL);
            assertThat(e).hasMessageContaining(folder.toString()).hasMessageContaining("full");
        });
        assertThat(kept).hasSizeGreaterThan(10);
        all(store, world, kept);
        store.close();
        EmbeddedStore roomy = EmbeddedStore.open(folder, options);
        assertThat(roomy.check()).isEmpty();
        all(roomy, world, kept);
        world.save(roomy, world.conversation(world.mail, "<after@x>"));
        roomy.close();
    }

    private static void all(EmbeddedStore store, World world, List<Conversation> kept) {
        List<Conversation> found = store.read(
                world.all,
                rows -> rows.conversations(
                        kept.stream().map(ConversationRef::of).toList()));
        assertThat(found).containsExactlyInAnyOrderElementsOf(kept);
    }

    @Test
    void aDamagedPageStopsAllWriting() throws Exception {
        World world = filled(3_000);
        Path file = folder.resolve(EmbeddedStore.FILE);
        // From the second half of the file on: the catalogue stays readable, rows do not.
        try (RandomAccessFile damage = new RandomAccessFile(file.toFile(), "rw")) {
            long half = damage.length() / 2 / 4096 * 4096;
            damage.seek(half);
            damage.write("damaged!".repeat(512 * 100).getBytes());
        }
        byte[] before = Files.readAllBytes(file);
        EmbeddedStore store = EmbeddedStore.open(folder, options);
        assertThat(store.check()).isNotEmpty();
        assertThatExceptionOfType(StoreException.class)
                .isThrownBy(() -> readEverything(store, world.all))
                .withMessageContaining(file.toString())
                .withMessageContaining("backup")
                .matches(e -> e.kind() == Kind.DAMAGED);
        assertThatExceptionOfType(StoreException.class)
                .isThrownBy(() -> world.save(store, world.conversation(world.mail, "<after@x>")))
                .matches(e -> e.kind() == Kind.DAMAGED);
        store.close();
        assertThat(Files.readAllBytes(file)).isEqualTo(before);
    }

    private static void readEverything(EmbeddedStore store, Scope scope) {
        store.read(scope, rows -> {
            var index = rows.index(InboxQuery.of(Queue.ALL), 100_000);
            for (ConversationRef ref : index.range(0, index.size())) {
                rows.messages(ref);
                rows.conversation(ref);
            }
            return rows.waiting(scope.brands().iterator().next(), new AccountId(1), 10);
        });
    }

    @Test
    void anotherProgramsLockIsNamedAndPasses() throws Exception {
        EmbeddedStore store = EmbeddedStore.open(
                folder, new StoreOptions(InstantSource.system(), StoreLog.NONE, 2, Duration.ofMillis(50), 0, ""));
        World world = World.in(store);
        try (Connection other = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve(EmbeddedStore.FILE));
                Statement statement = other.createStatement()) {
            statement.execute("BEGIN IMMEDIATE");
            assertThatExceptionOfType(StoreException.class)
                    .isThrownBy(() -> world.save(store, world.conversation(world.mail, "<1@x>")))
                    .withMessageContaining("Another program")
                    .matches(e -> e.kind() == Kind.LOCKED);
            statement.execute("ROLLBACK");
        }
        world.save(store, world.conversation(world.mail, "<2@x>"));
        store.close();
    }

    @Test
    void aClosedStoreSaysSo() {
        EmbeddedStore store = EmbeddedStore.open(folder, options);
        store.close();
        store.close();
        Scope scope = new World().grants.agency(User.LOCAL);
        assertThatExceptionOfType(StoreException.class)
                .isThrownBy(() -> store.read(scope, rows -> rows.brands()))
                .withMessageContaining("closed");
        assertThatExceptionOfType(StoreException.class).isThrownBy(() -> store.write(scope, rows -> rows.brands()));
    }

    @ParameterizedTest
    @CsvSource({
        "SQLITE_FULL, DISK_FULL",
        "SQLITE_READONLY, READ_ONLY",
        "SQLITE_READONLY_DIRECTORY, READ_ONLY",
        "SQLITE_BUSY, LOCKED",
        "SQLITE_LOCKED, LOCKED",
        "SQLITE_CORRUPT, DAMAGED",
        "SQLITE_CORRUPT_VTAB, DAMAGED",
        "SQLITE_NOTADB, DAMAGED",
        "SQLITE_CANTOPEN, UNREACHABLE",
        "SQLITE_IOERR_FSYNC, UNREACHABLE",
        "SQLITE_CONSTRAINT_UNIQUE, OTHER"
    })
    void eachFaultOfTheEngineHasItsKind(SQLiteErrorCode code, Kind kind) {
        Path file = folder.resolve(EmbeddedStore.FILE);
        StoreException fault = new Faults(file).of(new SQLiteException("x", code));
        assertThat(fault.kind()).isEqualTo(kind);
        assertThat(fault.getMessage()).contains(folder.toString());
    }

    @Test
    void eachFaultOfTheFileSystemHasItsKind() {
        Faults faults = new Faults(folder.resolve(EmbeddedStore.FILE));
        assertThat(faults.of(new AccessDeniedException("x")).kind()).isEqualTo(Kind.READ_ONLY);
        assertThat(faults.of(new FileSystemException("x", null, "Read-only file system"))
                        .kind())
                .isEqualTo(Kind.READ_ONLY);
        assertThat(faults.of(new FileSystemException("x", null, "No space left on device"))
                        .kind())
                .isEqualTo(Kind.DISK_FULL);
        assertThat(faults.of(new IOException("x")).kind()).isEqualTo(Kind.UNREACHABLE);
    }

    private World filled(int conversations) {
        EmbeddedStore store = EmbeddedStore.open(folder, options);
        World world = World.in(store);
        store.write(world.all, rows -> {
            for (int i = 0; i < conversations; i++) {
                Conversation conversation = world.conversation(world.mail, "<" + i + "@x>");
                rows.saveConversations(List.of(conversation));
                rows.saveMessages(
                        List.of(world.message(conversation, "<" + i + "@x>", "Lena", "Wort " + i, NOW, List.of())));
            }
            return 0;
        });
        store.close();
        return world;
    }

    private void refused(Kind kind, String... words) {
        assertThatExceptionOfType(StoreException.class)
                .isThrownBy(() -> EmbeddedStore.open(folder, options))
                .satisfies(e -> {
                    assertThat(e.kind()).isEqualTo(kind);
                    assertThat(e.getMessage()).contains(words);
                });
    }
}
