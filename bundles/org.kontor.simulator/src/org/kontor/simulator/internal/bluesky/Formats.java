package org.kontor.simulator.internal.bluesky;

import java.util.Map;
import java.util.regex.Pattern;

/** The string formats of the lexicon language, https://atproto.com/specs/lexicon#string-formats. */
final class Formats {

    private static final String DID = "did:[a-z]+:[a-zA-Z0-9._:%-]*[a-zA-Z0-9._-]";
    private static final String HANDLE =
            "([a-zA-Z0-9]([a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?\\.)+[a-zA-Z]([a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?";
    private static final String NSID =
            "[a-zA-Z]([a-zA-Z0-9-]{0,62})?(\\.[a-zA-Z0-9]([a-zA-Z0-9-]{0,62})?)+" + "(\\.[a-zA-Z]([a-zA-Z0-9]{0,62})?)";
    private static final String RKEY = "(?!\\.{1,2}$)[a-zA-Z0-9_~.:-]{1,512}";
    private static final String TID = "[234567abcdefghij][234567abcdefghijklmnopqrstuvwxyz]{12}";

    private static final Map<String, Pattern> PATTERNS = Map.of(
            "did", Pattern.compile(DID),
            "handle", Pattern.compile(HANDLE),
            "at-identifier", Pattern.compile(DID + "|" + HANDLE),
            "nsid", Pattern.compile(NSID),
            "record-key", Pattern.compile(RKEY),
            "tid", Pattern.compile(TID),
            "at-uri", Pattern.compile("at://(" + DID + "|" + HANDLE + ")(/" + NSID + "(/" + RKEY + ")?)?"),
            "cid", Pattern.compile("[a-zA-Z0-9+=]{8,256}"),
            "uri", Pattern.compile("[a-z][a-z0-9+.-]*:[^\\s]{1,8190}", Pattern.CASE_INSENSITIVE),
            "language", Pattern.compile("[a-zA-Z]{2,8}(-[a-zA-Z0-9]{1,8})*"));

    private Formats() {}

    /** Whether a text has that format; a format nobody knows fits everything. */
    static boolean fits(String format, String text) {
        if (format.equals("datetime")) {
            return Times.parse(text) != null && !text.endsWith("-00:00");
        }
        Pattern pattern = PATTERNS.get(format);
        return pattern == null || pattern.matcher(text).matches();
    }
}
