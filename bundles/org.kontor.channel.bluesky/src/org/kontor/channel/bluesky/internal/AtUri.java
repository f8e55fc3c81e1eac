package org.kontor.channel.bluesky.internal;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The address of a record: {@code at://did/collection/rkey}.
 *
 * @param did of the repository's owner
 * @param collection such as {@code app.bsky.feed.post}
 * @param rkey the record's key
 */
record AtUri(String did, String collection, String rkey) {
    static final String POST = "app.bsky.feed.post";

    private static final Pattern FORM = Pattern.compile(
            "at://(did:[a-z0-9]+:[A-Za-z0-9._:%-]{1,200})/([A-Za-z0-9.-]{1,320})/([A-Za-z0-9._:~-]{1,512})");

    /** Reads an address; empty if it is none. */
    static Optional<AtUri> parse(String text) {
        Matcher matcher = FORM.matcher(text);
        return matcher.matches()
                ? Optional.of(new AtUri(matcher.group(1), matcher.group(2), matcher.group(3)))
                : Optional.empty();
    }

    boolean post() {
        return collection.equals(POST);
    }

    @Override
    public String toString() {
        return "at://" + did + "/" + collection + "/" + rkey;
    }
}
