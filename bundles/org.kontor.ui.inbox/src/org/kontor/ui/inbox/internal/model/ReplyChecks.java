package org.kontor.ui.inbox.internal.model;

import java.time.Duration;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.jspecify.annotations.Nullable;
import org.kontor.api.desk.Replies.ReplyRequest;
import org.kontor.api.plugin.Trouble;
import org.kontor.api.reply.Checked;
import org.kontor.api.reply.Finding;

/** What the checks say of the reply that is being written: asked once nothing was typed for {@link #QUIET}. */
public final class ReplyChecks {
    static final Duration QUIET = Duration.ofMillis(300);

    private final Services services;
    private final Threads threads;
    private final Locale locale;
    private final Listeners<ReplyChecks> listeners = new Listeners<>();
    private final TaskSlot pause = new TaskSlot();
    private final TaskSlot work = new TaskSlot();
    private IProgressMonitor monitor = new NullProgressMonitor();
    private @Nullable ReplyRequest typed;
    private @Nullable ReplyRequest looked;
    private Checked said = Checked.NOTHING;

    ReplyChecks(Services services, Threads threads, Locale locale) {
        this.services = services;
        this.threads = threads;
        this.locale = locale;
    }

    /** Who hears when {@link #said} is another. */
    public Listeners<ReplyChecks> listeners() {
        return listeners;
    }

    /** What was said last; of the text before, as long as the checks look at the newest. */
    public Checked said() {
        return said;
    }

    /** Why the text as it stands does not go; null if nothing is known against it. */
    public @Nullable String stop() {
        Optional<Finding> stop = said.stop();
        return stop.isPresent() && Objects.equals(typed, looked) ? stop.get().sentence() : null;
    }

    /** Asks a check again that was left out. */
    public void tryAgain(Trouble trouble) {
        services.plugins().guard().tryAgain(trouble.contribution());
        ReplyRequest request = typed;
        if (request != null) {
            looked = null;
            look(request);
        }
    }

    /** What is being written is another; null if there is nothing to look at. */
    void typed(@Nullable ReplyRequest request) {
        if (Objects.equals(request, typed)) {
            return;
        }
        ReplyRequest before = typed;
        boolean other =
                request == null || before == null || !request.conversation().equals(before.conversation());
        typed = request;
        stopLooking();
        if (other) {
            looked = null;
            become(Checked.NOTHING);
        }
        if (request != null) {
            pause.set(threads.later(QUIET, () -> look(request)));
        }
    }

    private void stopLooking() {
        monitor.setCanceled(true);
        pause.cancel();
        work.cancel();
    }

    private void look(ReplyRequest request) {
        stopLooking();
        IProgressMonitor own = new NullProgressMonitor();
        monitor = own;
        work.set(threads.<Checked>work(
                "check",
                () -> services.replies().check(services.scope(), request, locale, own),
                checked -> {
                    work.done();
                    looked = request;
                    become(checked);
                },
                // The desk asks once more before it takes the reply.
                fault -> work.done()));
    }

    private void become(Checked now) {
        if (!now.equals(said)) {
            said = now;
            listeners.fire(this);
        }
    }
}
