package org.kontor.store.internal.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kontor.api.access.User;
import org.kontor.api.cases.Case;
import org.kontor.api.conversation.Conversation;
import org.kontor.api.store.ConversationRef;
import org.kontor.api.store.StoreException;
import org.kontor.store.Bend;
import org.kontor.store.TestGrants;
import org.kontor.store.World;
import org.kontor.store.internal.engine.StoreLog;
import org.kontor.store.internal.sql.Scripts;
import org.kontor.store.internal.sql.Times;

/** The schema's way from version to version. */
class MigrationTest {
    private static final String NEXT = """
        -- A comment; with a semicolon.
        ALTER TABLE client ADD COLUMN vat TEXT;

        CREATE TABLE later (
            brand_id INTEGER NOT NULL,
            id INTEGER NOT NULL, -- another; comment
            PRIMARY KEY (brand_id, id)
        ) STRICT;
        INSERT INTO later SELECT id, 1 FROM brand;
        """;

    private final Path folder;
    private final StoreOptions options = StoreOptions.of(InstantSource.system(), StoreLog.NONE);

    MigrationTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void aNewDatabaseNeedsNoBackup() throws Exception {
        EmbeddedStore.open(folder, options).close();
        assertThat(number("PRAGMA user_version")).isEqualTo(Migrations.bundled().size());
        assertThat(backups()).isEmpty();
    }

    @Test
    void openingAgainChangesNothing() throws Exception {
        EmbeddedStore.open(folder, options).close();
        long version = number("PRAGMA schema_version");
        EmbeddedStore.open(folder, options).close();
        assertThat(number("PRAGMA schema_version")).isEqualTo(version);
        assertThat(backups()).isEmpty();
    }

    @Test
    void dataIsCopiedAwayAndStaysWhenTheSchemaGrows() throws Exception {
        Conversation conversation = fill();
        EmbeddedStore store = EmbeddedStore.open(folder, options, () -> and(NEXT));
        holds(store, conversation);
        store.close();
        assertThat(number("PRAGMA user_version")).isEqualTo(Migrations.bundled().size() + 1);
        assertThat(number("SELECT count(*) FROM later")).isEqualTo(2);
        assertThat(backups()).hasSize(1);
        Path backup = backups().getFirst();
        assertThat(backup.getFileName().toString())
                .endsWith("-schema" + Migrations.bundled().size() + ".db");
        Path restored = Files.createDirectory(folder.resolve("restored"));
        Files.copy(backup, restored.resolve(EmbeddedStore.FILE));
        EmbeddedStore old = EmbeddedStore.open(restored, options);
        assertThat(old.check()).isEmpty();
        holds(old, conversation);
        old.close();
    }

    @Test
    void aStoreFromBeforeTheCasesKeepsItsConversationsAndTakesCases() throws Exception {
        EmbeddedStore empty =
                EmbeddedStore.open(folder, options, () -> Migrations.bundled().subList(0, 3));
        World world = World.in(empty);
        empty.close();
        Conversation old = world.conversation(world.mail, "<1@x>");
        execute("INSERT INTO conversation (brand_id, id, account_id, channel, root, visibility, customer_name, subject,"
                + " preview, state, waiting_since, due, assignee_id, send_trouble, unreadable, message_count,"
                + " last_activity, created) VALUES (" + old.brand().value() + ", "
                + old.id().value() + ", "
                + old.account().value() + ", 'mail', '<1@x>', 'PRIVATE', '', 'Re: <1@x>', 'Guten Tag, …', 'OPEN', "
                + Times.number(World.NOW) + ", " + Times.NEVER + ", 0, 0, 0, 1, " + Times.number(World.NOW) + ", "
                + Times.number(World.NOW) + ")");
        EmbeddedStore store = EmbeddedStore.open(folder, options);
        holds(store, old);
        Case opened = world.openCase(world.nordwind, 1, old);
        store.write(world.all, rows -> {
            rows.saveCase(opened);
            return 0;
        });
        holds(store, Bend.with(old, "escalated", true));
        assertThat(store.check()).isEmpty();
        store.close();
        assertThat(backups()).hasSize(1);
    }

    @Test
    void onlyTheNewestBackupsAreKept() throws Exception {
        fill();
        List<String> scripts = new ArrayList<>(Migrations.bundled());
        for (int i = 0; i < 5; i++) {
            scripts.add("CREATE TABLE t" + i + " (x INTEGER);");
            int seconds = i;
            StoreOptions later = StoreOptions.of(() -> World.NOW.plusSeconds(seconds), StoreLog.NONE);
            EmbeddedStore.open(folder, later, () -> scripts).close();
        }
        assertThat(backups())
                .hasSize(3)
                .allSatisfy(file -> assertThat(file.toString()).doesNotContain("schema1."));
    }

    @Test
    void aMigrationThatFailsHasChangedNothing() throws Exception {
        fill();
        String broken = NEXT + "INSERT INTO nowhere VALUES (1);\n";
        assertThatExceptionOfType(StoreException.class)
                .isThrownBy(() -> EmbeddedStore.open(folder, options, () -> and(broken)));
        assertThat(number("PRAGMA user_version")).isEqualTo(Migrations.bundled().size());
        assertThat(number("SELECT count(*) FROM sqlite_schema WHERE name = 'later'"))
                .isZero();
        EmbeddedStore.open(folder, options).close();
    }

    @Test
    void aDatabaseFromTheFutureIsLeftAlone() throws Exception {
        fill();
        EmbeddedStore.open(folder, options, () -> and(NEXT)).close();
        byte[] before = Files.readAllBytes(database());
        assertThatExceptionOfType(StoreException.class)
                .isThrownBy(() -> EmbeddedStore.open(folder, options))
                .withMessageContaining("newer Kontor")
                .withMessageContaining(database().toString())
                .matches(e -> e.kind() == StoreException.Kind.NEWER);
        assertThat(Files.readAllBytes(database())).isEqualTo(before);
        assertThat(backups()).hasSize(1);
    }

    @Test
    void aDatabaseOfAnotherProgramIsLeftAlone() throws Exception {
        try (Connection other = DriverManager.getConnection("jdbc:sqlite:" + database());
                Statement statement = other.createStatement()) {
            statement.execute("CREATE TABLE theirs (x)");
        }
        byte[] before = Files.readAllBytes(database());
        assertThatExceptionOfType(StoreException.class)
                .isThrownBy(() -> EmbeddedStore.open(folder, options))
                .withMessageContaining("another program");
        assertThat(Files.readAllBytes(database())).isEqualTo(before);
    }

    @Test
    void aScriptIsTakenApartAtItsSemicolons() {
        assertThat(Scripts.statements(NEXT))
                .hasSize(3)
                .allSatisfy(part -> assertThat(part).doesNotContain("A comment"));
        assertThat(Scripts.statements("-- nothing\n\n")).isEmpty();
    }

    private Conversation fill() {
        EmbeddedStore store = EmbeddedStore.open(folder, options);
        World world = World.in(store);
        Conversation conversation = world.conversation(world.mail, "<1@x>");
        world.save(store, conversation, world.message(conversation, "<1@x>", "Lena", "Hallo"));
        store.close();
        return conversation;
    }

    private static void holds(EmbeddedStore store, Conversation conversation) {
        Optional<Conversation> found = store.read(
                new TestGrants().of(User.LOCAL, conversation.brand()),
                rows -> rows.conversation(ConversationRef.of(conversation)));
        assertThat(found).contains(conversation);
    }

    private static List<String> and(String script) throws IOException {
        List<String> scripts = new ArrayList<>(Migrations.bundled());
        scripts.add(script);
        return scripts;
    }

    private Path database() {
        return folder.resolve(EmbeddedStore.FILE);
    }

    private List<Path> backups() throws Exception {
        Path backups = folder.resolve(Backups.FOLDER);
        if (!Files.exists(backups)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(backups)) {
            return files.toList();
        }
    }

    private void execute(String sql) throws Exception {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + database());
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private long number(String sql) throws Exception {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + database());
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
