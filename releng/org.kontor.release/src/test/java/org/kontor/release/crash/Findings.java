package org.kontor.release.crash;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.kontor.release.crash.Database.Reply;
import org.kontor.release.crash.Servers.Seen;

/** What is wrong after all the kills; each line names one thing. */
final class Findings {
    private final List<String> wrong = new ArrayList<>();
    private final Map<String, Long> states;

    Findings(Database store, List<String> written, List<String> acknowledged, List<Seen> answers) throws SQLException {
        List<Reply> replies = store.replies();
        states = new TreeMap<>(replies.stream().collect(groupingBy(Reply::state, counting())));
        received(store, written);
        acknowledged(replies, acknowledged);
        sent(replies, answers);
        balances(store);
        sound(store);
    }

    List<String> wrong() {
        return List.copyOf(wrong);
    }

    /** How many replies ended in which state. */
    Map<String, Long> states() {
        return states;
    }

    private void received(Database store, List<String> written) throws SQLException {
        // Events have names of their own, such as one for each folder that a mail lies in.
        Set<String> ledger = new HashSet<>(store.lines(
                "SELECT m.external_id FROM message m JOIN ledger l ON l.brand_id = m.brand_id AND l.id = m.source_id"));
        Map<String, Long> messages =
                store.lines("SELECT external_id FROM message").stream().collect(groupingBy(id -> id, counting()));
        for (String id : written) {
            if (!ledger.contains(id)) {
                wrong.add("not in the ledger: " + id);
            }
            if (messages.getOrDefault(id, 0L) != 1) {
                wrong.add(messages.getOrDefault(id, 0L) + " messages instead of one: " + id);
            }
        }
    }

    private void acknowledged(List<Reply> replies, List<String> lines) {
        Set<String> known = new HashSet<>();
        replies.forEach(reply -> known.add(reply.id() + "\t" + reply.key()));
        lines.stream()
                .filter(line -> !known.contains(line))
                .forEach(line -> wrong.add("acknowledged and lost: " + line));
    }

    private void sent(List<Reply> replies, List<Seen> answers) {
        Map<String, Long> copies = new TreeMap<>();
        answers.forEach(answer -> copies.merge(key(answer.id()), answer.copies(), Long::sum));
        for (Reply reply : replies) {
            long there = copies.getOrDefault(reply.key(), 0L);
            boolean fine = switch (reply.state()) {
                case "SENT" -> there == 1;
                case "UNDECIDED" -> there <= 1;
                default -> false;
            };
            if (!fine) {
                wrong.add(reply + " stands on the server " + there + " times");
            }
            copies.remove(reply.key());
        }
        copies.forEach((key, times) -> wrong.add("answered without a reply: " + key));
    }

    /** A Message-ID, or the record key of an at-uri. */
    private static String key(String id) {
        return id.startsWith("at://") ? id.substring(id.lastIndexOf('/') + 1) : id;
    }

    private void balances(Database store) throws SQLException {
        equal(
                "events seen",
                store.number("SELECT sum(seen) FROM ledger_day"),
                store.number("SELECT sum(waiting + stored + duplicate + unreadable + own_echo + not_an_inquiry)"
                        + " FROM ledger_day"));
        equal(
                "rows and repeats of the ledger",
                store.number("SELECT sum(seen) FROM ledger_day"),
                store.number("SELECT sum(1 + repeats) FROM ledger"));
        equal("events that wait", 0, store.number("SELECT count(*) FROM ledger WHERE outcome = 'WAITING'"));
        equal("events that could not be read", 0, store.number("SELECT sum(unreadable) FROM ledger_day"));
        equal(
                "open inquiries and open conversations",
                store.number("SELECT count(*) FROM inquiry WHERE end_kind IS NULL"),
                store.number("SELECT count(*) FROM conversation WHERE state IN ('OPEN', 'SNOOZED')"));
        equal(
                "the counter of open conversations",
                store.number("SELECT sum(held) FROM queue_counter WHERE queue = 'UNANSWERED' AND user_id = 0"),
                store.number("SELECT count(*) FROM conversation WHERE state = 'OPEN'"));
    }

    private void equal(String what, long one, long other) {
        if (one != other) {
            wrong.add(what + ": " + one + " and " + other);
        }
    }

    private void sound(Database store) throws SQLException {
        List<String> said = store.lines("PRAGMA integrity_check");
        if (!said.equals(List.of("ok"))) {
            wrong.addAll(said);
        }
        store.lines("PRAGMA foreign_key_check").forEach(line -> wrong.add("a row refers to none: " + line));
    }
}
