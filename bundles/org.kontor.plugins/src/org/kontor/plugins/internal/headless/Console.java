package org.kontor.plugins.internal.headless;

/** What the command line answers: results on the one stream, reasons on the other. */
final class Console {
    private Console() {}

    /** A line of what was asked for. */
    static void line(String text) {
        System.out.println(text);
        System.out.flush();
    }

    /** Says what was done, or why it was not. */
    static void say(String text) {
        System.err.println("kontor: " + text);
        System.err.flush();
    }
}
