package org.kontor.ui.setup.internal.model;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.jobs.Job;
import org.jspecify.annotations.Nullable;
import org.kontor.api.channel.Fault;
import org.kontor.api.channel.Health;
import org.kontor.ui.common.fault.FaultText;
import org.kontor.ui.common.fault.FaultTexts;
import org.kontor.ui.common.work.Work;

/** The test of an account's connection: begun, cancelled, and what came out in words. Belongs to the UI thread. */
public final class ConnectionTest {
    /** How it stands. */
    public enum State {
        NONE,
        RUNNING,
        CANCELLED,
        /** The account works. */
        PASSED,
        /** A step failed; the lines tell which. */
        FAILED,
        /** The test itself went wrong, a fault of ours. */
        BROKEN
    }

    /**
     * One step in words.
     *
     * @param detail what was found, such as the server's name; may be empty
     * @param fault what is wrong; empty when it passed
     */
    public record Line(String step, String detail, Optional<FaultText> fault) {}

    private final Work work;
    private final FaultTexts faults;
    private final Listeners listeners = new Listeners();
    private State state = State.NONE;
    private List<Line> lines = List.of();
    private @Nullable Instant expires;
    private String failure = "";
    private @Nullable Job job;
    /** Counts the tests begun, so that a late answer of an old one is told from the new one's. */
    private int round;

    ConnectionTest(Work work, FaultTexts faults) {
        this.work = work;
        this.faults = faults;
    }

    /** Calls {@code listener} after every change. */
    public Runnable onChange(Runnable listener) {
        return listeners.add(listener);
    }

    /** How it stands. */
    public State state() {
        return state;
    }

    /** The steps made, in order. */
    public List<Line> lines() {
        return lines;
    }

    /** When the sign-in ends, where the platform told. */
    public Optional<Instant> expires() {
        return Optional.ofNullable(expires);
    }

    /** What the test itself fell over. */
    public String failure() {
        return failure;
    }

    /**
     * Begins a test; one that still runs is given up.
     *
     * @param name said in the progress view
     */
    void start(String name, ConnectorWords words, Work.Task<Health> task) {
        stop();
        int mine = ++round;
        become(State.RUNNING);
        job = work.<Health>run(
                name,
                SetupServices.FAMILY,
                task,
                health -> finished(mine, words, health),
                fault -> broken(mine, fault));
    }

    /** Gives up waiting; the job ends as soon as the server lets it. */
    public void cancel() {
        if (state == State.RUNNING) {
            stop();
            become(State.CANCELLED);
        }
    }

    /** Looks whether someone has cancelled the job elsewhere, as in the progress view; called once a second. */
    void tick() {
        Job running = job;
        IStatus result = running == null || running.getState() != Job.NONE ? null : running.getResult();
        if (result != null && result.matches(IStatus.CANCEL)) {
            cancel();
        }
    }

    /** Forgets what came out, because what was tested has changed. */
    void reset() {
        stop();
        if (state != State.NONE) {
            become(State.NONE);
        }
    }

    private void stop() {
        Job running = job;
        round++;
        job = null;
        if (running != null) {
            running.cancel();
        }
    }

    private void finished(int its, ConnectorWords words, Health health) {
        if (its == round) {
            job = null;
            lines = health.checks().stream().map(check -> line(words, check)).toList();
            expires = health.expires();
            state = health.well() ? State.PASSED : State.FAILED;
            listeners.fire();
        }
    }

    private void broken(int its, Throwable fault) {
        if (its == round) {
            job = null;
            failure = String.valueOf(fault.getMessage());
            become(State.BROKEN);
        }
    }

    private Line line(ConnectorWords words, Health.Check check) {
        Fault fault = check.fault();
        return new Line(
                words.check(check.name()),
                check.detail(),
                fault == null
                        ? Optional.empty()
                        : Optional.of(faults.explain(fault, FaultTexts.Moment.TEST, words::setting)));
    }

    private void become(State next) {
        state = next;
        lines = List.of();
        expires = null;
        listeners.fire();
    }
}
