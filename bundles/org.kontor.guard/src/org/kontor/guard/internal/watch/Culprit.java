package org.kontor.guard.internal.watch;

import java.util.Optional;
import java.util.function.Supplier;

/**
 * Finds the plug-in in whose code a thread is.
 *
 * <p>Innermost first, the first frame that belongs to a plug-in is to blame; what the house, the platform, Java and libraries do
 * in between they do on its behalf. A library of a plug-in that knows nothing of the house is passed over like any other: the
 * plug-in that called it stands further out.
 */
final class Culprit {
    /** Says to which plug-in a class belongs. */
    interface Owners {
        /** The symbolic name of the plug-in's bundle that holds the class; empty if it is not a plug-in's. */
        Optional<String> plugin(String className);
    }

    /** Whose code it is, and where in it. */
    record Found(String bundle, String where) {}

    private final Supplier<? extends Owners> owners;

    /** @param owners those that are there; asked once for each look */
    Culprit(Supplier<? extends Owners> owners) {
        this.owners = owners;
    }

    Optional<Found> in(StackTraceElement... stack) {
        Owners now = owners.get();
        for (StackTraceElement frame : stack) {
            String name = plain(frame.getClassName());
            Optional<String> bundle = now.plugin(name);
            if (bundle.isPresent()) {
                return Optional.of(new Found(bundle.get(), name + "." + frame.getMethodName()));
            }
        }
        return Optional.empty();
    }

    /** The class that a lambda or a hidden class was written in. */
    private static String plain(String name) {
        int hidden = name.indexOf('/');
        int lambda = name.indexOf("$$");
        int end = hidden < 0 ? lambda : lambda < 0 ? hidden : Math.min(hidden, lambda);
        return end < 0 ? name : name.substring(0, end);
    }
}
