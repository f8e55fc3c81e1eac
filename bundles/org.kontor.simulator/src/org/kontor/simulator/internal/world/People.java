package org.kontor.simulator.internal.world;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;
import org.kontor.simulator.internal.bluesky.Actor;
import org.kontor.simulator.internal.bluesky.Network;
import org.kontor.simulator.internal.journal.Entry;
import org.kontor.simulator.internal.journal.Json;
import org.kontor.simulator.internal.journal.Log;
import org.kontor.simulator.internal.mail.PostOffice;

/** The customers that have turned up so far; the same name is the same person. Safe for several threads. */
public final class People {

    private static final String[] PROVIDERS = {
        "posteo.example", "mailbox.example", "web.example", "gmx.example", "freenet.example", "icloud.example"
    };

    private final long seed;
    private final Log log;
    private final Network network;
    private final PostOffice post;
    private final Map<String, Person> byName = new HashMap<>();
    private final Map<String, Person> byAddress = new HashMap<>();
    private final Map<String, Person> byHandle = new HashMap<>();

    /** Nobody yet. */
    public People(long seed, Log log, Network network, PostOffice post) {
        this.seed = seed;
        this.log = log;
        this.network = network;
        this.post = post;
    }

    /** Takes over an entry of the journal at the start. */
    public synchronized void replay(Entry entry) {
        String handle = Json.required(entry.data(), "handle");
        keep(new Person(
                Json.required(entry.data(), "name"),
                Json.required(entry.data(), "address"),
                handle,
                Actor.didFor(seed, handle)));
    }

    private void keep(Person person) {
        byName.put(person.name(), person);
        byAddress.put(person.address(), person);
        byHandle.put(person.handle(), person);
    }

    /** The customer of that name, who gets an address and a handle when new. */
    public synchronized Person named(String name) {
        Person known = byName.get(name);
        if (known != null) {
            return known;
        }
        String slug = slug(name);
        CRC32 crc = new CRC32();
        crc.update(name.getBytes(StandardCharsets.UTF_8));
        String provider = PROVIDERS[(int) (crc.getValue() % PROVIDERS.length)];
        String suffix = "";
        for (int number = 2; byAddress.containsKey(slug + suffix + "@" + provider); number++) {
            suffix = String.valueOf(number);
        }
        String handle = slug.replace(".", "") + suffix + ".bsky.example";
        Person person = new Person(name, slug + suffix + "@" + provider, handle, Actor.didFor(seed, handle));
        keep(person);
        log.append(Entry.of(
                "person.new",
                Json.object().put("name", name).put("address", person.address()).put("handle", handle)));
        return person;
    }

    private static String slug(String name) {
        String plain = name.toLowerCase(Locale.GERMAN)
                .replace("ä", "ae")
                .replace("ö", "oe")
                .replace("ü", "ue")
                .replace("ß", "ss");
        String ascii = Normalizer.normalize(plain, Normalizer.Form.NFD).replaceAll("[^a-z0-9 .-]", "");
        String slug = ascii.strip().replaceAll("[ .-]+", ".");
        return slug.isEmpty() ? "kunde" : slug;
    }

    /** All customers there are so far. */
    public synchronized List<Person> all() {
        return List.copyOf(byName.values());
    }

    /** Opens the customer's mailbox when needed. */
    public void openMailbox(Person person) {
        post.open(person.address(), person.password());
    }

    /** Opens the customer's Bluesky account when needed. */
    public void openAccount(Person person, Instant now) {
        network.open(
                new Actor(person.did(), person.handle(), person.name(), "", person.address(), person.password(), now));
    }

    /** The customer with that mail address, or null. */
    public synchronized @Nullable Person withAddress(String address) {
        return byAddress.get(address.toLowerCase(Locale.ROOT));
    }

    /** The customer with that Bluesky handle, or null. */
    public synchronized @Nullable Person withHandle(String handle) {
        return byHandle.get(handle);
    }
}
