package org.kontor.channel.bluesky.internal;

import java.net.URI;

/** A Bluesky network to test against: our own fake, or a real one. */
interface World extends AutoCloseable {
    URI service();

    /** Where DIDs are looked up. */
    URI directory();

    String brandHandle();

    String brandPassword();

    /** The brand, with another client than ours. */
    Person brand();

    Person stranger();

    /** Someone whom no other test uses, so that a block harms none. */
    Person blocker();

    /** The same token, expired. */
    String expired(String accessJwt);

    /** The server ends without warning and comes back with its data. */
    void restart() throws Exception;

    @Override
    void close() throws Exception;
}
