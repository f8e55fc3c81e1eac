package org.kontor.simulator.internal.bluesky;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What the network derives from the records, as its AppView does: threads, counts, notifications. Guarded by the lock of
 * {@link Network}.
 */
final class Index {

    /** As the AppView: the authors of the five posts above a reply are told of it. */
    private static final int NOTIFIED_ANCESTORS = 5;

    static final Comparator<StoredRecord> NEWEST_FIRST = Comparator.comparing(StoredRecord::sortAt)
            .reversed()
            .thenComparing(record -> record.uri().toString());

    private final Map<String, StoredRecord> records = new HashMap<>();
    private final Map<String, Set<String>> repliesByParent = new HashMap<>();
    private final Map<String, Set<String>> linksBySubject = new HashMap<>();
    private final Map<String, NavigableSet<Notice>> noticesByRecipient = new HashMap<>();
    private final Map<String, List<Notice>> noticesByRecord = new HashMap<>();
    private final Map<String, NavigableSet<StoredRecord>> postsByAuthor = new HashMap<>();
    private final NavigableSet<StoredRecord> posts = new TreeSet<>(NEWEST_FIRST);
    private final Map<String, String> follows = new HashMap<>();
    private final Set<String> blocks = new HashSet<>();

    @Nullable
    StoredRecord record(String uri) {
        return records.get(uri);
    }

    void add(StoredRecord record) {
        String uri = record.uri().toString();
        records.put(uri, record);
        switch (record.uri().collection()) {
            case StoredRecord.POST -> addPost(record);
            case StoredRecord.LIKE -> addLink(record, "like");
            case StoredRecord.REPOST -> addLink(record, "repost");
            case StoredRecord.FOLLOW -> addFollow(record);
            case StoredRecord.BLOCK -> blocks.add(record.uri().did() + " " + record.uriAt("/subject"));
            default -> {
                // other collections are stored and mean nothing here
            }
        }
    }

    void remove(StoredRecord record) {
        String uri = record.uri().toString();
        records.remove(uri);
        posts.remove(record);
        discard(postsByAuthor, record.uri().did(), record);
        discard(repliesByParent, record.uriAt("/reply/parent/uri"), uri);
        discard(linksBySubject, record.uri().collection() + " " + subject(record), uri);
        discard(linksBySubject, "quote " + quoted(record), uri);
        String pair = record.uri().did() + " " + record.uriAt("/subject");
        if (record.uri().collection().equals(StoredRecord.BLOCK)) {
            blocks.remove(pair);
        }
        follows.remove(pair, uri);
        List<Notice> notices = noticesByRecord.remove(uri);
        if (notices != null) {
            notices.forEach(notice -> discard(noticesByRecipient, notice.recipient(), notice));
        }
    }

    private static <K, V> void discard(Map<K, ? extends Collection<V>> map, K key, V value) {
        Collection<V> values = map.get(key);
        if (values != null) {
            values.remove(value);
        }
    }

    private static String subject(StoredRecord record) {
        String uri = record.uriAt("/subject/uri");
        return uri.isEmpty() ? record.uriAt("/subject") : uri;
    }

    /** The uri of the post that a post quotes, or an empty text. */
    static String quoted(StoredRecord record) {
        String plain = record.uriAt("/embed/record/uri");
        return plain.isEmpty() ? record.uriAt("/embed/record/record/uri") : plain;
    }

    private void addPost(StoredRecord post) {
        String uri = post.uri().toString();
        posts.add(post);
        postsByAuthor
                .computeIfAbsent(post.uri().did(), did -> new TreeSet<>(NEWEST_FIRST))
                .add(post);
        String parent = post.uriAt("/reply/parent/uri");
        if (!parent.isEmpty()) {
            repliesByParent
                    .computeIfAbsent(parent, key -> new LinkedHashSet<>())
                    .add(uri);
        }
        String quoted = quoted(post);
        if (!quoted.isEmpty()) {
            linksBySubject
                    .computeIfAbsent("quote " + quoted, key -> new LinkedHashSet<>())
                    .add(uri);
        }
        Set<String> told = new HashSet<>();
        told.add(post.uri().did());
        for (JsonNode facet : post.value().path("facets")) {
            for (JsonNode feature : facet.path("features")) {
                if (feature.path("$type").asText().equals("app.bsky.richtext.facet#mention")) {
                    tell(told, feature.path("did").asText(), post, "mention", "");
                }
            }
        }
        if (quoted.contains("/" + StoredRecord.POST + "/")) {
            tell(told, AtUri.parse(quoted).did(), post, "quote", quoted);
        }
        tellAncestors(told, post, parent);
    }

    private void tellAncestors(Set<String> told, StoredRecord post, String parent) {
        String ancestor = parent;
        for (int height = 1; height < NOTIFIED_ANCESTORS && !ancestor.isEmpty(); height++) {
            tell(told, AtUri.parse(ancestor).did(), post, "reply", ancestor);
            StoredRecord above = records.get(ancestor);
            ancestor = above == null ? "" : above.uriAt("/reply/parent/uri");
        }
    }

    private void addLink(StoredRecord record, String reason) {
        String subject = subject(record);
        linksBySubject
                .computeIfAbsent(record.uri().collection() + " " + subject, key -> new LinkedHashSet<>())
                .add(record.uri().toString());
        Set<String> told = new HashSet<>();
        told.add(record.uri().did());
        tell(told, AtUri.parse(subject).did(), record, reason, subject);
    }

    private void addFollow(StoredRecord record) {
        String subject = subject(record);
        linksBySubject
                .computeIfAbsent(StoredRecord.FOLLOW + " " + subject, key -> new LinkedHashSet<>())
                .add(record.uri().toString());
        follows.put(record.uri().did() + " " + subject, record.uri().toString());
        tell(new HashSet<>(), subject, record, "follow", "");
    }

    private void tell(Set<String> told, String did, StoredRecord cause, String reason, String subject) {
        if (!told.add(did)) {
            return;
        }
        Notice notice = new Notice(did, cause.uri().toString(), reason, subject, cause.sortAt());
        noticesByRecipient
                .computeIfAbsent(did, key -> new TreeSet<>(Notice.NEWEST_FIRST))
                .add(notice);
        noticesByRecord.computeIfAbsent(notice.uri(), key -> new ArrayList<>()).add(notice);
    }

    /** Notifications older than a time, newest first; those about a record that is gone are left out. */
    List<Notice> notices(String did, Instant before, Set<String> reasons, int limit) {
        List<Notice> page = new ArrayList<>();
        NavigableSet<Notice> all = noticesByRecipient.getOrDefault(did, new TreeSet<>(Notice.NEWEST_FIRST));
        // an empty uri sorts before every other at the same time, so this starts at the time itself
        for (Notice notice : all.tailSet(new Notice(did, "", "", "", before), false)) {
            if (page.size() == limit) {
                break;
            }
            boolean there = notice.subject().isEmpty() || records.containsKey(notice.subject());
            if (notice.sortAt().isBefore(before) && there && (reasons.isEmpty() || reasons.contains(notice.reason()))) {
                page.add(notice);
            }
        }
        return page;
    }

    /** Addresses of the direct replies to a post, the earliest first; a copy. */
    List<String> replies(String uri) {
        return List.copyOf(repliesByParent.getOrDefault(uri, Set.of()));
    }

    /** How many likes, reposts or follows something has, or how many posts quote it ({@code quote}). */
    int count(String collection, String subject) {
        return linksBySubject.getOrDefault(collection + " " + subject, Set.of()).size();
    }

    /** Address of the record by which one account follows another, or null. */
    @Nullable
    String follow(String from, String to) {
        return follows.get(from + " " + to);
    }

    Collection<StoredRecord> postsOf(String did) {
        return postsByAuthor.getOrDefault(did, new TreeSet<>(NEWEST_FIRST));
    }

    Collection<StoredRecord> posts() {
        return posts;
    }

    boolean blocked(String one, String other) {
        return blocks.contains(one + " " + other) || blocks.contains(other + " " + one);
    }
}
