package org.kontor.channel.http.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.PasswordAuthentication;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kontor.api.id.AccountId;
import org.kontor.api.network.Network;
import org.kontor.api.network.NetworkSettings;
import org.kontor.api.network.NetworkSettings.Way;
import org.kontor.api.runner.DataFolder;
import org.kontor.api.secret.SecretStore;
import org.kontor.api.store.UiThread;
import org.kontor.channel.http.Json;
import org.kontor.channel.http.NetworkPreferences;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.log.Logger;
import org.osgi.service.log.LoggerFactory;

/** Keeps the settings in a file of the data folder and the proxy's password with the other secrets. Read once. */
@Component
public final class KeptNetwork implements Network, NetworkPreferences {
    static final String FILE = "network.json";
    static final String PASSWORD = "proxy.password";
    /** The workbench's own secrets: no account has this number. */
    static final AccountId WORKBENCH = new AccountId(0);

    private final Path file;
    private final SecretStore secrets;
    private final Logger logger;
    private volatile @Nullable Kept kept;

    /** What is set, with the password where there is one. */
    private record Kept(NetworkSettings settings, Optional<String> password) {
        @Override
        public String toString() {
            return settings.toString();
        }
    }

    @Activate
    public KeptNetwork(
            @Reference DataFolder folder,
            @Reference SecretStore secrets,
            @Reference(service = LoggerFactory.class) Logger logger) {
        this.file = folder.path().resolve(FILE);
        this.secrets = secrets;
        this.logger = logger;
    }

    @Override
    public NetworkSettings settings() {
        return kept().settings();
    }

    @Override
    public boolean passwordKept() {
        return kept().password().isPresent();
    }

    @Override
    public synchronized void change(NetworkSettings settings, @Nullable String password) {
        UiThread.forbid("Network.change");
        Optional<String> known = kept().password();
        try {
            write(settings);
        } catch (IOException e) {
            throw new UncheckedIOException("The settings of the network cannot be written: " + e.getMessage(), e);
        }
        if (password != null && password.isEmpty()) {
            secrets.remove(WORKBENCH, PASSWORD);
            known = Optional.empty();
        } else if (password != null) {
            secrets.put(WORKBENCH, PASSWORD, password);
            known = Optional.of(password);
        }
        kept = new Kept(settings, known);
    }

    @Override
    public ProxyChoice proxy() {
        Kept now = kept();
        NetworkSettings set = now.settings();
        return switch (set.way()) {
            case SYSTEM -> new ProxyChoice.OfSystem();
            case DIRECT -> new ProxyChoice.Direct();
            case PROXY -> new ProxyChoice.Manual(set.host(), set.port(), credentials(now), set.exceptions());
        };
    }

    @Override
    public Optional<Path> certificates() {
        return kept().settings().certificates();
    }

    private static Optional<PasswordAuthentication> credentials(Kept now) {
        String user = now.settings().user();
        return user.isEmpty()
                ? Optional.empty()
                : Optional.of(new PasswordAuthentication(
                        user, now.password().orElse("").toCharArray()));
    }

    private Kept kept() {
        Kept known = kept;
        return known == null ? load() : known;
    }

    private synchronized Kept load() {
        Kept known = kept;
        if (known == null) {
            UiThread.forbid("Network.settings");
            known = new Kept(read(), secrets.get(WORKBENCH, PASSWORD));
            kept = known;
        }
        return known;
    }

    private NetworkSettings read() {
        try {
            JsonNode node = Json.read(Files.readAllBytes(file));
            List<String> exceptions = new ArrayList<>();
            Json.at(node, "exceptions").forEach(each -> exceptions.add(each.asText()));
            String certificates = Json.textOr("", node, "certificates");
            return new NetworkSettings(
                    Way.valueOf(Json.textOr("", node, "way")),
                    Json.textOr("", node, "host"),
                    Json.at(node, "port").asInt(),
                    Json.textOr("", node, "user"),
                    exceptions,
                    certificates.isEmpty() ? Optional.empty() : Optional.of(Path.of(certificates)));
        } catch (NoSuchFileException e) {
            // Nothing has been set yet.
            return NetworkSettings.OF_SYSTEM;
        } catch (IOException | IllegalArgumentException e) {
            logger.warn("{} cannot be understood, the system's settings hold", FILE, e);
            return NetworkSettings.OF_SYSTEM;
        }
    }

    /** Into a file beside it, forced to disk, then renamed: it is written whole or not at all. */
    private void write(NetworkSettings settings) throws IOException {
        ObjectNode node = Json.object();
        node.put("way", settings.way().name());
        node.put("host", settings.host());
        node.put("port", settings.port());
        node.put("user", settings.user());
        settings.exceptions().forEach(node.withArray("/exceptions")::add);
        settings.certificates().ifPresent(folder -> node.put("certificates", folder.toString()));
        Path beside = file.resolveSibling(FILE + ".new");
        Files.write(beside, Json.write(node));
        try (FileChannel channel = FileChannel.open(beside, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
        Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
