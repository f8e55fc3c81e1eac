package org.kontor.channel.mail.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.kontor.api.channel.Cursor;
import org.kontor.api.channel.EventSink;
import org.kontor.api.channel.RawEvent;
import org.kontor.api.channel.Received;

/** Keeps what is delivered. */
final class Sink implements EventSink {
    private final List<RawEvent> events = new CopyOnWriteArrayList<>();
    private final AtomicInteger alive = new AtomicInteger();
    private volatile Cursor cursor = Cursor.START;

    @Override
    public void deliver(Received.Page page) {
        events.addAll(page.events());
        cursor = page.next();
    }

    @Override
    public void alive() {
        alive.incrementAndGet();
    }

    int signsOfLife() {
        return alive.get();
    }

    Cursor cursor() {
        return cursor;
    }

    List<RawEvent> events() {
        return new ArrayList<>(events);
    }
}
