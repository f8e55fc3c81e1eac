package org.kontor.app.internal.launch;

/** The few words that a start script or a person at a terminal waits for. Everything else goes to the log. */
final class Console {
    private Console() {}

    /** Says that something went as it was asked for. */
    static void say(String line) {
        System.out.println("kontor: " + line);
        System.out.flush();
    }

    /** Says why the process ends. */
    static void complain(String line) {
        System.err.println("kontor: " + line);
        System.err.flush();
    }
}
