package org.kontor.escalation.internal.cases;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kontor.api.access.Right;
import org.kontor.api.access.Scope;
import org.kontor.api.access.User;
import org.kontor.api.account.Brand;
import org.kontor.api.audit.AuditAction;
import org.kontor.api.audit.AuditEvent;
import org.kontor.api.audit.AuditField;
import org.kontor.api.audit.AuditSubject;
import org.kontor.api.cases.Case;
import org.kontor.api.cases.CaseEntry;
import org.kontor.api.cases.CaseEntry.What;
import org.kontor.api.cases.CaseFacts;
import org.kontor.api.cases.CaseNumber;
import org.kontor.api.cases.CaseQuery;
import org.kontor.api.cases.CaseRef;
import org.kontor.api.cases.CaseResult;
import org.kontor.api.cases.CaseResult.Why;
import org.kontor.api.cases.Cases;
import org.kontor.api.cases.Outcome;
import org.kontor.api.conversation.Conversation;
import org.kontor.api.id.CaseEntryId;
import org.kontor.api.id.CaseId;
import org.kontor.api.id.IdSource;
import org.kontor.api.id.UserId;
import org.kontor.api.store.ConversationRef;
import org.kontor.api.store.Store;
import org.kontor.api.store.WriteRows;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Keeps the cases. A case, its timeline and what it escalates change in one transaction. */
@Component(service = Cases.class)
public final class CaseService implements Cases {
    private final Store store;
    private final InstantSource clock;
    private @Nullable IdSource ids;

    @Activate
    public CaseService(@Reference Store store) {
        this(store, InstantSource.system());
    }

    /** @param clock dates what happens */
    CaseService(Store store, InstantSource clock) {
        this.store = store;
        this.clock = clock;
    }

    /** The store says how ids of this process differ from those of others; it is open where this is called. */
    private synchronized long nextId() {
        IdSource known = ids;
        if (known == null) {
            known = new IdSource(clock, store.node());
            ids = known;
        }
        return known.next();
    }

    @Override
    public CaseResult open(Scope scope, ConversationRef ref) {
        scope.require(ref.brand(), Right.ANSWER);
        return store.write(scope, rows -> {
            Conversation conversation = rows.conversation(ref).orElse(null);
            Brand brand = rows.brand(ref.brand()).orElse(null);
            if (conversation == null || brand == null) {
                return new CaseResult.Refused(Why.NO_CONVERSATION);
            }
            Optional<Case> there = rows.casesOf(ref).stream().filter(Case::open).findFirst();
            return there.isPresent() ? new CaseResult.Done(there.get()) : begin(rows, brand, conversation);
        });
    }

    private CaseResult begin(WriteRows rows, Brand brand, Conversation conversation) {
        Instant now = now();
        UserId by = rows.scope().user();
        int year = now.atZone(brand.zone()).getYear();
        Case fresh = new Case(
                new CaseId(nextId()),
                brand.id(),
                new CaseNumber(year, rows.lastCaseNumber(brand.id(), year) + 1),
                FirstFacts.of(conversation, rows.messages(ConversationRef.of(conversation)), by, now),
                List.of(ConversationRef.of(conversation)),
                now,
                by,
                null,
                1);
        rows.saveCase(fresh);
        add(rows, fresh, new What.Opened(), new What.Linked(conversation.id()));
        return new CaseResult.Done(fresh);
    }

    @Override
    public CaseResult save(Scope scope, CaseRef ref, int revision, CaseFacts facts) {
        return change(scope, ref, (rows, was) -> {
            if (was.revision() != revision) {
                return new CaseResult.Conflict(was);
            }
            if (!was.open()) {
                return new CaseResult.Refused(Why.CLOSED);
            }
            if (facts.title().isEmpty()) {
                return new CaseResult.Refused(Why.NO_WORDS);
            }
            if (isNobody(rows, facts.owner())) {
                return new CaseResult.Refused(Why.NO_SUCH_USER);
            }
            List<What> changes = Changed.between(was.facts(), facts);
            return changes.isEmpty()
                    ? new CaseResult.Done(was)
                    : done(rows, with(was, facts, null, revision + 1), changes.toArray(What[]::new));
        });
    }

    private static boolean isNobody(WriteRows rows, @Nullable UserId owner) {
        return owner != null && rows.users().stream().map(User::id).noneMatch(owner::equals);
    }

    @Override
    public CaseResult note(Scope scope, CaseRef ref, String text) {
        return say(scope, ref, text.strip(), new What.Noted(text.strip()));
    }

    @Override
    public CaseResult decide(Scope scope, CaseRef ref, String text) {
        return say(scope, ref, text.strip(), new What.Decided(text.strip()));
    }

    private CaseResult say(Scope scope, CaseRef ref, String text, What what) {
        return change(scope, ref, (rows, was) -> {
            if (text.isEmpty()) {
                return new CaseResult.Refused(Why.NO_WORDS);
            }
            add(rows, was, what);
            return new CaseResult.Done(was);
        });
    }

    @Override
    public CaseResult link(Scope scope, CaseRef ref, ConversationRef conversation) {
        return change(scope, ref, (rows, was) -> {
            if (!was.open()) {
                return new CaseResult.Refused(Why.CLOSED);
            }
            if (!conversation.brand().equals(was.brand())
                    || rows.conversation(conversation).isEmpty()) {
                return new CaseResult.Refused(Why.NO_CONVERSATION);
            }
            if (was.conversations().contains(conversation)) {
                return new CaseResult.Done(was);
            }
            List<ConversationRef> more = new ArrayList<>(was.conversations());
            more.add(conversation);
            return done(rows, holding(was, more), new What.Linked(conversation.id()));
        });
    }

    @Override
    public CaseResult unlink(Scope scope, CaseRef ref, ConversationRef conversation) {
        return change(scope, ref, (rows, was) -> {
            if (!was.open()) {
                return new CaseResult.Refused(Why.CLOSED);
            }
            List<ConversationRef> fewer = new ArrayList<>(was.conversations());
            return fewer.remove(conversation)
                    ? done(rows, holding(was, fewer), new What.Unlinked(conversation.id()))
                    : new CaseResult.Done(was);
        });
    }

    @Override
    public CaseResult close(Scope scope, CaseRef ref, int revision, Outcome outcome, String words) {
        return change(scope, ref, (rows, was) -> {
            if (was.revision() != revision) {
                return new CaseResult.Conflict(was);
            }
            if (!was.open()) {
                return new CaseResult.Refused(Why.CLOSED);
            }
            Case.Closing closing =
                    new Case.Closing(outcome, words, now(), rows.scope().user());
            return done(rows, with(was, was.facts(), closing, revision + 1), new What.Closed(outcome, closing.words()));
        });
    }

    @Override
    public CaseResult reopen(Scope scope, CaseRef ref) {
        return change(
                scope,
                ref,
                (rows, was) -> was.open()
                        ? new CaseResult.Refused(Why.OPEN)
                        : done(rows, with(was, was.facts(), null, was.revision() + 1), new What.Reopened()));
    }

    @Override
    public Optional<Case> find(Scope scope, CaseRef ref) {
        return store.read(scope, rows -> rows.caseBy(ref));
    }

    @Override
    public List<CaseEntry> entries(Scope scope, CaseRef ref) {
        return store.read(scope, rows -> rows.caseEntries(ref));
    }

    @Override
    public List<Case> board(Scope scope, CaseQuery query) {
        return store.read(scope, rows -> rows.cases(query));
    }

    @Override
    public List<Case> of(Scope scope, ConversationRef conversation) {
        return store.read(scope, rows -> rows.casesOf(conversation));
    }

    private interface Step {
        CaseResult take(WriteRows rows, Case was);
    }

    private CaseResult change(Scope scope, CaseRef ref, Step step) {
        scope.require(ref.brand(), Right.ANSWER);
        return store.write(
                scope,
                rows -> rows.caseBy(ref)
                        .map(was -> step.take(rows, was))
                        .orElseGet(() -> new CaseResult.Refused(Why.NO_CASE)));
    }

    private CaseResult done(WriteRows rows, Case now, What... what) {
        rows.saveCase(now);
        add(rows, now, what);
        return new CaseResult.Done(now);
    }

    private void add(WriteRows rows, Case of, What... what) {
        Instant now = now();
        List<CaseEntry> entries = new ArrayList<>();
        for (What each : what) {
            entries.add(
                    new CaseEntry(new CaseEntryId(nextId()), now, rows.scope().user(), each));
        }
        rows.addCaseEntries(of.ref(), entries);
        // The timeline says what was changed; the trail proves that it does.
        entries.forEach(entry -> rows.audit(new AuditEvent(
                of.brand(),
                entry.at(),
                entry.by(),
                AuditAction.CASE,
                new AuditSubject.OfCase(of.id()),
                List.of(
                        AuditField.of("case", of.number()),
                        AuditField.of("change", entry.what().getClass().getSimpleName()),
                        AuditField.of("entry", entry.id().value())))));
    }

    private static Case with(Case was, CaseFacts facts, Case.@Nullable Closing closing, int revision) {
        return new Case(
                was.id(),
                was.brand(),
                was.number(),
                facts,
                was.conversations(),
                was.openedAt(),
                was.openedBy(),
                closing,
                revision);
    }

    private static Case holding(Case was, List<ConversationRef> conversations) {
        return new Case(
                was.id(),
                was.brand(),
                was.number(),
                was.facts(),
                conversations,
                was.openedAt(),
                was.openedBy(),
                was.closing(),
                was.revision());
    }

    /** To the millisecond that people see. */
    private Instant now() {
        return Instant.ofEpochMilli(clock.millis());
    }
}
