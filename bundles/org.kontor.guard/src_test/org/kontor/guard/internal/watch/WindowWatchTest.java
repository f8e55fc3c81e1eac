package org.kontor.guard.internal.watch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class WindowWatchTest {
    /** Stands for a part of a plug-in. */
    private static final class Part {
        static void paint(CountDownLatch end) {
            try {
                end.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Test
    void thePlugInThatHoldsTheThreadIsNamed() throws Exception {
        BlockingQueue<Culprit.Found> blamed = new LinkedBlockingQueue<>();
        CountDownLatch end = new CountDownLatch(1);
        try (ExecutorService window = Executors.newSingleThreadExecutor()) {
            Thread thread = window.submit(Thread::currentThread).get();
            Culprit culprit = new Culprit(() ->
                    name -> name.startsWith(Part.class.getName()) ? Optional.of("sample.plug") : Optional.empty());
            WindowWatch watch = new WindowWatch(
                    thread, window, culprit, Duration.ofMillis(800), (found, time) -> blamed.add(found));
            Thread watching = Thread.ofPlatform().daemon().start(watch);
            while (watch.beats() < 3) {
                Thread.onSpinWait();
            }
            window.execute(() -> {
                Runnable lambda = () -> Part.paint(end);
                lambda.run();
            });
            Culprit.Found found = blamed.poll(40, TimeUnit.SECONDS);
            end.countDown();
            assertEquals(new Culprit.Found("sample.plug", Part.class.getName() + ".paint"), found);
            long beats = watch.beats();
            while (watch.beats() <= beats) {
                Thread.onSpinWait();
            }
            watch.end();
            watching.join();
        }
        assertTrue(blamed.isEmpty());
    }
}
