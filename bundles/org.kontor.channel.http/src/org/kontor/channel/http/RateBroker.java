package org.kontor.channel.http;

import java.time.Instant;
import java.util.Optional;
import org.kontor.channel.http.HttpCall.Urgency;

/**
 * Keeps calls within the platforms' rate limits. One for the whole process: accounts of several brands share the limit of
 * an address. An OSGi service; safe for use by several threads; no call waits.
 */
public interface RateBroker {
    /**
     * One of a platform's limits.
     *
     * @param name short and stable; empty for the general limit
     * @param shared whether all accounts on a host share it (a limit by IP address) or each has its own
     */
    record Bucket(String name, boolean shared) {
        /** The general limit of a host, by IP address. */
        public static final Bucket SHARED = new Bucket("", true);

        /** A limit that each account has for itself. */
        public static Bucket ofAccount(String name) {
            return new Bucket(name, false);
        }
    }

    /**
     * Whose limit it is.
     *
     * @param account empty for a shared bucket
     */
    record Key(String platform, String account, String host, String bucket) {
        /** The key of a bucket. */
        public static Key of(HttpSpec spec, String host, Bucket bucket) {
            return new Key(spec.platform(), bucket.shared() ? "" : spec.account(), host, bucket.name());
        }
    }

    /**
     * What a platform told of a limit.
     *
     * @param limit points in a whole window
     * @param remaining points left in this window
     * @param resetAt when the next window begins
     */
    record State(long limit, long remaining, Instant resetAt) {}

    /**
     * Asks for leave to make a call, and counts it if it may go. Polling leaves a fifth of the limit and other reads a
     * tenth to replies.
     *
     * @return empty when it may go now, else from when on
     */
    Optional<Instant> ask(Key key, Urgency urgency, int cost, Instant now);

    /** Takes in what the platform told with an answer. */
    void observed(Key key, State state);

    /** The platform refused a call for its rate: nothing goes before {@code until}. */
    void refused(Key key, Instant until);

    /** What is left; empty while nothing is known or the window is over. */
    Optional<State> state(Key key, Instant now);
}
