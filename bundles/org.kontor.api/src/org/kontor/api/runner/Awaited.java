package org.kontor.api.runner;

/**
 * Something outside the workbench that accounts need and that is only being started, such as a tunnel or the demo's servers. A
 * service: while one is installed that is not ready, the runner begins with no account, so that none is called unreachable for
 * it. {@link Runner#accountsChanged} tells the runner that it is ready; whoever cannot bring it about says that it is, all the
 * same, and leaves the accounts to say what is wrong.
 *
 * @since 0.1
 */
@FunctionalInterface
public interface Awaited {
    /** Whether accounts may begin. Answers at once; may be called on any thread. */
    boolean ready();
}
