package org.kontor.channel.bluesky.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.kontor.channel.http.Json;

/** The network that releng/servers/bluesky/start.sh started. */
final class RealWorld implements World {
    private final JsonNode world;
    private final Map<String, Person> people = new HashMap<>();

    /** The world in a folder, or in its file {@code world.json}. */
    RealWorld(Path place) {
        Path file = Files.isDirectory(place) ? place.resolve("world.json") : place;
        try {
            world = Json.read(Files.readAllBytes(file));
        } catch (IOException e) {
            throw new AssertionError("no world in " + file, e);
        }
    }

    private String text(String... path) {
        return Json.textOr("", world, path);
    }

    private Person person(String name) {
        return people.computeIfAbsent(
                name, n -> new Person(service(), text("accounts", n, "handle"), text("accounts", n, "password")));
    }

    @Override
    public URI service() {
        return URI.create(text("service"));
    }

    @Override
    public URI directory() {
        return URI.create(text("plc"));
    }

    @Override
    public String brandHandle() {
        return text("accounts", "brand", "handle");
    }

    @Override
    public String brandPassword() {
        return text("accounts", "brand", "appPassword");
    }

    @Override
    public Person brand() {
        return person("brand");
    }

    @Override
    public Person stranger() {
        return person("stranger");
    }

    @Override
    public Person blocker() {
        return person("friend");
    }

    @Override
    public String expired(String accessJwt) {
        try {
            String[] parts = accessJwt.split("\\.");
            ObjectNode claims = (ObjectNode) Json.read(Base64.getUrlDecoder().decode(parts[1]));
            long end = Instant.now().getEpochSecond() - 60;
            claims.put("iat", end - 7_200).put("exp", end);
            Base64.Encoder base64 = Base64.getUrlEncoder().withoutPadding();
            String signed = parts[0] + "." + base64.encodeToString(Json.write(claims));
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(text("jwtSecret").getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return signed + "." + base64.encodeToString(mac.doFinal(signed.getBytes(StandardCharsets.US_ASCII)));
        } catch (IOException | GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public void restart() throws Exception {
        Process process =
                new ProcessBuilder(text("restart"), text("dir")).inheritIO().start();
        if (!process.waitFor(90, TimeUnit.SECONDS) || process.exitValue() != 0) {
            process.destroyForcibly();
            throw new AssertionError("the PDS did not come back");
        }
    }

    @Override
    public void close() {
        // Whoever started the network ends it.
    }
}
