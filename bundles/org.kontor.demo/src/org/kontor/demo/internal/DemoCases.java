package org.kontor.demo.internal;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kontor.api.access.Grants;
import org.kontor.api.access.Scope;
import org.kontor.api.account.Brand;
import org.kontor.api.cases.Case;
import org.kontor.api.cases.CaseFacts;
import org.kontor.api.cases.CaseQuery;
import org.kontor.api.cases.CaseResult;
import org.kontor.api.cases.Cases;
import org.kontor.api.cases.Category;
import org.kontor.api.cases.Severity;
import org.kontor.api.store.ConversationRef;
import org.kontor.api.store.InboxQuery;
import org.kontor.api.store.Queue;
import org.kontor.api.store.ReadRows;
import org.kontor.api.store.Store;

/** A case for each brand of the demo, made from what its customers wrote, so that the board is not empty on a first start. */
final class DemoCases {
    private static final Duration CUSTOMERS_WITHIN = Duration.ofSeconds(90);
    private static final Duration LOOK_EVERY = Duration.ofMillis(500);
    /** What a customer says of a thing that is not as it should be, in the words of this demo, the worst first. */
    private static final List<String> DEFECTS = List.of(
            "undicht",
            "kaputt",
            "klemmt",
            "cracked",
            "Naht an",
            "Ärmelnaht",
            "\"löst sich die Membran\"",
            "\"peeling off\"",
            "\"gave up halfway\"",
            "\"Reißverschluss meiner\"",
            "verbrannt",
            "flackert",
            "buzzing",
            "summt",
            "blinking",
            "beschädigt");
    /** What else is more than a question. */
    private static final List<String> TROUBLES = List.of(
            "Defekt",
            "\"falsche Mahlung\"",
            "\"whole beans\"",
            "Retoure",
            "refund",
            "\"no connection\"",
            "\"Seit dem Update\"",
            "Preiserhöhung",
            "Bridge",
            "pausieren");

    /** What a case is about, and the conversation that it was found in. */
    private record Found(Kind kind, ConversationRef conversation) {}

    private enum Kind {
        DEFECT,
        TROUBLE,
        QUESTION
    }

    private final Store store;
    private final Grants grants;
    private final Cases cases;

    DemoCases(Store store, Grants grants, Cases cases) {
        this.store = store;
        this.grants = grants;
        this.cases = cases;
    }

    /** Opens them, unless there ever was a case. Waits for the first customers. */
    void open() throws InterruptedException {
        Scope scope = grants.current();
        if (any(scope, new CaseQuery.State.Open())
                || any(scope, new CaseQuery.State.Closed(Instant.EPOCH, Instant.MAX))) {
            return;
        }
        List<Brand> waiting = new ArrayList<>(store.read(scope, rows -> rows.brands()));
        boolean high = false;
        Instant end = Instant.now().plus(CUSTOMERS_WITHIN);
        while (!waiting.isEmpty() && Instant.now().isBefore(end)) {
            for (Brand brand : List.copyOf(waiting)) {
                Optional<Found> found = find(scope, brand);
                if (found.isPresent()) {
                    waiting.remove(brand);
                    Severity severity = severity(found.get().kind(), high);
                    high |= severity == Severity.HIGH;
                    open(scope, found.get(), severity);
                }
            }
            Thread.sleep(LOOK_EVERY);
        }
    }

    private boolean any(Scope scope, CaseQuery.State state) {
        return !cases.board(scope, new CaseQuery(Set.of(), state, null, 1)).isEmpty();
    }

    /** One high case is enough for a board that shows what severity does. */
    private static Severity severity(Kind kind, boolean high) {
        return switch (kind) {
            case DEFECT -> high ? Severity.MEDIUM : Severity.HIGH;
            case TROUBLE -> Severity.MEDIUM;
            case QUESTION -> Severity.LOW;
        };
    }

    private Optional<Found> find(Scope scope, Brand brand) {
        return store.read(
                scope,
                rows -> first(rows, brand, DEFECTS)
                        .map(found -> new Found(Kind.DEFECT, found))
                        .or(() -> first(rows, brand, TROUBLES).map(found -> new Found(Kind.TROUBLE, found)))
                        .or(() -> {
                            // A few customers are there already, and none of them is in trouble.
                            var all = rows.index(query(brand, ""), 4);
                            return all.size() == 4
                                    ? Optional.of(new Found(Kind.QUESTION, all.get(0)))
                                    : Optional.empty();
                        }));
    }

    private static Optional<ConversationRef> first(ReadRows rows, Brand brand, List<String> words) {
        for (String word : words) {
            var index = rows.index(query(brand, word), 1);
            if (index.size() > 0) {
                return Optional.of(index.get(0));
            }
        }
        return Optional.empty();
    }

    private static InboxQuery query(Brand brand, String word) {
        return new InboxQuery(Queue.UNANSWERED, Set.of(brand.id()), Set.of(), word, InboxQuery.Order.URGENT_FIRST);
    }

    private void open(Scope scope, Found found, Severity severity) {
        if (cases.open(scope, found.conversation()) instanceof CaseResult.Done done) {
            Case fresh = done.now();
            CaseFacts facts = fresh.facts();
            @Nullable Instant due = facts.due();
            cases.save(
                    scope,
                    fresh.ref(),
                    fresh.revision(),
                    new CaseFacts(
                            facts.title(),
                            severity,
                            found.kind() == Kind.DEFECT ? Category.PRODUCT : facts.category(),
                            facts.cause(),
                            facts.remedy(),
                            facts.owner(),
                            due == null
                                    ? fresh.openedAt()
                                            .plus(Duration.ofHours(
                                                    26L * (Severity.CRITICAL.ordinal() - severity.ordinal())))
                                    : due));
            if (found.kind() != Kind.QUESTION) {
                cases.note(scope, fresh.ref(), "Rückmeldung für heute Nachmittag zugesagt.");
            }
            if (severity == Severity.HIGH) {
                cases.decide(scope, fresh.ref(), "Tausch ohne Rücksendung.");
            }
        }
    }
}
