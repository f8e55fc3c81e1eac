package org.kontor.guard.internal.watch;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** Posts a beat to one UI thread and looks at its stack when the beat is not answered. */
final class WindowWatch implements Runnable {
    private final Thread thread;
    private final Executor post;
    private final Culprit culprit;
    private final BiConsumer<Culprit.Found, Duration> blame;
    private final Duration tick;
    private final Beat beat;
    private final AtomicLong answered = new AtomicLong();
    private final CountDownLatch ended = new CountDownLatch(1);

    /**
     * @param limit how long a plug-in may keep the thread busy
     * @param blame called on the watching thread
     */
    WindowWatch(
            Thread thread, Executor post, Culprit culprit, Duration limit, BiConsumer<Culprit.Found, Duration> blame) {
        this.thread = thread;
        this.post = post;
        this.culprit = culprit;
        this.blame = blame;
        tick = limit.dividedBy(8);
        beat = new Beat(limit, limit);
    }

    /** Ends the watching thread soon. */
    void end() {
        ended.countDown();
    }

    /** How many beats were answered. */
    long beats() {
        return answered.get();
    }

    @Override
    public void run() {
        try {
            long posted = 0;
            do {
                if (answered.get() == posted) {
                    beat.answered(System.nanoTime());
                    posted++;
                    post();
                } else {
                    look();
                }
            } while (thread.isAlive() && !ended.await(tick.toMillis(), TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void post() {
        try {
            post.execute(answered::incrementAndGet);
        } catch (RuntimeException e) { // whatever a toolkit throws whose window is gone
            ended.countDown();
        }
    }

    private void look() {
        long now = System.nanoTime();
        Culprit.@Nullable Found found =
                beat.suspicious(now) ? culprit.in(thread.getStackTrace()).orElse(null) : null;
        Optional<Culprit.Found> guilty = beat.silent(now, found);
        guilty.ifPresent(each -> blame.accept(each, beat.silence(now)));
    }
}
