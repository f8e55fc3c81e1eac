package org.kontor.release.crash;

import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Customers who write all the time. What the servers took from them is remembered: all of it must arrive. */
final class Crowd implements AutoCloseable {
    /** Of ten messages, how many are posts: the Bluesky server takes 3,000 requests in five minutes, as the real one does. */
    private static final int POSTS_IN_TEN = 2;

    private static final int PEOPLE = 200;

    private final Servers servers;
    private final List<String> brands;
    private final Random random;
    private final Duration gap;
    private final Queue<String> written = new ConcurrentLinkedQueue<>();
    private final Thread thread;
    private volatile boolean writing = true;
    private volatile @Nullable Exception failure;

    /** @param perSecond how many messages are written in a second */
    Crowd(Servers servers, List<String> brands, Random random, int perSecond) {
        this.servers = servers;
        this.brands = brands;
        this.random = random;
        this.gap = Duration.ofSeconds(1).dividedBy(perSecond);
        this.thread = Thread.ofPlatform().name("crowd").start(this::write);
    }

    private void write() {
        try {
            long next = System.nanoTime();
            for (int number = 0; writing; number++) {
                String brand = brands.get(random.nextInt(brands.size()));
                String channel = random.nextInt(10) < POSTS_IN_TEN ? "bluesky" : "mail";
                String name = "Kundin " + random.nextInt(PEOPLE);
                written.add(servers.write(brand, channel, name, "Frage Nummer " + number + ": wo bleibt mein Paket?"));
                next += gap.toNanos();
                TimeUnit.NANOSECONDS.sleep(Math.max(0, next - System.nanoTime()));
            }
        } catch (Exception e) {
            failure = e;
        }
    }

    /** The ids of what was written so far. */
    List<String> written() {
        return List.copyOf(written);
    }

    /** Nobody writes any more. */
    @Override
    public void close() throws InterruptedException {
        writing = false;
        thread.join();
        Exception failed = failure;
        if (failed != null) {
            throw new AssertionError("the customers could not write on", failed);
        }
    }
}
