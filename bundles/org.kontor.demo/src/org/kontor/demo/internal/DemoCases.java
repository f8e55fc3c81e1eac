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
import org.kontor.api.store.Store;

/** A case for each brand of the demo, made from what its customers wrote, so that the board is not empty on a first start. */
final class DemoCases {
    private static final Duration CUSTOMERS_WITHIN = Duration.ofSeconds(90);
    private static final Duration LOOK_EVERY = Duration.ofMillis(500);
    /** What sounds like more than a question, the worst first. */
    private static final List<String> TROUBLE =
            List.of("undicht", "kaputt", "defekt", "klemmt", "beschädigt", "broken", "Problem", "leider");

    private static final List<Severity> SEVERITIES = List.of(Severity.HIGH, Severity.MEDIUM, Severity.LOW);

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
        int opened = 0;
        Instant end = Instant.now().plus(CUSTOMERS_WITHIN);
        while (!waiting.isEmpty() && Instant.now().isBefore(end)) {
            for (Brand brand : List.copyOf(waiting)) {
                Optional<ConversationRef> found = find(scope, brand);
                if (found.isPresent()) {
                    waiting.remove(brand);
                    open(scope, found.get(), SEVERITIES.get(Math.min(opened++, SEVERITIES.size() - 1)));
                }
            }
            Thread.sleep(LOOK_EVERY);
        }
    }

    private boolean any(Scope scope, CaseQuery.State state) {
        return !cases.board(scope, new CaseQuery(Set.of(), state, null, 1)).isEmpty();
    }

    private Optional<ConversationRef> find(Scope scope, Brand brand) {
        return store.read(scope, rows -> {
            for (String word : TROUBLE) {
                var index = rows.index(query(brand, word), 1);
                if (index.size() > 0) {
                    return Optional.of(index.get(0));
                }
            }
            // A few customers are there already, and none of them is in trouble.
            var all = rows.index(query(brand, ""), 4);
            return all.size() == 4 ? Optional.of(all.get(0)) : Optional.empty();
        });
    }

    private static InboxQuery query(Brand brand, String word) {
        return new InboxQuery(Queue.UNANSWERED, Set.of(brand.id()), Set.of(), word, InboxQuery.Order.URGENT_FIRST);
    }

    private void open(Scope scope, ConversationRef conversation, Severity severity) {
        if (cases.open(scope, conversation) instanceof CaseResult.Done done) {
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
                            severity == Severity.HIGH ? Category.PRODUCT : facts.category(),
                            facts.cause(),
                            facts.remedy(),
                            facts.owner(),
                            due == null
                                    ? fresh.openedAt().plus(Duration.ofHours(26L * (severity.ordinal() + 1)))
                                    : due));
            cases.note(scope, fresh.ref(), "Kundin angerufen, Rückmeldung für heute Nachmittag zugesagt.");
            if (severity == Severity.HIGH) {
                cases.decide(scope, fresh.ref(), "Tausch ohne Rücksendung, mit dem Hersteller abgestimmt.");
            }
        }
    }
}
