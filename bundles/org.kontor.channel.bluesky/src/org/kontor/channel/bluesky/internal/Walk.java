package org.kontor.channel.bluesky.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kontor.api.channel.RawEvent;
import org.kontor.channel.http.Json;

/**
 * How far a list that runs from new to old has been read. A walk begins at the newest entry and goes back, page by page,
 * until it meets what was known before; it can be broken off after any page and taken up again. Only when it has arrived
 * does the mark move, so that a gap is never taken for read.
 *
 * @param mark the sort key down to which everything newer is known; empty before the first walk has arrived
 * @param seen the newest known entries
 * @param page where the walk under way goes on; null while none is
 * @param met the newest entries that the walk under way has met
 */
record Walk(String mark, Seen seen, @Nullable String page, Seen met) {
    /** So many old entries on a page mean that the list has come to what is known; fewer may be out of order. */
    private static final int STRAYS = 3;

    static final Walk START = new Walk("", Seen.NOTHING, null, Seen.NOTHING);

    /**
     * One entry of the list.
     *
     * @param key what the list is sorted by, such that texts compare as the entries do; null where it cannot be told
     */
    record Entry(String id, @Nullable String key, RawEvent event) {}

    /**
     * What a page brought.
     *
     * @param events what was not known
     * @param next how far the list has been read now
     */
    record Step(List<RawEvent> events, Walk next) {}

    /** Whether the walk has not yet met what was known. */
    boolean underWay() {
        return page != null;
    }

    /**
     * Takes in a page.
     *
     * @param nextPage where the list goes on; null at its end
     * @param oldest entries older than this are of no interest
     * @param overlap the key down to which pages are read again although the mark is newer
     * @param latest no mark beyond this is believed
     */
    Step take(List<Entry> entries, @Nullable String nextPage, String oldest, String overlap, String latest) {
        String enough = mark.isEmpty() || overlap.compareTo(oldest) < 0 ? oldest : overlap;
        String floor = seen.floor();
        // What was forgotten cannot be told from what came late. Beyond the overlap it is taken for known; within it,
        // it is
        // brought again: a repeat does no harm, a loss would.
        String remembered = floor.compareTo(oldest) > 0 ? floor : oldest;
        String least = remembered.compareTo(enough) < 0 ? remembered : enough;
        List<RawEvent> events = new ArrayList<>();
        Seen now = met;
        int older = 0;
        for (Entry entry : entries) {
            String key = entry.key();
            older += key != null && key.compareTo(enough) < 0 ? 1 : 0;
            boolean wanted = key == null || key.compareTo(least) >= 0;
            if (wanted && !seen.has(entry.id()) && !now.has(entry.id())) {
                events.add(entry.event());
            }
            now = now.and(entry.id(), key);
        }
        now = Seen.NOTHING.and(now);
        boolean arrived = !entries.isEmpty() && older >= Math.min(STRAYS, entries.size());
        boolean goesOn = nextPage != null && !nextPage.equals(page) && !arrived;
        if (goesOn) {
            return new Step(events, new Walk(mark, seen, nextPage, now));
        }
        String newest = now.newest().compareTo(latest) > 0 ? latest : now.newest();
        return new Step(
                events, new Walk(newest.compareTo(mark) > 0 ? newest : mark, seen.and(now), null, Seen.NOTHING));
    }

    /** The same, begun anew: the platform does not know the page any more. */
    Walk restarted() {
        return new Walk(mark, seen, null, Seen.NOTHING);
    }

    ObjectNode json() {
        ObjectNode json = Json.object().put("mark", mark);
        json.set("seen", seen.json());
        if (page != null) {
            json.put("page", page);
            json.set("met", met.json());
        }
        return json;
    }

    static Walk of(JsonNode json) {
        return new Walk(
                Json.textOr("", json, "mark"),
                Seen.of(json.path("seen")),
                Json.text(json, "page"),
                Seen.of(json.path("met")));
    }
}
