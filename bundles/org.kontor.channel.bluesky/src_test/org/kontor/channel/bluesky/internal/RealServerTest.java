package org.kontor.channel.bluesky.internal;

import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/** The contract against a real PDS and AppView. */
@Tag("real-server")
@EnabledIfEnvironmentVariable(named = "KONTOR_REAL_BLUESKY", matches = ".+")
class RealServerTest extends BlueskyContract {
    RealServerTest() {
        super(new RealWorld(Path.of(System.getenv("KONTOR_REAL_BLUESKY"))));
    }
}
