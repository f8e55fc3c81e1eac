package org.kontor.ui.common.fault;

/**
 * A fault in words.
 *
 * @param word two or three words for a row or the status line
 * @param what one sentence: what is wrong
 * @param todo one or two sentences: what to do, or that nothing is to be done
 * @param detail what the server said, in its own words, for the one who mends it; may be empty
 * @since 0.1
 */
public record FaultText(String word, String what, String todo, String detail) {
    /** What is wrong and what to do, to be read in one go. */
    public String sentences() {
        return what + " " + todo;
    }
}
