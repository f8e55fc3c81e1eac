package org.kontor.app.internal.model;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;

/** Keeps the newest so many of something. Safe for use by several threads. */
public final class Ring<T> {
    private final int capacity;
    private final Deque<T> kept = new ArrayDeque<>();

    /** @param capacity how many are kept */
    public Ring(int capacity) {
        this.capacity = capacity;
    }

    /** Adds one and drops the oldest if there are too many. */
    public synchronized void add(T one) {
        if (kept.size() == capacity) {
            kept.removeFirst();
        }
        kept.addLast(one);
    }

    /** What is kept, newest first. */
    public synchronized List<T> newestFirst() {
        List<T> all = new ArrayList<>(kept);
        Collections.reverse(all);
        return all;
    }

    /** Forgets all. */
    public synchronized void clear() {
        kept.clear();
    }
}
