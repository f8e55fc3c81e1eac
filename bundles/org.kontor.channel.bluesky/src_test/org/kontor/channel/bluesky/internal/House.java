package org.kontor.channel.bluesky.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.kontor.api.channel.ChannelConnector;
import org.kontor.api.channel.ChannelSession;
import org.kontor.api.channel.Cursor;
import org.kontor.api.channel.Fault;
import org.kontor.api.channel.Normalised;
import org.kontor.api.channel.RawEvent;
import org.kontor.api.channel.Received;

/** Takes in what a session reads, as the house does: keeps the cursor, drops repeats, understands the rest. */
final class House {
    private final ChannelConnector connector;
    private final TestAccount account;
    private final Set<String> ledger = new HashSet<>();
    final List<Normalised> meanings = new ArrayList<>();
    final Map<String, Normalised.Item> items = new LinkedHashMap<>();
    Cursor cursor = Cursor.START;
    int delivered;
    int repeats;

    House(ChannelConnector connector, TestAccount account) {
        this.connector = connector;
        this.account = account;
    }

    /** Reads until there is no more. */
    Optional<Fault> read(ChannelSession session) {
        for (int page = 0; page < 500; page++) {
            switch (session.receive(cursor, new NullProgressMonitor())) {
                case Received.Failed failed -> {
                    return Optional.of(failed.fault());
                }
                case Received.Page found -> {
                    take(found.events());
                    cursor = found.next();
                    if (!found.more()) {
                        return Optional.empty();
                    }
                }
            }
        }
        throw new AssertionError("reading does not end");
    }

    void take(List<RawEvent> events) {
        for (RawEvent event : events) {
            delivered++;
            if (!ledger.add(event.id() + " " + new String(event.payload()))) {
                repeats++;
                continue;
            }
            List<Normalised> said = connector.normalise(account, event);
            assertThat(said).isNotEmpty();
            meanings.addAll(said);
            for (Normalised one : said) {
                if (one instanceof Normalised.Item item) {
                    items.put(item.id().value() + " " + item.version(), item);
                }
            }
        }
    }

    /** The messages with a text. */
    List<Normalised.Item> saying(String text) {
        return items.values().stream().filter(i -> i.text().equals(text)).toList();
    }
}
