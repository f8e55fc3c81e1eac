package org.kontor.simulator.internal.bluesky;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The address of a record: {@code at://did/collection/rkey}.
 *
 * @param did whose repository
 * @param collection kind of record
 * @param rkey its key within the collection
 */
public record AtUri(String did, String collection, String rkey) {

    private static final Pattern FORM = Pattern.compile("at://([^/]+)/([^/]+)/([^/]+)");

    /**
     * Reads an address.
     *
     * @throws XrpcError when it is none
     */
    public static AtUri parse(String uri) {
        Matcher matcher = FORM.matcher(uri);
        if (!matcher.matches()) {
            throw XrpcError.invalidRequest("Invalid at-uri: " + uri);
        }
        return new AtUri(matcher.group(1), matcher.group(2), matcher.group(3));
    }

    @Override
    public String toString() {
        return "at://" + did + "/" + collection + "/" + rkey;
    }
}
