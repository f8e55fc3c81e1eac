package org.kontor.api.reply;

/**
 * One thing that a check has to say of a reply.
 *
 * @param level how much it matters
 * @param sentence for the agent, in the language that was asked for: what it is and what to do; not blank, at most 200
 *     characters are shown
 * @param from where in the text it begins; -1 if it concerns all of it
 * @param to where it ends, exclusive; -1 if it concerns all of it
 * @since 0.1
 */
public record Finding(Level level, String sentence, int from, int to) {
    /** How much a finding matters. */
    public enum Level {
        /** Looked at and good; shown as a tick. */
        PASSED,
        /** The agent should look again; the reply may go. */
        ADVICE,
        /** The reply does not go like this. */
        STOP
    }

    public Finding {
        if (sentence.isBlank()) {
            throw new IllegalArgumentException("sentence must not be blank");
        }
        if (from < -1 || to < from || (from == -1) != (to == -1)) {
            throw new IllegalArgumentException("no place in a text: " + from + " to " + to);
        }
    }

    /** A finding about the whole text. */
    public Finding(Level level, String sentence) {
        this(level, sentence, -1, -1);
    }
}
