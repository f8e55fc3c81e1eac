package org.kontor.simulator.internal.bluesky;

import java.time.Instant;
import java.util.Comparator;

/**
 * Something that an account is told about.
 *
 * @param recipient DID of the account
 * @param uri address of the record that caused it
 * @param reason mention, reply, quote, like, repost or follow
 * @param subject address of the recipient's own record that it is about; empty when there is none
 * @param sortAt its place in the list
 */
record Notice(String recipient, String uri, String reason, String subject, Instant sortAt) {

    static final Comparator<Notice> NEWEST_FIRST =
            Comparator.comparing(Notice::sortAt).reversed().thenComparing(Notice::uri);
}
