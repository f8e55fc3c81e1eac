package org.kontor.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.kontor.store.World.MAIL;
import static org.kontor.store.World.NOW;

import java.lang.reflect.Method;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.kontor.api.access.Scope;
import org.kontor.api.access.ScopeException;
import org.kontor.api.access.User;
import org.kontor.api.account.AccountStatus;
import org.kontor.api.account.Brand;
import org.kontor.api.account.Client;
import org.kontor.api.audit.AuditAction;
import org.kontor.api.audit.AuditCheck;
import org.kontor.api.audit.AuditEvent;
import org.kontor.api.audit.AuditField;
import org.kontor.api.audit.AuditQuery;
import org.kontor.api.audit.AuditStep;
import org.kontor.api.audit.AuditSubject;
import org.kontor.api.cases.Case;
import org.kontor.api.cases.CaseEntry;
import org.kontor.api.cases.CaseQuery;
import org.kontor.api.cases.CaseRef;
import org.kontor.api.channel.Cursor;
import org.kontor.api.channel.ExternalId;
import org.kontor.api.channel.Origin;
import org.kontor.api.channel.RawEvent;
import org.kontor.api.channel.ReplyMode;
import org.kontor.api.clock.OfficeHours;
import org.kontor.api.clock.Policy;
import org.kontor.api.conversation.Conversation;
import org.kontor.api.conversation.Draft;
import org.kontor.api.conversation.Inquiry;
import org.kontor.api.conversation.InquiryEnd;
import org.kontor.api.conversation.Message;
import org.kontor.api.conversation.MessageVersion;
import org.kontor.api.conversation.Note;
import org.kontor.api.conversation.Profile;
import org.kontor.api.id.AttachmentId;
import org.kontor.api.id.BrandId;
import org.kontor.api.id.ClientId;
import org.kontor.api.id.LedgerId;
import org.kontor.api.id.NoteId;
import org.kontor.api.ledger.BalanceDifference;
import org.kontor.api.ledger.EventBalance;
import org.kontor.api.ledger.InquiryBalance;
import org.kontor.api.ledger.LedgerOutcome;
import org.kontor.api.outbox.OutboxEntry;
import org.kontor.api.outbox.OutboxState;
import org.kontor.api.store.ConversationRef;
import org.kontor.api.store.IdIndex;
import org.kontor.api.store.InboxQuery;
import org.kontor.api.store.InquirySelection;
import org.kontor.api.store.Queue;
import org.kontor.api.store.ReadRows;
import org.kontor.api.store.ResponseTimes;
import org.kontor.api.store.StoreException;
import org.kontor.api.store.WriteRows;

/** The brand wall: a scope without a brand gets nothing of it and changes nothing in it, by whatever method. */
public abstract class WallContract extends StoreContract {
    private final BrandId brand;
    private final Conversation conversation;
    private final ConversationRef ref;
    private final Message message;
    private final Profile profile;
    private final Inquiry inquiry;
    private final OutboxEntry entry;
    private final Note note;
    private final Draft draft;
    private final LedgerId ledger;
    private final String blob;
    private final Policy policy;
    private final Case openCase;
    private final AuditEvent audited;
    /** Another client's brand, so that not even the client's name is known. */
    private final Scope stranger;

    private final Brand strangersBrand;

    protected WallContract(Engine engine, Path folder) {
        super(engine, folder);
        brand = world.nordwind.id();
        Client client = new Client(new ClientId(world.ids.next()), "Fremd AG");
        strangersBrand = Bend.with(world.brand("Fremd", "Europe/Berlin"), "client", client.id());
        store.write(world.grants.agency(User.LOCAL), rows -> {
            rows.saveClient(client);
            rows.saveBrand(strangersBrand);
            return 0;
        });
        stranger = world.grants.of(User.LOCAL, strangersBrand.id());
        profile = world.profile(world.mail, "lena@example.org", "Lena");
        conversation = Bend.with(
                world.conversation(world.mail, "<1@x>"),
                "assignee",
                User.LOCAL,
                "sendTrouble",
                true,
                "unreadable",
                true);
        ref = ConversationRef.of(conversation);
        message = world.message(conversation, "<1@x>", "Lena", "Hallo");
        inquiry = world.inquiry(conversation, message);
        Inquiry answered = Bend.with(
                world.inquiry(conversation, message),
                "end",
                new InquiryEnd.AnsweredElsewhere(NOW.plusSeconds(9), null));
        entry = world.reply(conversation, "key", "Antwort");
        note = new Note(new NoteId(world.ids.next()), brand, conversation.id(), User.LOCAL, "Notiz", NOW);
        draft = new Draft(
                conversation.id(), User.LOCAL, ReplyMode.DIRECT, "Entwurf", List.of(), List.of(), List.of(), NOW);
        policy = new Policy(
                brand,
                OfficeHours.always(world.nordwind.zone()),
                Duration.ofHours(2),
                Policy.Start.SEEN,
                Policy.WARN_PERCENT);
        openCase = world.openCase(world.nordwind, 7, conversation);
        audited = new AuditEvent(
                brand,
                NOW,
                User.LOCAL,
                AuditAction.NOTE,
                new AuditSubject.OfConversation(conversation.id()),
                List.of(AuditField.personal("text", "Lena rief an")));
        blob = store.write(world.all, rows -> {
            rows.saveProfiles(List.of(profile));
            rows.saveConversations(List.of(conversation));
            rows.saveMessages(List.of(message));
            rows.addVersions(brand, List.of(version("1")));
            rows.saveInquiries(List.of(inquiry, answered));
            rows.saveParticipants(ref, List.of(profile.id()));
            rows.saveOutbox(entry);
            rows.saveOutbox(Bend.with(world.reply(conversation, "key 2", "x"), "state", OutboxState.SENDING));
            rows.saveNote(note);
            rows.saveReadMarks(Map.of(ref, NOW));
            rows.savePolicy(policy);
            rows.saveCase(openCase);
            rows.addCaseEntries(openCase.ref(), List.of(world.entry(new CaseEntry.What.Noted("Lena rief an"))));
            rows.audit(audited);
            rows.saveBrandLogo(brand, new byte[] {3});
            rows.saveDraft(brand, draft);
            rows.saveStatus(AccountStatus.unread(world.mail.id()));
            rows.record(
                    world.mail,
                    List.of(
                            world.event("1", "a"),
                            new RawEvent(new ExternalId("late"), Origin.RECONCILED, "text/plain", new byte[] {5})),
                    new Cursor("7"),
                    NOW);
            return rows.saveBlob(brand, new byte[] {1});
        });
        ledger = store.read(world.all, rows -> rows.waiting(brand, world.mail.id(), 1))
                .getFirst()
                .id();
    }

    private MessageVersion version(String version) {
        return new MessageVersion(message.id(), Integer.parseInt(version), version, null, "Hallo", NOW);
    }

    /** One call of each reading method, with keys of the brand. */
    private Map<String, Function<ReadRows, ?>> reads() {
        Map<String, Function<ReadRows, ?>> calls = new LinkedHashMap<>();
        calls.put("clients", ReadRows::clients);
        calls.put("brands", ReadRows::brands);
        calls.put("brand", rows -> rows.brand(brand));
        calls.put("accounts", ReadRows::accounts);
        calls.put("account", rows -> rows.account(brand, world.mail.id()));
        calls.put("accountStatuses", ReadRows::accountStatuses);
        calls.put("cursor", rows -> rows.cursor(brand, world.mail.id()));
        calls.put(
                "index",
                rows -> Arrays.stream(Queue.values())
                        .flatMap(queue -> List.of("", "hallo").stream()
                                .map(text -> new InboxQuery(
                                        queue, Set.of(brand), Set.of(), text, InboxQuery.Order.NEWEST_FIRST)))
                        .map(query -> rows.index(query, 10))
                        .mapToInt(IdIndex::size)
                        .sum());
        calls.put("policy", rows -> rows.policy(brand));
        calls.put("brandLogo", rows -> rows.brandLogo(brand));
        calls.put("openInquiries", rows -> rows.openInquiries(brand, null, 10));
        calls.put("conversations", rows -> rows.conversations(List.of(ref)));
        calls.put("conversation", rows -> rows.conversation(ref));
        calls.put("readMarks", rows -> rows.readMarks(List.of(ref)));
        calls.put("queueCounts", rows -> rows.queueCounts().get(brand) == null ? 0 : 1);
        calls.put("messages", rows -> rows.messages(ref));
        calls.put("message", rows -> rows.message(brand, message.id()));
        calls.put("versions", rows -> rows.versions(brand, message.id()));
        calls.put("inquiries", rows -> rows.inquiries(ref));
        calls.put("notes", rows -> rows.notes(ref));
        calls.put("draft", rows -> rows.draft(ref));
        calls.put("caseBy", rows -> rows.caseBy(openCase.ref()));
        calls.put("cases", rows -> rows.cases(CaseQuery.open(Set.of())));
        calls.put("casesOf", rows -> rows.casesOf(ref));
        calls.put("caseEntries", rows -> rows.caseEntries(openCase.ref()));
        calls.put("lastCaseNumber", rows -> rows.lastCaseNumber(brand, 2026));
        calls.put("audit", rows -> rows.audit(AuditQuery.of(brand, 10)));
        calls.put("auditAnchors", rows -> rows.auditAnchors(brand));
        calls.put("checkAudit", rows -> rows.checkAudit(brand, AuditStep.Onward.START, List.of(), 10));
        calls.put("profile", rows -> rows.profile(brand, profile.id()));
        calls.put("profiles", rows -> rows.profiles(brand, profile.contact()));
        calls.put("conversationsOf", rows -> rows.conversationsOf(brand, profile.contact(), 10));
        calls.put("ledgerEntry", rows -> rows.ledgerEntry(brand, ledger));
        calls.put("waiting", rows -> rows.waiting(brand, world.mail.id(), 10));
        List<ExternalId> ids = List.of(message.externalId());
        calls.put("messagesByExternalId", rows -> rows.messagesByExternalId(brand, world.mail.id(), ids));
        calls.put("conversationsByRoot", rows -> rows.conversationsByRoot(brand, world.mail.id(), ids));
        calls.put(
                "profilesByExternalId", rows -> rows.profilesByExternalId(brand, MAIL, List.of(profile.externalId())));
        calls.put("openInboundMessages", rows -> rows.openInboundMessages(brand, world.mail.id(), 10));
        calls.put("outboxEntry", rows -> rows.outboxEntry(brand, entry.id()));
        calls.put("outbox", rows -> rows.outbox(ref));
        calls.put("outboxDue", rows -> rows.outboxDue(brand, world.mail.id(), NOW, 10));
        calls.put("outboxNext", rows -> rows.outboxNext(brand, world.mail.id()));
        calls.put("outboxIn", rows -> rows.outboxIn(brand, world.mail.id(), Set.of(OutboxState.SENDING)));
        calls.put(
                "outboxBySentId",
                rows -> rows.outboxBySentId(brand, world.mail.id(), List.of(new ExternalId(entry.key()))));
        calls.put("outboxPending", ReadRows::outboxPending);
        calls.put("eventBalance", rows -> rows.eventBalance(Instant.MIN, Instant.MAX));
        calls.put("inquiryBalance", rows -> rows.inquiryBalance(Instant.MIN, Instant.MAX));
        InquirySelection selection = new InquirySelection(
                Set.of(brand),
                Set.of(world.mail.id()),
                InquirySelection.Dated.BEGUN,
                Instant.EPOCH,
                Instant.MAX,
                Set.of(),
                Set.of());
        calls.put("inquiryCounts", rows -> rows.inquiryCounts(selection));
        calls.put("escalatedCount", rows -> rows.escalatedCount(selection));
        calls.put("responseTimes", rows -> rows.responseTimes(List.of(selection), ResponseTimes.By.BRAND));
        calls.put("inquiriesOf", rows -> rows.inquiriesOf(selection, 10));
        calls.put(
                "eventBalanceOf",
                rows -> rows.eventBalanceOf(
                        Set.of(brand), Set.of(world.mail.id()), LocalDate.EPOCH, LocalDate.of(2100, 1, 1)));
        LocalDate far = LocalDate.of(2100, 1, 1);
        calls.put("foundLate", rows -> rows.foundLate(LocalDate.EPOCH, far));
        calls.put("ledgerDays", rows -> rows.ledgerDays(brand));
        calls.put("dayDifferences", rows -> rows.dayDifferences(brand, LocalDate.EPOCH, far));
        calls.put("totalDifferences", rows -> rows.totalDifferences(brand));
        calls.put("changes", rows -> rows.changes(0, 1000));
        calls.put("blob", rows -> rows.blob(brand, blob));
        return calls;
    }

    @Test
    void everyReadingMethodIsTried() {
        Set<String> methods = new TreeSet<>();
        for (Method method : ReadRows.class.getMethods()) {
            methods.add(method.getName());
        }
        // Agency-wide: who works here, what they may do, and a number.
        methods.removeAll(Set.of("scope", "users", "grantsOf", "changeHead"));
        assertThat(reads().keySet()).containsExactlyInAnyOrderElementsOf(methods);
    }

    @Test
    void withTheBrandEveryReadingMethodFindsSomething() {
        // Of differences there are none while all is well; BalanceContract tries them where there are some.
        Set<String> well = Set.of("dayDifferences", "totalDifferences");
        reads().forEach((name, call) -> read(
                world.onlyNordwind,
                rows -> assertThat(isNothing(call.apply(rows))).as(name).isEqualTo(well.contains(name))));
    }

    @Test
    void withoutTheBrandEveryReadingMethodFindsNothing() {
        Scope none = world.grants.of(User.LOCAL);
        Scope narrowed = world.all.only(Set.of(strangersBrand.id()));
        for (Scope scope : List.of(none, narrowed)) {
            reads().forEach((name, call) -> read(
                    scope,
                    rows -> assertThat(isNothing(call.apply(rows))).as(name).isTrue()));
        }
        reads().forEach((name, call) -> read(
                stranger,
                rows -> assertThat(String.valueOf(call.apply(rows)))
                        .as(name)
                        .doesNotContain("Nordwind", "nordwind", "Nordlicht", "Lena", "Hallo", brand.toString())));
    }

    @Test
    void withinATransactionThatWritesTheWallStandsToo() {
        reads().forEach((name, call) -> write(
                stranger,
                rows -> assertThat(String.valueOf(call.apply(rows)))
                        .as(name)
                        .doesNotContain("Nordwind", "nordwind", "Nordlicht", "Lena", "Hallo", brand.toString())));
    }

    private static boolean isNothing(@Nullable Object found) {
        return switch (found) {
            case null -> true;
            case Optional<?> optional -> optional.isEmpty();
            case Collection<?> collection -> collection.isEmpty();
            case Map<?, ?> map -> map.isEmpty();
            case Integer number -> number == 0;
            case Long number -> number == 0;
            case Cursor cursor -> cursor.atStart();
            case EventBalance balance -> balance.seen() == 0;
            case InquiryBalance balance -> balance.begun() == 0;
            case AuditStep step -> step instanceof AuditStep.Found end && end.check() instanceof AuditCheck.Whole;
            default -> throw new IllegalArgumentException("what would nothing be of " + found);
        };
    }

    /** One call of each writing method on the brand. */
    private Map<String, Consumer<WriteRows>> writes() {
        Map<String, Consumer<WriteRows>> calls = new LinkedHashMap<>();
        calls.put("saveClient", rows -> rows.saveClient(Bend.with(world.client, "name", "X")));
        calls.put("saveBrand", rows -> rows.saveBrand(Bend.with(world.nordwind, "name", "X")));
        calls.put("saveAccount", rows -> rows.saveAccount(Bend.with(world.mail, "name", "X")));
        calls.put(
                "saveStatus",
                rows -> rows.saveStatus(Bend.with(AccountStatus.unread(world.mail.id()), "lastRead", NOW)));
        calls.put("savePolicy", rows -> rows.savePolicy(Bend.with(policy, "warnPercent", 50)));
        calls.put("removePolicy", rows -> rows.removePolicy(brand));
        calls.put("saveBrandLogo", rows -> rows.saveBrandLogo(brand, new byte[] {4}));
        calls.put("removeBrandLogo", rows -> rows.removeBrandLogo(brand));
        calls.put("record", rows -> rows.record(world.mail, List.of(world.event("9", "z")), new Cursor("x"), NOW));
        calls.put("recount", rows -> rows.recount(new BalanceDifference.OfQueue(brand, Queue.ANSWERED, null, 0, 1)));
        calls.put("settle", rows -> rows.settle(brand, Map.of(ledger, LedgerOutcome.STORED)));
        calls.put(
                "saveConversations", rows -> rows.saveConversations(List.of(Bend.with(conversation, "preview", "X"))));
        calls.put("saveMessages", rows -> rows.saveMessages(List.of(Bend.with(message, "text", "X"))));
        calls.put("addVersions", rows -> rows.addVersions(brand, List.of(version("2"))));
        calls.put("saveInquiries", rows -> rows.saveInquiries(List.of(Bend.with(inquiry, "began", Instant.EPOCH))));
        calls.put("saveProfiles", rows -> rows.saveProfiles(List.of(Bend.with(profile, "handle", "X"))));
        calls.put("lookedAt", rows -> rows.lookedAt(brand, world.mail.id(), List.of(message.externalId()), NOW));
        calls.put("saveParticipants", rows -> rows.saveParticipants(ref, List.of(profile.id())));
        calls.put("saveNote", rows -> rows.saveNote(Bend.with(note, "text", "X")));
        calls.put("saveReadMarks", rows -> rows.saveReadMarks(Map.of(ref, NOW.plusSeconds(1))));
        calls.put("keepAttachment", rows -> rows.keepAttachment(brand, new AttachmentId(1), new byte[] {3}));
        calls.put("saveDraft", rows -> rows.saveDraft(brand, Bend.with(draft, "text", "X")));
        calls.put("removeDraft", rows -> rows.removeDraft(ref));
        calls.put("saveOutbox", rows -> rows.saveOutbox(Bend.with(entry, "attempts", 9)));
        calls.put("saveCase", rows -> rows.saveCase(Bend.with(openCase, "revision", 2)));
        calls.put(
                "addCaseEntries",
                rows -> rows.addCaseEntries(openCase.ref(), List.of(world.entry(new CaseEntry.What.Opened()))));
        calls.put("audit", rows -> rows.audit(audited));
        calls.put("eraseAudit", rows -> rows.eraseAudit(brand, List.of(conversation.id())));
        calls.put("saveBlob", rows -> rows.saveBlob(brand, new byte[] {2}));
        return calls;
    }

    @Test
    void everyWritingMethodIsTried() {
        List<String> methods = new ArrayList<>();
        for (Method method : WriteRows.class.getDeclaredMethods()) {
            methods.add(method.getName());
        }
        assertThat(writes().keySet()).containsExactlyInAnyOrderElementsOf(methods);
    }

    @Test
    void withoutTheBrandNothingCanBeWritten() {
        Map<String, String> before = everything();
        for (Scope scope : List.of(stranger, world.grants.of(User.LOCAL), world.grants.reader(User.LOCAL, brand))) {
            writes().forEach((name, call) ->
                    assertThatExceptionOfType(ScopeException.class).as(name).isThrownBy(() -> write(scope, call)));
        }
        assertThat(everything()).isEqualTo(before);
    }

    @Test
    void withTheBrandEverythingCanBeWritten() {
        writes().forEach((name, call) -> write(world.all, call));
        read(
                world.all,
                rows -> assertThat(rows.conversation(ref))
                        .hasValueSatisfying(c -> assertThat(c.preview()).isEqualTo("X")));
    }

    @Test
    void aRowCannotBeTakenOverByItsKey() {
        Map<String, String> before = everything();
        BrandId own = strangersBrand.id();
        List<Consumer<WriteRows>> attempts = List.of(
                rows -> rows.saveMessages(List.of(Bend.with(message, "brand", own))),
                rows -> rows.saveMessages(List.of(Bend.with(message, "brand", own, "text", "X"))),
                rows -> rows.record(Bend.with(world.mail, "brand", own), List.of(world.event("8", "z")), null, NOW),
                rows -> rows.saveConversations(List.of(Bend.with(conversation, "brand", own))),
                rows -> rows.saveInquiries(List.of(Bend.with(inquiry, "brand", own))),
                rows -> rows.saveNote(Bend.with(note, "brand", own)),
                rows -> rows.saveCase(Bend.with(
                        openCase, "brand", own, "conversations", List.of(new ConversationRef(own, conversation.id())))),
                rows -> rows.addCaseEntries(
                        new CaseRef(own, openCase.id()), List.of(world.entry(new CaseEntry.What.Opened()))),
                rows -> rows.saveDraft(own, draft),
                rows -> rows.saveOutbox(Bend.with(entry, "brand", own)),
                rows -> rows.addVersions(own, List.of(version("2"))),
                rows -> rows.saveParticipants(new ConversationRef(own, conversation.id()), List.of(profile.id())));
        for (int i = 0; i < attempts.size(); i++) {
            Consumer<WriteRows> attempt = attempts.get(i);
            assertThatExceptionOfType(StoreException.class)
                    .as("attempt %d", i)
                    .isThrownBy(() -> write(stranger, attempt));
        }
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> write(stranger, rows -> rows.settle(own, Map.of(ledger, LedgerOutcome.STORED))));
        assertThat(everything()).isEqualTo(before);
    }

    private Map<String, String> everything() {
        Map<String, String> found = new LinkedHashMap<>();
        reads().forEach((name, call) ->
                found.put(name, store.read(world.all, rows -> String.valueOf(call.apply(rows)))));
        // Bytes say where they lie, not what they are.
        found.remove("blob");
        found.put(
                "brandLogo",
                store.read(
                        world.all, rows -> Arrays.toString(rows.brandLogo(brand).orElseThrow())));
        return found;
    }
}
