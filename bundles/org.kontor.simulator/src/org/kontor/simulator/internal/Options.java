package org.kontor.simulator.internal;

import java.nio.file.Path;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * The arguments of the simulator's process.
 *
 * @param state folder that keeps the world
 * @param portFile file that names the control address once all is ready; null when nobody needs one
 * @param seed seed of everything random
 * @param speed how much faster than in life the customers act
 * @param script whether customers have a history and write by themselves
 * @param parent process whose end ends the simulator; empty when there is none
 */
public record Options(
        Path state, @Nullable Path portFile, long seed, double speed, boolean script, OptionalLong parent) {

    /** How to call it. */
    public static final String USAGE =
            "usage: --state DIR [--port-file FILE] [--seed N] [--speed X] [--no-script] [--parent PID]";

    /**
     * Reads the arguments; ones that belong to the platform are passed over when {@code lenient}.
     *
     * @throws IllegalArgumentException naming the argument that is wrong and what it should be
     */
    public static Options parse(String[] arguments, boolean lenient) {
        Path state = null;
        Path portFile = null;
        long seed = 1;
        double speed = 1;
        boolean script = true;
        OptionalLong parent = OptionalLong.empty();
        for (int i = 0; i < arguments.length; i++) {
            switch (arguments[i]) {
                case "--state" -> state = Path.of(value(arguments, ++i));
                case "--port-file" -> portFile = Path.of(value(arguments, ++i));
                case "--seed" -> seed = whole(arguments, ++i);
                case "--speed" -> speed = positive(arguments, ++i);
                case "--no-script" -> script = false;
                case "--parent" -> parent = OptionalLong.of(whole(arguments, ++i));
                default -> {
                    if (!lenient) {
                        throw new IllegalArgumentException("Unknown argument " + arguments[i] + "; " + USAGE);
                    }
                }
            }
        }
        if (state == null) {
            throw new IllegalArgumentException("The argument --state is missing; " + USAGE);
        }
        return new Options(state, portFile, seed, speed, script, parent);
    }

    private static String value(String[] arguments, int at) {
        if (at >= arguments.length) {
            throw new IllegalArgumentException("The argument " + arguments[at - 1] + " needs a value; " + USAGE);
        }
        return arguments[at];
    }

    private static long whole(String[] arguments, int at) {
        try {
            return Long.parseLong(value(arguments, at));
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(
                    arguments[at - 1] + " must be a whole number, not \"" + arguments[at] + "\"", e);
        }
    }

    private static double positive(String[] arguments, int at) {
        String text = value(arguments, at);
        if (!text.matches("\\d+(\\.\\d+)?") || Double.parseDouble(text) == 0) {
            throw new IllegalArgumentException(
                    arguments[at - 1] + " must be a number greater than 0, not \"" + text + "\"");
        }
        return Double.parseDouble(text);
    }
}
