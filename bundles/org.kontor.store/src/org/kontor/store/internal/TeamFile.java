package org.kontor.store.internal;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.kontor.api.id.AccountId;
import org.kontor.api.runner.DataFolder;
import org.kontor.api.secret.SecretStore;
import org.kontor.api.store.StoreException;
import org.kontor.api.store.StoreException.Kind;
import org.kontor.api.store.TeamDatabase;
import org.kontor.api.store.UiThread;
import org.kontor.store.internal.engine.StoreLog;
import org.kontor.store.internal.file.FileFaults;
import org.kontor.store.internal.file.OwnerFiles;
import org.kontor.store.internal.postgres.TeamOptions;
import org.kontor.store.internal.postgres.TeamOptions.Login;
import org.kontor.store.internal.postgres.TeamStore;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * The team's database in {@code team.properties} of the data folder, which IT may put there, and its password with the other
 * secrets. A demo has its own file always.
 */
@Component(service = {TeamDatabase.class, TeamFile.class})
public final class TeamFile implements TeamDatabase {
    static final String FILE = "team.properties";
    /** Gives the password at the first start, where IT sets workbenches up. */
    static final String VARIABLE = "KONTOR_TEAM_PASSWORD";

    private static final String PASSWORD = "team.password";
    /** Somebody waits for the answer. */
    private static final Duration TEST = Duration.ofSeconds(2);
    /** The workbench's own secrets: no account has this number. */
    private static final AccountId WORKBENCH = new AccountId(0);

    private final Path file;
    private final boolean demo;
    private final SecretStore secrets;

    @Activate
    public TeamFile(@Reference DataFolder folder, @Reference SecretStore secrets) {
        this.file = folder.path().resolve(FILE);
        this.demo = folder.demo();
        this.secrets = secrets;
    }

    @Override
    public boolean offered() {
        return !demo;
    }

    @Override
    public Optional<Address> address() {
        UiThread.forbid("TeamDatabase.address");
        if (demo) {
            return Optional.empty();
        }
        Properties lines = new Properties();
        try {
            lines.load(new StringReader(Files.readString(file, StandardCharsets.UTF_8)));
            return Optional.of(new Address(
                    lines.getProperty("hosts", ""), lines.getProperty("database", ""), lines.getProperty("login", "")));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IllegalArgumentException e) {
            // Not the file instead: whoever works in the wrong one answers nobody.
            throw new StoreException(
                    Kind.OTHER,
                    "The file " + file + " has to name hosts, database and login of the team database. Mend it, or"
                            + " take it away to work with this machine's own data.",
                    e);
        } catch (IOException e) {
            throw new FileFaults(file).of(e);
        }
    }

    @Override
    public boolean passwordKept() {
        return secrets.get(WORKBENCH, PASSWORD).isPresent();
    }

    @Override
    public void test(Address address, @Nullable String password) {
        TeamStore.open(options(address, password == null ? password() : password, StoreLog.NONE)
                        .patient(TEST))
                .close();
    }

    @Override
    public synchronized void use(Address address, @Nullable String password) {
        UiThread.forbid("TeamDatabase.use");
        if (password != null) {
            secrets.put(WORKBENCH, PASSWORD, password);
        }
        write("hosts=" + escaped(address.hosts()) + "\ndatabase=" + escaped(address.database()) + "\nlogin="
                + escaped(address.login()) + "\n");
    }

    private static String escaped(String value) {
        return value.strip().replace("\\", "\\\\");
    }

    private void write(String lines) {
        try {
            OwnerFiles.write(file, lines.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new FileFaults(file).of(e);
        }
    }

    @Override
    public synchronized void leave() {
        UiThread.forbid("TeamDatabase.leave");
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new FileFaults(file).of(e);
        }
        secrets.remove(WORKBENCH, PASSWORD);
    }

    /** How to open the database at {@code address}, for this workbench. */
    TeamOptions options(Address address, StoreLog log) {
        return options(address, password(), log);
    }

    private static TeamOptions options(Address address, String password, StoreLog log) {
        return TeamOptions.of(
                new TeamOptions.Address(address.hosts(), address.database()),
                new Login(address.login(), password),
                InstantSource.system(),
                log);
    }

    private String password() {
        Optional<String> kept = secrets.get(WORKBENCH, PASSWORD);
        if (kept.isPresent()) {
            return kept.get();
        }
        String given = System.getenv(VARIABLE);
        if (given != null && !given.isEmpty()) {
            secrets.put(WORKBENCH, PASSWORD, given);
            return given;
        }
        return "";
    }
}
