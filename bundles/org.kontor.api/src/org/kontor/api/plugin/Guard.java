package org.kontor.api.plugin;

import java.util.List;
import org.eclipse.core.runtime.IProgressMonitor;
import org.kontor.api.store.Store;

/**
 * The one way to call what a bundle contributes; a service. A contribution that throws, is slow or answers too much fails alone;
 * after {@value #PATIENCE} faults in a row it is switched off, with a reason that can be seen, until somebody tries it again.
 * Safe for use by several threads.
 *
 * @since 0.1
 */
public interface Guard {
    /** So many faults in a row switch a contribution off. */
    int PATIENCE = 3;

    /**
     * One call of a contribution.
     *
     * @param <S> the contributed service
     * @param <T> what it answers
     */
    @FunctionalInterface
    interface Call<S, T> {
        /** @param monitor is cancelled when the time is over */
        T on(S service, IProgressMonitor monitor) throws Exception;
    }

    /**
     * Calls a contribution on a thread of the guard and waits for it, at most as long as its kind may take. Not for the UI
     * thread. What the house contributes is called in the same way, but gets ten times as long and is never switched off.
     *
     * <p>An id is asked for in the contributing bundle's code: who cannot trust it to answer calls for it through the guard
     * too, under the name of the service's class.
     *
     * @param id as the contribution names itself
     * @param monitor cancels the call; a cancelled call is no fault of the contribution
     * @param call may throw {@link FloodException}; what else it throws is a fault as well
     * @throws org.eclipse.core.runtime.OperationCanceledException if {@code monitor} was cancelled before the answer
     */
    <S, T> Guarded<T> call(Contribution.Kind kind, String id, S service, IProgressMonitor monitor, Call<S, T> call);

    /** Contributions that failed lately, those that are switched off among them. Reads memory only. */
    List<Trouble> troubles();

    /**
     * Calls a contribution that is switched off again from now on. For one of kind {@link Contribution.Kind#WINDOW}, which
     * stands for all of its bundle, what it has in the window is there again after the next start.
     */
    void tryAgain(Contribution contribution);

    /** Whether the workbench runs in safe mode: then no contribution of a plug-in is called. */
    boolean safeMode();

    /**
     * Tells when the troubles changed, on any thread.
     *
     * @return ends it when closed
     */
    Store.Registration onChange(Runnable listener);
}
