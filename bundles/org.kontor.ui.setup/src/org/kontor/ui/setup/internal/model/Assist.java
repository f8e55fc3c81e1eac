package org.kontor.ui.setup.internal.model;

import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * What we know of a channel's settings beyond what its connector declares, to spare the user typing. It proposes only what
 * the user has not typed himself, and a channel without it works as well.
 */
public interface Assist {
    /** Knows nothing. */
    Assist NONE = new Assist() {};

    /** The help for a channel, by the channel's name. */
    static Assist of(String channel) {
        return switch (channel) {
            case "mail" -> new MailAssist();
            case "bluesky" -> new HandleAssist();
            default -> NONE;
        };
    }

    /** The value as it will be kept, after the rules of its kind. */
    default String normalise(String name, String value) {
        return value;
    }

    /** Why a value that keeps the rules of its kind does not do all the same. */
    default Optional<Problem> check(FormField field, String value) {
        return Optional.empty();
    }

    /**
     * What other fields probably hold, now that {@code changed} has another value.
     *
     * @param value gives the value of any field, empty where there is none
     * @return by name; only fields that the user did not fill by hand are set
     */
    default Map<String, String> propose(String changed, UnaryOperator<String> value) {
        return Map.of();
    }

    /** A key of our texts: what has to be done elsewhere first. */
    default Optional<String> advice(UnaryOperator<String> value) {
        return Optional.empty();
    }

    /** How an account with these values would be called; empty while nothing is known. */
    default String accountName(UnaryOperator<String> value) {
        return "";
    }
}
