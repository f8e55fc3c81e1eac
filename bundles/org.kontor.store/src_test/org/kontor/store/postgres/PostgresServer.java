package org.kontor.store.postgres;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.kontor.api.access.User;

/**
 * A PostgreSQL server of the system's own package, on 127.0.0.1 and a free port, with a cluster of its own in a temporary
 * folder. Prepared by {@code setup.sql}, as IT does it.
 */
public final class PostgresServer implements AutoCloseable {
    /** The role of the collector, and its password. */
    public static final String COLLECTOR = "kontor_collector";

    /** The login of a person who may do everything that the local user of an embedded store may. */
    public static final String BOSS = "kontor_boss";

    /** The role that owns the tables. */
    public static final String OWNER = "kontor_owner";

    /** Everybody's password. */
    public static final String PASSWORD = "secret of 'the' \\team";

    private static final String SUPERUSER = "postgres";
    /** A database with the schema and nothing in it, from which others are made. */
    public static final String TEMPLATE = "kontor_template";

    private final Path bin;
    private final Path folder;
    private final int port;
    private final List<String> settings;
    private final AtomicInteger databases = new AtomicInteger();

    private PostgresServer(Path bin, Path folder, int port, List<String> settings) {
        this.bin = bin;
        this.folder = folder;
        this.port = port;
        this.settings = settings;
    }

    /** Where the newest installed server's programs are; empty where none is installed. */
    public static Optional<Path> programs() {
        Path all = Path.of("/usr/lib/postgresql");
        List<Path> found = new ArrayList<>();
        if (Files.isDirectory(all)) {
            try (DirectoryStream<Path> versions = Files.newDirectoryStream(all)) {
                for (Path version : versions) {
                    if (Files.isExecutable(version.resolve("bin/initdb"))) {
                        found.add(version.resolve("bin"));
                    }
                }
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        }
        return found.stream().max(Comparator.comparing(Path::toString));
    }

    /** Starts a server that forgets everything when the machine fails, for speed. */
    public static PostgresServer startFast() throws Exception {
        return start(List.of("fsync=off", "full_page_writes=off", "autovacuum=off", "deadlock_timeout=100ms"));
    }

    /** Starts a server that keeps what it has acknowledged, whatever happens to it. */
    public static PostgresServer startDurable() throws Exception {
        return start(List.of("fsync=on"));
    }

    private static PostgresServer start(List<String> settings) throws Exception {
        Path bin = programs().orElseThrow(() -> new IllegalStateException("no PostgreSQL is installed"));
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        Path folder = Files.createTempDirectory("kontor-pg");
        PostgresServer server = new PostgresServer(bin, folder, port, settings);
        Runtime.getRuntime().addShutdownHook(new Thread(server::endWithTheRun));
        try {
            server.prepare();
            return server;
        } catch (Exception e) {
            server.close();
            throw e;
        }
    }

    private void prepare() throws Exception {
        if (isRoot()) {
            run("chown", SUPERUSER, folder.toString());
        }
        runAs(program("initdb"), "-D", data(), "-U", SUPERUSER, "-A", "trust", "-E", "UTF8", "--locale=C", "--no-sync");
        Path rules = folder.resolve("hba.conf");
        Files.writeString(rules, """
            host all postgres 127.0.0.1/32 trust
            host all all 127.0.0.1/32 scram-sha-256
            """);
        startAgain();
        setUp(TEMPLATE);
        PostgresStore.open(hosts(), TEMPLATE, COLLECTOR, PASSWORD).close();
        execute(TEMPLATE, "CREATE ROLE " + BOSS + " LOGIN PASSWORD " + literal(PASSWORD) + " IN ROLE kontor_admin");
        execute(TEMPLATE, "INSERT INTO kontor.user_role VALUES ('" + BOSS + "', " + User.LOCAL.value() + ")");
    }

    /** Prepares a database by {@code setup.sql}; once for each server. */
    private void setUp(String database) throws Exception {
        psql(
                "postgres",
                "setup.sql",
                "database=" + database,
                "owner_password=" + PASSWORD,
                "collector_password=" + PASSWORD);
    }

    /** Runs a script of the bundle by psql, as the superuser. */
    public void psql(String database, String script, String... variables) throws Exception {
        Path file = folder.resolve(script);
        try (InputStream in = PostgresServer.class.getResourceAsStream("/migrations/postgres/" + script)) {
            if (in == null) {
                throw new IOException("no such script: " + script);
            }
            Files.copy(in, file, StandardCopyOption.REPLACE_EXISTING);
        }
        List<String> command = new ArrayList<>(List.of(
                program("psql"),
                "-X",
                "-q",
                "-h",
                "127.0.0.1",
                "-p",
                String.valueOf(port),
                "-U",
                SUPERUSER,
                "-d",
                database));
        for (String variable : variables) {
            command.addAll(List.of("-v", variable));
        }
        command.addAll(List.of("-f", file.toString()));
        run(command.toArray(String[]::new));
    }

    /** Starts the server, which does not run; waits until it takes connections. */
    public void startAgain() throws Exception {
        StringBuilder options = new StringBuilder("-p " + port + " -c listen_addresses=127.0.0.1"
                + " -c unix_socket_directories=" + folder + " -c max_connections=200 -c shared_buffers=64MB"
                + " -c hba_file=" + folder.resolve("hba.conf"));
        settings.forEach(setting -> options.append(" -c ").append(setting));
        runAs(
                program("pg_ctl"),
                "-D",
                data(),
                "-w",
                "-t",
                "120",
                "-l",
                folder.resolve("log").toString(),
                "-o",
                options.toString(),
                "start");
    }

    /** Kills the server as kill -9 does, and waits until it is gone. */
    public void kill() throws Exception {
        ProcessHandle server = process();
        List<ProcessHandle> children = server.children().toList();
        server.destroyForcibly();
        server.onExit().get(60, TimeUnit.SECONDS);
        // They notice by themselves, but while one is left the data cannot be used.
        for (ProcessHandle child : children) {
            child.onExit().get(60, TimeUnit.SECONDS);
        }
    }

    /** Ends the server in an orderly way, breaking all connections. */
    public void stop() throws Exception {
        ProcessHandle server = process();
        run("kill", "-INT", String.valueOf(server.pid()));
        server.onExit().get(60, TimeUnit.SECONDS);
    }

    /** Where a run is broken off nobody closes the server; what is in it is of no use to anyone. */
    private void endWithTheRun() {
        try {
            if (Files.exists(folder.resolve("data/postmaster.pid"))) {
                process().destroyForcibly();
            }
        } catch (IOException | NoSuchElementException e) {
            System.err.println("PostgreSQL in " + folder + " may still run: " + e);
        }
    }

    private ProcessHandle process() throws IOException {
        try (Stream<String> lines = Files.lines(folder.resolve("data/postmaster.pid"))) {
            long pid = Long.parseLong(lines.findFirst().orElseThrow().strip());
            return ProcessHandle.of(pid).orElseThrow();
        }
    }

    /** Host and port. */
    public String hosts() {
        return "127.0.0.1:" + port;
    }

    /** Makes a database with the schema and nothing in it; returns its name. */
    public String newDatabase() throws SQLException {
        String name = "kontor_" + databases.incrementAndGet();
        execute("postgres", "CREATE DATABASE " + name + " TEMPLATE " + TEMPLATE + " OWNER " + OWNER);
        return name;
    }

    /** Takes all rows of brands, and the brands, out of a database. */
    public void empty(String database) throws SQLException {
        List<String> filled = query(database, """
            SELECT 'DELETE FROM kontor.' || relname FROM pg_class c WHERE relnamespace = 'kontor'::regnamespace
                AND relkind IN ('r', 'p') AND NOT relispartition
                AND relname NOT IN ('app_user', 'user_role', 'node_lease', 'write_token', 'schema_version')\
            """);
        execute(
                database,
                "SET session_replication_role = replica; " + String.join("; ", filled)
                        + "; ALTER SEQUENCE kontor.change_log_seq RESTART");
    }

    /** Makes a database with an empty schema; returns its name. */
    public String newBareDatabase() throws SQLException {
        String name = "bare_" + databases.incrementAndGet();
        execute("postgres", "CREATE DATABASE " + name + " TEMPLATE template0 OWNER " + OWNER);
        execute(name, "CREATE SCHEMA kontor AUTHORIZATION " + OWNER);
        return name;
    }

    /** Takes a database away. */
    public void drop(String database) throws SQLException {
        execute("postgres", "DROP DATABASE " + database + " WITH (FORCE)");
    }

    /** A connection as the superuser. */
    public Connection superuser(String database) throws SQLException {
        return connect(database, SUPERUSER);
    }

    /** A connection as any role. */
    public Connection connect(String database, String role) throws SQLException {
        return DriverManager.getConnection(
                "jdbc:postgresql://" + hosts() + "/" + database + "?currentSchema=kontor", role, PASSWORD);
    }

    /** Runs a statement as the superuser. */
    public void execute(String database, String sql) throws SQLException {
        try (Connection connection = superuser(database);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** The first column of what a query finds, as the superuser. */
    public List<String> query(String database, String sql) throws SQLException {
        List<String> found = new ArrayList<>();
        try (Connection connection = superuser(database);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                found.add(rows.getString(1));
            }
        }
        return found;
    }

    private static String literal(String text) {
        return "E'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
    }

    private String program(String name) {
        return bin.resolve(name).toString();
    }

    private String data() {
        return folder.resolve("data").toString();
    }

    private static boolean isRoot() {
        return "root".equals(System.getProperty("user.name"));
    }

    /** As somebody without power over the system: the server refuses to run as root. */
    private void runAs(String... command) throws Exception {
        List<String> whole = new ArrayList<>(isRoot() ? List.of("runuser", "-u", SUPERUSER, "--") : List.of());
        whole.addAll(List.of(command));
        run(whole.toArray(String[]::new));
    }

    private void run(String... command) throws Exception {
        Path output = Files.createTempFile("kontor-pg", ".out");
        try {
            Process process = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start();
            if (!process.waitFor(180, TimeUnit.SECONDS) || process.exitValue() != 0) {
                process.destroyForcibly();
                throw new IOException(command[0] + " failed: " + Files.readString(output, StandardCharsets.UTF_8));
            }
        } finally {
            Files.delete(output);
        }
    }

    /** Ends the server and takes its folder away. */
    @Override
    public void close() throws Exception {
        if (Files.exists(folder.resolve("data/postmaster.pid"))) {
            stop();
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
