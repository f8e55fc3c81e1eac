package org.kontor.simulator.internal;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;

/**
 * How a world is set up.
 *
 * @param state folder that keeps the world over restarts
 * @param seed seed of everything random
 * @param speed how much faster than in life the customers act; 1 is one message about every 30 seconds
 * @param script whether customers have a history and write by themselves
 * @param accessLifetime how long a Bluesky access token lives
 * @param refreshLifetime how long a Bluesky refresh token lives
 * @param refreshGrace how long a used refresh token may be used again
 * @param loginsPerFiveMinutes how many Bluesky sessions an account may open in five minutes
 * @param loginsPerDay how many it may open in a day
 * @param requestsPerFiveMinutes how many requests the Bluesky server takes from one address in five minutes
 * @param writePointsPerHour write points of a Bluesky account in an hour
 * @param expiredStatus HTTP status of the error ExpiredToken
 * @param clock the world's clock
 */
public record Settings(
        Path state,
        long seed,
        double speed,
        boolean script,
        Duration accessLifetime,
        Duration refreshLifetime,
        Duration refreshGrace,
        int loginsPerFiveMinutes,
        int loginsPerDay,
        int requestsPerFiveMinutes,
        int writePointsPerHour,
        int expiredStatus,
        Clock clock) {}
