package org.kontor.simulator.internal.mail;

/** Is told of every message that arrived in a folder, after it is stored and outside the folder's lock. */
interface Deliveries {

    void arrived(JournaledFolder folder, long uid);
}
