package org.kontor.simulator.internal.bluesky;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.kontor.simulator.internal.journal.Entry;
import org.kontor.simulator.internal.journal.Json;
import org.kontor.simulator.internal.journal.Log;

/**
 * The accounts of the network, their repositories and uploaded files. Every change is in the journal before anybody is told
 * that it succeeded. Safe for several threads.
 */
public final class Network {

    /**
     * An uploaded file.
     *
     * @param did who uploaded it
     * @param mimeType its type
     * @param content its bytes
     */
    public record Blob(String did, String mimeType, byte[] content) {}

    /** Is told of every new record, after it is stored and outside the lock. */
    public interface Watcher extends Consumer<StoredRecord> {}

    private final Log log;
    private final Map<String, Actor> actors = new HashMap<>();
    private final Map<String, String> didsByHandle = new HashMap<>();
    private final Map<String, NavigableMap<String, StoredRecord>> repositories = new HashMap<>();
    private final Map<String, Blob> blobs = new HashMap<>();
    private final Map<String, Instant> seen = new HashMap<>();
    private final Index index = new Index();
    private final Tid tids = new Tid();
    private final List<Watcher> watchers = new CopyOnWriteArrayList<>();

    /** A network that writes to that log; {@link #replay} comes first. */
    public Network(Log log) {
        this.log = log;
    }

    /** Takes over an entry of the journal at the start. */
    public synchronized void replay(Entry entry) {
        ObjectNode data = entry.data();
        switch (entry.kind()) {
            case "bsky.actor" -> keep(Actors.read(data));
            case "bsky.record" -> keep(read(data));
            case "bsky.delete" -> drop(AtUri.parse(Json.required(data, "uri")));
            case "bsky.blob" ->
                blobs.put(
                        Json.required(data, "cid"),
                        new Blob(Json.required(data, "did"), Json.required(data, "mime"), entry.blob()));
            case "bsky.seen" -> seen.put(Json.required(data, "did"), Instant.parse(Json.required(data, "at")));
            default -> throw new IllegalStateException("unknown journal entry " + entry.kind());
        }
    }

    private static StoredRecord read(ObjectNode data) {
        return new StoredRecord(
                AtUri.parse(Json.required(data, "uri")),
                Json.required(data, "cid"),
                (ObjectNode) data.get("value"),
                Instant.parse(Json.required(data, "at")));
    }

    /** Adds a watcher. */
    public void watch(Watcher watcher) {
        watchers.add(watcher);
    }

    /** Opens an account; one that is there already stays as it is. */
    public Actor open(Actor actor) {
        long position;
        synchronized (this) {
            Actor there = actors.get(actor.did());
            if (there != null) {
                return there;
            }
            position = log.write(Entry.of("bsky.actor", Actors.write(actor)));
            keep(actor);
        }
        log.sync(position);
        return actor;
    }

    private void keep(Actor actor) {
        actors.put(actor.did(), actor);
        didsByHandle.put(actor.handle(), actor.did());
    }

    /** The account with that DID, handle or mail address, or null. */
    public synchronized @Nullable Actor find(String identifier) {
        String wanted = identifier.toLowerCase(Locale.ROOT);
        Actor byDid = actors.get(identifier);
        if (byDid != null) {
            return byDid;
        }
        String did = didsByHandle.get(wanted);
        if (did != null) {
            return actors.get(did);
        }
        if (!wanted.contains("@")) {
            return null;
        }
        return actors.values().stream()
                .filter(actor -> actor.email().equals(wanted))
                .findFirst()
                .orElse(null);
    }

    /** The next free record key. */
    public String nextKey(Instant now) {
        return tids.next(now);
    }

    /**
     * Stores a new record.
     *
     * @param tag what the world wants to find again in the journal, or null
     * @throws XrpcError as the servers of the network: status 500 when the key is taken
     */
    public StoredRecord create(AtUri uri, ObjectNode value, Instant at, @Nullable String tag) {
        StoredRecord record = new StoredRecord(uri, Cid.ofRecord(value), value, at);
        long position;
        synchronized (this) {
            if (index.record(uri.toString()) != null) {
                throw XrpcError.internal();
            }
            position = write(record, tag);
        }
        finish(record, position);
        return record;
    }

    /** Stores a record in place of the one with the same address; an equal one stays. */
    public StoredRecord put(AtUri uri, ObjectNode value, Instant at) {
        StoredRecord record = new StoredRecord(uri, Cid.ofRecord(value), value, at);
        long position;
        synchronized (this) {
            StoredRecord there = index.record(uri.toString());
            if (there != null && there.cid().equals(record.cid())) {
                return there;
            }
            if (there != null) {
                drop(uri);
            }
            position = write(record, null);
        }
        finish(record, position);
        return record;
    }

    private long write(StoredRecord record, @Nullable String tag) {
        for (JsonNode ref : record.value().findValues("ref")) {
            String cid = Json.text(ref, "$link");
            if (cid != null && !blobs.containsKey(cid)) {
                throw XrpcError.invalid("BlobNotFound", "Could not find blob: " + cid);
            }
        }
        ObjectNode data = Json.object();
        data.put("uri", record.uri().toString()).put("cid", record.cid());
        data.put("at", record.indexedAt().toString()).set("value", record.value());
        if (tag != null) {
            data.put("tag", tag);
        }
        long position = log.write(Entry.of("bsky.record", data));
        keep(record);
        return position;
    }

    private void finish(StoredRecord record, long position) {
        log.sync(position);
        watchers.forEach(watcher -> watcher.accept(record));
    }

    private void keep(StoredRecord record) {
        AtUri uri = record.uri();
        repositories
                .computeIfAbsent(uri.did() + " " + uri.collection(), key -> new TreeMap<>())
                .put(uri.rkey(), record);
        index.add(record);
    }

    /** Deletes a record; returns false when there was none. The tag is as in {@link #create}. */
    public boolean delete(AtUri uri, @Nullable String tag) {
        long position;
        synchronized (this) {
            if (index.record(uri.toString()) == null) {
                return false;
            }
            ObjectNode data = Json.object().put("uri", uri.toString());
            if (tag != null) {
                data.put("tag", tag);
            }
            position = log.write(Entry.of("bsky.delete", data));
            drop(uri);
        }
        log.sync(position);
        return true;
    }

    private void drop(AtUri uri) {
        StoredRecord record = index.record(uri.toString());
        if (record != null) {
            index.remove(record);
            records(uri.did(), uri.collection()).remove(uri.rkey());
        }
    }

    /** The record with that address, or null. */
    public synchronized @Nullable StoredRecord get(String uri) {
        return index.record(uri);
    }

    /** All records of a collection by key, a copy. */
    public synchronized NavigableMap<String, StoredRecord> list(String did, String collection) {
        return new TreeMap<>(records(did, collection));
    }

    private NavigableMap<String, StoredRecord> records(String did, String collection) {
        return repositories.getOrDefault(did + " " + collection, new TreeMap<>());
    }

    /** Keeps an uploaded file and returns its identifier. */
    public String upload(Blob blob) {
        String cid = Cid.ofBlob(blob.content());
        ObjectNode data = Json.object().put("cid", cid).put("did", blob.did()).put("mime", blob.mimeType());
        long position;
        synchronized (this) {
            position = log.write(new Entry("bsky.blob", data, blob.content()));
            blobs.put(cid, blob);
        }
        log.sync(position);
        return cid;
    }

    /** The uploaded file with that identifier, or null. */
    public synchronized @Nullable Blob blob(String cid) {
        return blobs.get(cid);
    }

    /** Notes until when an account has seen its notifications. */
    public void markSeen(String did, Instant at) {
        long position;
        synchronized (this) {
            ObjectNode data = Json.object().put("did", did).put("at", at.toString());
            position = log.write(Entry.of("bsky.seen", data));
            seen.put(did, at);
        }
        log.sync(position);
    }

    /** Until when an account has seen its notifications, or null. */
    public synchronized @Nullable Instant seenAt(String did) {
        return seen.get(did);
    }

    /** All posts of an account, newest first, a copy. */
    public synchronized List<StoredRecord> postsOf(String did) {
        return new ArrayList<>(index.postsOf(did));
    }

    /** Address of the record by which one account follows another, or null. */
    synchronized @Nullable String follow(String from, String to) {
        return index.follow(from, to);
    }

    /** Whether one of two accounts blocks the other. */
    synchronized boolean blocked(String one, String other) {
        return index.blocked(one, other);
    }

    /** How many likes, reposts or follows something has, or how many posts quote it ({@code quote}). */
    synchronized int count(String collection, String subject) {
        return index.count(collection, subject);
    }

    /** Addresses of the direct replies to a post, the earliest first. */
    public synchronized List<String> replies(String uri) {
        return index.replies(uri);
    }

    /** Notifications older than a time, newest first. */
    synchronized List<Notice> notices(String did, Instant before, Set<String> reasons, int limit) {
        return index.notices(did, before, reasons, limit);
    }

    /** All posts, newest first, a copy. */
    synchronized List<StoredRecord> posts() {
        return new ArrayList<>(index.posts());
    }

    /** All accounts, a copy. */
    public synchronized Collection<Actor> actors() {
        return new ArrayList<>(actors.values());
    }
}
