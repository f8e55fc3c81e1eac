package org.kontor.channel.bluesky.internal;

/** The contract against the network in this process. */
class FakeServerTest extends BlueskyContract {
    FakeServerTest() {
        super(new FakeWorld());
    }
}
