package org.kontor.channel.bluesky.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;

/** The fake network with its people. */
final class FakeWorld implements World {
    final FakeNetwork network;
    private final Map<String, Person> people = new HashMap<>();

    FakeWorld() {
        try {
            network = new FakeNetwork();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        network.member("alma.test", "app-password");
        network.member("lena.test", "geheim");
        network.member("jonas.test", "geheim");
    }

    private Person person(String handle, String password) {
        return people.computeIfAbsent(handle, h -> new Person(network.address(), h, password));
    }

    @Override
    public URI service() {
        return network.address();
    }

    @Override
    public URI directory() {
        return network.address();
    }

    @Override
    public String brandHandle() {
        return "alma.test";
    }

    @Override
    public String brandPassword() {
        return "app-password";
    }

    @Override
    public Person brand() {
        return person("alma.test", "app-password");
    }

    @Override
    public Person stranger() {
        return person("lena.test", "geheim");
    }

    @Override
    public Person blocker() {
        return person("jonas.test", "geheim");
    }

    @Override
    public String expired(String accessJwt) {
        network.expire(accessJwt);
        return accessJwt;
    }

    @Override
    public void restart() {
        // It forgets nothing: what a restart does to connections, the fault tests do.
    }

    @Override
    public void close() {
        network.close();
    }
}
