package org.kontor.simulator.internal.world;

/**
 * Something that somebody writes, with slots in braces.
 *
 * @param kind what it is: mail, post, thread, nudge-mail and so on
 * @param language language it is written in
 * @param topic what it is about, such as order or praise; empty when that does not matter
 * @param picture whether a picture belongs to it
 * @param body the words; the first line of a mail's opening is its subject
 */
record Text(String kind, String language, String topic, boolean picture, String body) {

    /** The subject of a mail's opening. */
    String subject() {
        return body.lines().findFirst().orElse("");
    }

    /** The words of a mail's opening below its subject. */
    String words() {
        return body.substring(subject().length()).strip();
    }
}
