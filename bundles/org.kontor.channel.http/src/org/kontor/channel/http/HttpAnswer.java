package org.kontor.channel.http;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.kontor.api.channel.Fault;

/** How a call ended. */
public sealed interface HttpAnswer {
    /**
     * The server answered, with whatever status.
     *
     * @param headers names in lower case
     * @param body empty where there was none; callers must not change the array
     */
    record Response(int status, Map<String, List<String>> headers, byte[] body) implements HttpAnswer {
        /** The first value of a header. */
        public Optional<String> header(String name) {
            List<String> values = headers.get(name);
            return values == null || values.isEmpty() ? Optional.empty() : Optional.of(values.get(0));
        }

        /** Whether the status is 2xx. */
        public boolean good() {
            return status / 100 == 2;
        }

        /** The fault that the status stands for, where the platform's own error code says no more. */
        public Fault fault(Instant now) {
            return Faults.ofStatus(this, now);
        }

        @Override
        public String toString() {
            return "Response[" + status + ", " + body.length + " bytes]";
        }
    }

    /** The server certainly did not get the whole request, so it cannot have acted on it. */
    record NotSent(Fault fault) implements HttpAnswer {}

    /** The request may have arrived; the answer did not. For a read this is as good as not sent. */
    record Unknown(Fault fault) implements HttpAnswer {}
}
