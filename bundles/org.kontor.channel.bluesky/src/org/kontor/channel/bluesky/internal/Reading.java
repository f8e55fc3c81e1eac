package org.kontor.channel.bluesky.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.core.runtime.IProgressMonitor;
import org.jspecify.annotations.Nullable;
import org.kontor.api.channel.Cursor;
import org.kontor.api.channel.Fault;
import org.kontor.api.channel.FaultKind;
import org.kontor.api.channel.Origin;
import org.kontor.api.channel.RawEvent;
import org.kontor.api.channel.Received;
import org.kontor.channel.bluesky.internal.Walk.Entry;
import org.kontor.channel.http.HttpCall.Urgency;
import org.kontor.channel.http.Json;

/**
 * Reads two lists: the notifications, and the account's own posts, where answers given with another client show. Both run
 * from new to old; {@link Walk} keeps how far each has been read.
 */
final class Reading {
    /** How much older than the account's start a message may be to be read as history. */
    static final Duration HISTORY = Duration.ofDays(14);
    /** Notifications come up to this late among others that are known already (servers.md). */
    private static final Duration LATE = Duration.ofMinutes(10);
    /** The own posts are looked at less often than the notifications. */
    private static final Duration OWN_EVERY = Duration.ofSeconds(60);

    private static final String PAGE = "50";
    // Fixed width, so that texts sort like times.
    private static final DateTimeFormatter KEY =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

    private final Api api;
    private final Instant start;
    private final InstantSource clock;
    private volatile Instant ownDue = Instant.MIN;

    /** A page of one of the lists, or why not. */
    private sealed interface Listed {
        record Page(List<Entry> entries, @Nullable String next) implements Listed {}

        record Failed(Fault fault) implements Listed {}
    }

    /** How far both lists have been read. */
    private record State(Walk notifications, Walk own) {
        static State of(Cursor cursor) {
            if (cursor.atStart()) {
                return new State(Walk.START, Walk.START);
            }
            try {
                JsonNode json = Json.read(cursor.value().getBytes(StandardCharsets.UTF_8));
                return new State(Walk.of(json.path("notifications")), Walk.of(json.path("own")));
            } catch (Json.Broken e) {
                // Reading everything again does no harm; reading nothing would.
                return new State(Walk.START, Walk.START);
            }
        }

        Cursor cursor() {
            ObjectNode json = Json.object();
            json.set("notifications", notifications.json());
            json.set("own", own.json());
            return new Cursor(new String(Json.write(json), StandardCharsets.UTF_8));
        }
    }

    Reading(Api api, Instant workFrom, InstantSource clock) {
        this.api = api;
        this.start = workFrom.minus(HISTORY);
        this.clock = clock;
    }

    Received receive(Cursor since, IProgressMonitor monitor) {
        State state = State.of(since);
        List<RawEvent> events = new ArrayList<>();
        if (!state.own().underWay()) {
            Listed listed = notifications(state.notifications().page(), Origin.RECEIVED, monitor);
            if (!(listed instanceof Listed.Page page)) {
                return failed(listed, state, monitor);
            }
            Walk before = state.notifications();
            Walk.Step step =
                    before.take(page.entries(), page.next(), key(start), late(before.mark()), key(clock.instant()));
            events.addAll(step.events());
            state = new State(step.next(), state.own());
            if (step.next().underWay()) {
                return new Received.Page(events, state.cursor(), true);
            }
        }
        if (state.own().underWay() || !clock.instant().isBefore(ownDue)) {
            Listed listed = own(state.own().page(), Origin.RECEIVED, monitor);
            if (listed instanceof Listed.Page page) {
                Walk.Step step = state.own()
                        .take(
                                page.entries(),
                                page.next(),
                                Tid.first(start),
                                state.own().mark(),
                                latestOwn());
                events.addAll(step.events());
                state = new State(state.notifications(), step.next());
                if (!step.next().underWay()) {
                    ownDue = clock.instant().plus(OWN_EVERY);
                }
            } else if (events.isEmpty()) {
                return failed(listed, state, monitor);
            } else {
                // What came is kept first; the own posts stay due, and their fault will show at the next call.
                return new Received.Page(events, state.cursor(), true);
            }
        }
        return new Received.Page(events, state.cursor(), state.own().underWay());
    }

    private static Received failed(Listed listed, State state, IProgressMonitor monitor) {
        if (!(listed instanceof Listed.Failed failed)) {
            throw new IllegalStateException("a page is no fault");
        }
        boolean midway = state.notifications().underWay() || state.own().underWay();
        if (failed.fault().kind() == FaultKind.PERMANENT && midway && !monitor.isCanceled()) {
            // The place at which we broke off is not known any more: begin this walk anew, and lose nothing.
            // Not at once, or a server that fails for good would be asked without a pause.
            State anew =
                    new State(state.notifications().restarted(), state.own().restarted());
            return new Received.Page(List.of(), anew.cursor(), false);
        }
        return new Received.Failed(failed.fault());
    }

    /** Everything since a time, whatever the cursor says. Pages: {@code n:...} notifications, then {@code o:...} own posts. */
    Received reconcile(Instant since, Cursor page, IProgressMonitor monitor) {
        boolean own = page.value().startsWith("o:");
        String at = page.value().length() > 2 ? page.value().substring(2) : null;
        Listed listed = own ? own(at, Origin.RECONCILED, monitor) : notifications(at, Origin.RECONCILED, monitor);
        return switch (listed) {
            case Listed.Failed failed -> new Received.Failed(failed.fault());
            case Listed.Page found -> {
                String oldest = own ? Tid.first(since) : key(since);
                List<RawEvent> events = found.entries().stream()
                        .filter(e -> young(e, oldest))
                        .map(Entry::event)
                        .toList();
                String next = found.next();
                boolean goesOn = next != null
                        && !next.equals(at)
                        && (found.entries().isEmpty()
                                || found.entries().stream().anyMatch(e -> young(e, oldest)));
                if (goesOn) {
                    yield new Received.Page(events, new Cursor((own ? "o:" : "n:") + next), true);
                }
                yield own ? new Received.Page(events, page, false) : new Received.Page(events, new Cursor("o:"), true);
            }
        };
    }

    private static boolean young(Entry entry, String oldest) {
        String key = entry.key();
        return key == null || key.compareTo(oldest) >= 0;
    }

    private Listed notifications(@Nullable String page, Origin origin, IProgressMonitor monitor) {
        Map<String, List<String>> parameters = parameters(page);
        // Without it, an account that asked for "priority" notifications in the app gets only those of people it
        // follows.
        parameters.put("priority", List.of("false"));
        return list("app.bsky.notification.listNotifications", "notifications", parameters, monitor, (item, did) -> {
            RawEvent event = Events.notification(item, did, origin);
            Instant indexed = Json.instant(item, "indexedAt");
            return new Entry(event.id().value(), indexed == null ? null : key(indexed), event);
        });
    }

    private Listed own(@Nullable String page, Origin origin, IProgressMonitor monitor) {
        Map<String, List<String>> parameters = parameters(page);
        parameters.put("collection", List.of(AtUri.POST));
        return list("com.atproto.repo.listRecords", "records", parameters, monitor, (item, did) -> {
            RawEvent event = Events.record(item, did, origin);
            // Only keys made of time sort by time.
            String key =
                    AtUri.parse(Json.textOr("", item, "uri")).map(AtUri::rkey).orElse("");
            return new Entry(event.id().value(), Tid.time(key).isPresent() ? key : null, event);
        });
    }

    private interface Making {
        Entry of(JsonNode item, String did);
    }

    private Listed list(
            String method,
            String field,
            Map<String, List<String>> parameters,
            IProgressMonitor monitor,
            Making making) {
        SignIn.Outcome session = api.session(monitor);
        if (!(session instanceof SignIn.Outcome.In in)) {
            return new Listed.Failed(SignIn.fault(session));
        }
        String did = in.tokens().did();
        if (method.startsWith("com.atproto.repo.")) {
            parameters.put("repo", List.of(did));
        }
        Reply reply = api.query(method, parameters, Urgency.POLL, monitor);
        if (!(reply instanceof Reply.Ok ok)) {
            return new Listed.Failed(Reply.fault(reply));
        }
        JsonNode items = ok.json().path(field);
        if (!items.isArray()) {
            return new Listed.Failed(Fault.of(FaultKind.PROTOCOL, method + " answered without " + field));
        }
        List<Entry> entries = new ArrayList<>();
        items.forEach(item -> entries.add(making.of(item, did)));
        String next = Json.text(ok.json(), "cursor");
        return new Listed.Page(entries, next == null || next.isBlank() ? null : next);
    }

    private static Map<String, List<String>> parameters(@Nullable String page) {
        Map<String, List<String>> parameters = new TreeMap<>();
        parameters.put("limit", List.of(PAGE));
        if (page != null) {
            parameters.put("cursor", List.of(page));
        }
        return parameters;
    }

    private static String key(Instant at) {
        return KEY.format(at);
    }

    /** Own posts may be dated ahead by another device's clock; a day is forgiven. */
    private String latestOwn() {
        return Tid.first(clock.instant().plus(Duration.ofDays(1)));
    }

    private static String late(String mark) {
        try {
            return mark.isEmpty() ? "" : key(Instant.parse(mark).minus(LATE));
        } catch (DateTimeException e) {
            // Not of our writing: read all pages again.
            return "";
        }
    }
}
