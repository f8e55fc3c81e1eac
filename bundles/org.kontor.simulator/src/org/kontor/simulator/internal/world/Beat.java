package org.kontor.simulator.internal.world;

import java.util.List;
import org.kontor.simulator.Channel;
import org.kontor.simulator.CustomerMessage;

/**
 * One event of the script: somebody begins to write, or makes noise.
 *
 * @param number its place in the script
 * @param kind what happens
 * @param message what is written; for noise only brand and name count
 * @param language language of the writer
 * @param topic what it is about
 * @param choruses what others say below a public message, in their order
 * @param patience how many minutes the writer waits before asking again; 0 when he never does
 * @param regret after how many seconds the writer takes a post back; 0 when he does not
 * @param gap how long after the beat before, in parts of the usual time
 */
record Beat(
        int number,
        Kind kind,
        CustomerMessage message,
        String language,
        String topic,
        List<Chorus> choruses,
        double patience,
        double regret,
        double gap) {

    /** What happens. */
    enum Kind {
        /** somebody writes to the brand */
        OPENING,
        /** somebody writes angrily in public and others join */
        THREAD,
        /** an automatic reply or mass mailing */
        AUTOMATIC,
        /** somebody likes a post of the brand */
        LIKE,
        /** somebody follows the brand */
        FOLLOW
    }

    /**
     * What another person says below.
     *
     * @param name who
     * @param text what
     * @param after seconds after the one before
     */
    record Chorus(String name, String text, double after) {}

    /** Key of the brand. */
    String brand() {
        return message.brand();
    }

    /** Where it happens. */
    Channel channel() {
        return message.channel();
    }
}
