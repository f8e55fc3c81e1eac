package org.kontor.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kontor.store.World.NOW;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.kontor.api.access.Scope;
import org.kontor.api.access.User;
import org.kontor.api.account.Brand;
import org.kontor.api.audit.AuditAction;
import org.kontor.api.audit.AuditAnchor;
import org.kontor.api.audit.AuditCheck;
import org.kontor.api.audit.AuditCheck.Why;
import org.kontor.api.audit.AuditEntry;
import org.kontor.api.audit.AuditEvent;
import org.kontor.api.audit.AuditField;
import org.kontor.api.audit.AuditQuery;
import org.kontor.api.audit.AuditStep;
import org.kontor.api.audit.AuditSubject;
import org.kontor.api.id.ConversationId;
import org.kontor.api.id.UserId;

/** The audit trail: a chain of hashes that shows who worked on it, and stays whole when a person is erased. */
public abstract class AuditContract extends StoreContract {
    private static final Duration MONTH = Duration.ofDays(31);
    private static final YearMonth MARCH = YearMonth.of(2026, 3);
    private static final int MARCH_NUMBER = (2026 - 1970) * 12 + 2;

    private final BareEngine bare;
    private final ConversationId lena = new ConversationId(world.ids.next());
    private final ConversationId mark = new ConversationId(world.ids.next());

    protected AuditContract(BareEngine engine, Path folder) {
        super(engine, folder);
        bare = engine;
    }

    // -- reading

    @Test
    void anEntryComesBackAsItWasWritten() {
        AuditEntry written = add(event(world.nordwind, NOW, AuditAction.REPLY, lena, "Guten Tag Lena, 𝄞 …"));
        reopen();
        read(world.onlyNordwind, rows -> {
            assertThat(rows.audit(AuditQuery.of(world.nordwind.id(), 10))).containsExactly(written);
            assertThat(written.at()).isEqualTo(NOW);
            assertThat(written.month()).isEqualTo(MARCH);
            assertThat(written.content("text")).contains("Guten Tag Lena, 𝄞 …");
            assertThat(written.content("mode")).contains("DIRECT");
        });
    }

    @Test
    void pagesShowEveryEntryOnceNewestFirst() {
        List<AuditEntry> written = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            Brand brand = i % 3 == 0 ? world.alma : world.nordwind;
            written.add(add(event(brand, NOW.plus(MONTH.multipliedBy(i / 5)), AuditAction.NOTE, lena, "n" + i)));
        }
        List<AuditEntry> pages = new ArrayList<>();
        AuditQuery all = new AuditQuery(Set.of(), Set.of(), null, null, null, null, null, 5);
        AuditEntry last = null;
        List<AuditEntry> page = page(world.all, all);
        while (!page.isEmpty()) {
            pages.addAll(page);
            last = page.getLast();
            page = page(world.all, all.after(last));
        }
        Collections.reverse(written);
        assertThat(pages).isEqualTo(written);
    }

    @Test
    void filtersNarrowTheList() {
        AuditEntry reply = add(event(world.nordwind, NOW, AuditAction.REPLY, lena, "a"));
        AuditEntry note = add(event(world.nordwind, NOW.plusSeconds(10), AuditAction.NOTE, mark, "b"));
        AuditEntry house = add(
                Bend.with(event(world.alma, NOW.plusSeconds(20), AuditAction.NOTE, lena, "c"), "actor", User.SYSTEM));
        assertThat(page(world.all, query(Set.of(AuditAction.NOTE), null, null, null, null)))
                .containsExactly(house, note);
        assertThat(page(world.all, query(Set.of(), User.SYSTEM, null, null, null)))
                .containsExactly(house);
        assertThat(page(world.all, query(Set.of(), null, new AuditSubject.OfConversation(lena), null, null)))
                .containsExactly(house, reply);
        assertThat(page(world.all, query(Set.of(), null, null, NOW.plusSeconds(1), NOW.plusSeconds(20))))
                .containsExactly(note);
        assertThat(page(world.all, AuditQuery.of(world.alma.id(), 5))).containsExactly(house);
    }

    @Test
    void anotherBrandsTrailIsInvisibleAndOfItsOwn() {
        add(event(world.nordwind, NOW, AuditAction.REPLY, lena, "a"));
        add(event(world.alma, NOW, AuditAction.REPLY, mark, "b"));
        assertThat(page(world.onlyAlma, query(Set.of(), null, null, null, null)))
                .allSatisfy(e -> assertThat(e.brand()).isEqualTo(world.alma.id()))
                .hasSize(1);
        read(world.onlyAlma, rows -> {
            assertThat(rows.audit(AuditQuery.of(world.nordwind.id(), 5))).isEmpty();
            assertThat(rows.auditAnchors(world.nordwind.id())).isEmpty();
            assertThat(rows.checkAudit(world.nordwind.id(), AuditStep.Onward.START, List.of(), 5))
                    .isEqualTo(new AuditStep.Found(new AuditCheck.Whole(0, null, false, null)));
        });
        assertThat(tamper("UPDATE audit_entry SET action = 'NOTE' WHERE brand_id = "
                        + world.alma.id().value()))
                .isEqualTo(1);
        assertThat(check()).isInstanceOf(AuditCheck.Whole.class);
    }

    @Test
    void whatIsTakenBackLeavesNoEntry() {
        add(event(world.nordwind, NOW, AuditAction.REPLY, lena, "a"));
        try {
            write(world.all, rows -> {
                rows.audit(event(world.nordwind, NOW, AuditAction.NOTE, lena, "b"));
                throw new UnsupportedOperationException("on purpose");
            });
        } catch (UnsupportedOperationException e) {
            assertThat(e).hasMessage("on purpose");
        }
        add(event(world.nordwind, NOW, AuditAction.REPLY, lena, "c"));
        assertThat(check()).isInstanceOfSatisfying(AuditCheck.Whole.class, whole -> {
            assertThat(whole.entries()).isEqualTo(2);
            assertThat(whole.since()).isEqualTo(MARCH);
            assertThat(whole.dropped()).isFalse();
        });
    }

    // -- the chain

    @Test
    void anEmptyTrailIsWhole() {
        assertThat(check()).isEqualTo(new AuditCheck.Whole(0, null, false, null));
    }

    @Test
    void aClockThatGoesBackBreaksNothing() {
        fill(3);
        add(event(world.nordwind, NOW.minus(MONTH.multipliedBy(4)), AuditAction.NOTE, lena, "back"));
        fill(2);
        assertThat(check()).isInstanceOf(AuditCheck.Whole.class);
        assertThat(anchors()).extracting(AuditAnchor::entries).containsExactly(6L);
    }

    @Test
    void erasingAPersonKeepsTheTrailWhole() {
        AuditEntry hers = add(event(world.nordwind, NOW, AuditAction.REPLY, lena, "Liebe Lena"));
        AuditEntry his = add(event(world.nordwind, NOW, AuditAction.REPLY, mark, "Lieber Mark"));
        int erased = store.write(world.onlyNordwind, rows -> rows.eraseAudit(world.nordwind.id(), List.of(lena)));
        assertThat(erased).isEqualTo(1);
        assertThat(check()).isInstanceOf(AuditCheck.Whole.class);
        List<AuditEntry> now = page(world.all, AuditQuery.of(world.nordwind.id(), 5));
        assertThat(now.getFirst()).isEqualTo(his);
        assertThat(now.getLast().id()).isEqualTo(hers.id());
        assertThat(now.getLast().content("text")).isEmpty();
        assertThat(now.getLast().content("mode")).contains("DIRECT");
    }

    @Test
    void blankingWhatTellsNothingOfAPersonIsFound() {
        AuditEntry entry = fill(3).get(1);
        tamper("UPDATE audit_field SET salt = NULL, content = NULL WHERE name = 'mode' AND entry_id = "
                + entry.id().value());
        assertThat(check()).isEqualTo(broken(1, entry, Why.FIELD_CHANGED, "mode"));
    }

    @Test
    void aTrailGoesOnAfterItsFirstMonthsWereDropped() {
        for (int i = 0; i < 9; i++) {
            add(event(world.nordwind, NOW.plus(MONTH.multipliedBy(i / 3)), AuditAction.NOTE, lena, "n" + i));
        }
        List<AuditAnchor> before = anchors();
        assertThat(before)
                .extracting(AuditAnchor::month)
                .containsExactly(MARCH, MARCH.plusMonths(1), MARCH.plusMonths(2));
        drop(MARCH_NUMBER + 1);
        assertThat(check(before)).isInstanceOfSatisfying(AuditCheck.Whole.class, whole -> {
            assertThat(whole.entries()).isEqualTo(3);
            assertThat(whole.since()).isEqualTo(MARCH.plusMonths(2));
            assertThat(whole.dropped()).isTrue();
            assertThat(whole.head()).isEqualTo(before.getLast());
        });
        add(event(world.nordwind, NOW.plus(MONTH.multipliedBy(3)), AuditAction.NOTE, lena, "on"));
        assertThat(check()).isInstanceOf(AuditCheck.Whole.class);
        drop(MARCH_NUMBER + 3);
        assertThat(check())
                .isInstanceOfSatisfying(
                        AuditCheck.Whole.class,
                        whole -> assertThat(whole.entries()).isZero());
    }

    // -- tampering by plain SQL

    @Test
    void aChangedContentIsFound() {
        AuditEntry entry = fill(5).get(2);
        tamper("UPDATE audit_field SET content = 'Guten Abend' WHERE name = 'text' AND entry_id = "
                + entry.id().value());
        assertThat(check()).isEqualTo(broken(2, entry, Why.FIELD_CHANGED, "text"));
    }

    @Test
    void aChangedActorOrTimeIsFound() {
        AuditEntry entry = fill(5).get(2);
        tamper("UPDATE audit_entry SET actor_id = actor_id + 1 WHERE id = "
                + entry.id().value());
        assertThat(check()).isEqualTo(broken(2, entry, Why.ENTRY_CHANGED, null));
        tamper(
                "UPDATE audit_entry SET actor_id = actor_id - 1 WHERE id = "
                        + entry.id().value(),
                "UPDATE audit_entry SET at = at + 1000000000 WHERE id = "
                        + entry.id().value());
        assertThat(check()).isEqualTo(broken(2, Bend.with(entry, "at", NOW.plusSeconds(3)), Why.ENTRY_CHANGED, null));
    }

    @Test
    void aDeletedEntryIsFound() {
        List<AuditEntry> entries = fill(5);
        delete(entries.get(2));
        assertThat(check()).isEqualTo(broken(2, entries.get(3), Why.ENTRY_MISSING, null));
    }

    @Test
    void aDeletedFirstOrLastEntryIsFound() {
        List<AuditEntry> entries = fill(4);
        delete(entries.getLast());
        assertThat(check()).isEqualTo(new AuditCheck.Broken(3, MARCH, null, null, Why.END_MISSING, null));
        delete(entries.getFirst());
        assertThat(check()).isEqualTo(broken(0, entries.get(1), Why.ENTRY_MISSING, null));
    }

    @Test
    void aDeletedDetailIsFound() {
        AuditEntry entry = fill(3).get(1);
        tamper("DELETE FROM audit_field WHERE name = 'mode' AND entry_id = "
                + entry.id().value());
        assertThat(check()).isEqualTo(broken(1, entry, Why.ENTRY_CHANGED, null));
    }

    @Test
    void twoEntriesThatChangedPlacesAreFound() {
        List<AuditEntry> entries = fill(5);
        long first = entries.get(1).id().value();
        long second = entries.get(3).id().value();
        tamper(
                "UPDATE audit_entry SET id = -1 WHERE id = " + first,
                "UPDATE audit_entry SET id = " + first + " WHERE id = " + second,
                "UPDATE audit_entry SET id = " + second + " WHERE id = -1",
                "UPDATE audit_field SET entry_id = -1 WHERE entry_id = " + first,
                "UPDATE audit_field SET entry_id = " + first + " WHERE entry_id = " + second,
                "UPDATE audit_field SET entry_id = " + second + " WHERE entry_id = -1");
        AuditEntry moved = Bend.with(entries.get(3), "id", entries.get(1).id());
        assertThat(check()).isEqualTo(broken(1, moved, Why.ENTRY_CHANGED, null));
    }

    @Test
    void anInsertedEntryIsFound() {
        List<AuditEntry> entries = fill(4);
        long before = entries.get(1).id().value();
        // Entries of one millisecond have numbers side by side: the forger makes room.
        assertThat(tamper(
                        "UPDATE audit_entry SET id = id + 1000 WHERE id > " + before,
                        "UPDATE audit_field SET entry_id = entry_id + 1000 WHERE entry_id > " + before,
                        "INSERT INTO audit_entry SELECT brand_id, month, id + 1, position + 1, at, actor_id, action,"
                                + " subject_kind, subject_id, hash FROM audit_entry WHERE id = " + before))
                .isEqualTo(1);
        assertThat(check()).isInstanceOfSatisfying(AuditCheck.Broken.class, broken -> {
            assertThat(broken.why()).isEqualTo(Why.ENTRY_CHANGED);
            assertThat(broken.entries()).isEqualTo(2);
            assertThat(broken.entry()).isNotNull();
        });
    }

    @Test
    void aMissingMonthOrAnchorIsFound() {
        for (int i = 0; i < 6; i++) {
            add(event(world.nordwind, NOW.plus(MONTH.multipliedBy(i / 2)), AuditAction.NOTE, lena, "n" + i));
        }
        tamper("DELETE FROM audit_entry WHERE month = " + (MARCH_NUMBER + 1));
        assertThat(check())
                .isEqualTo(new AuditCheck.Broken(2, MARCH.plusMonths(1), null, null, Why.MONTH_MISSING, null));
        tamper("DELETE FROM audit_anchor WHERE month = " + MARCH_NUMBER);
        assertThat(check()).isEqualTo(new AuditCheck.Broken(2, MARCH, null, null, Why.ANCHOR_MISSING, null));
    }

    @Test
    void whoCutsTheEndOffWithItsAnchorIsFoundByAnAnchorKeptElsewhere() {
        List<AuditEntry> entries = fill(5);
        List<AuditAnchor> printed = anchors();
        String third = "(SELECT e.hash FROM audit_entry e WHERE e.id = "
                + entries.get(2).id().value() + ")";
        delete(entries.get(4));
        delete(entries.get(3));
        tamper("UPDATE audit_anchor SET entries = 3, last_id = "
                + entries.get(2).id().value() + ", hash = " + third);
        assertThat(check()).as("nobody can tell from the database alone").isInstanceOf(AuditCheck.Whole.class);
        assertThat(check(printed)).isEqualTo(new AuditCheck.Broken(3, MARCH, null, null, Why.NOT_AS_KNOWN, null));
        fill(2);
        assertThat(check(printed)).isInstanceOfSatisfying(AuditCheck.Broken.class, broken -> {
            assertThat(broken.why()).isEqualTo(Why.NOT_AS_KNOWN);
            assertThat(broken.entries()).isEqualTo(4);
        });
    }

    @Test
    void anyOneChangeInALongTrailIsFoundWhereItWasMade() {
        long seed = 20_261_128;
        System.out.println("kontor: audit seed " + seed);
        Random random = new Random(seed);
        List<AuditEntry> entries = new ArrayList<>();
        Instant at = NOW;
        for (int i = 0; i < 120; i++) {
            at = at.plusSeconds(random.nextInt(200_000));
            AuditAction action = AuditAction.values()[random.nextInt(AuditAction.values().length)];
            entries.add(
                    add(event(world.nordwind, at, action, random.nextBoolean() ? lena : mark, "t" + random.nextInt())));
        }
        List<AuditAnchor> printed = anchors();
        assertThat(check(printed))
                .isInstanceOfSatisfying(
                        AuditCheck.Whole.class,
                        whole -> assertThat(whole.entries()).isEqualTo(120));
        List<String> columns = List.of("position", "at", "actor_id", "subject_id");
        for (int i = 0; i < 12; i++) {
            int hit = random.nextInt(entries.size());
            String where = " WHERE id = " + entries.get(hit).id().value();
            String column = columns.get(random.nextInt(columns.size()));
            tamper("UPDATE audit_entry SET " + column + " = " + column + " + 1" + where);
            assertThat(check()).as("entry %d, %s", hit, column).isInstanceOfSatisfying(AuditCheck.Broken.class, b -> {
                assertThat(b.entries()).isEqualTo(hit);
                assertThat(b.entry()).isEqualTo(entries.get(hit).id());
            });
            tamper("UPDATE audit_entry SET " + column + " = " + column + " - 1" + where);
        }
        assertThat(check(printed)).isInstanceOf(AuditCheck.Whole.class);
    }

    // -- help

    private AuditEvent event(Brand brand, Instant at, AuditAction action, ConversationId conversation, String text) {
        return new AuditEvent(
                brand.id(),
                at,
                User.LOCAL,
                action,
                new AuditSubject.OfConversation(conversation),
                List.of(AuditField.personal("text", text), AuditField.of("mode", "DIRECT")));
    }

    private List<AuditEntry> fill(int count) {
        List<AuditEntry> written = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            written.add(add(event(world.nordwind, NOW.plusSeconds(i), AuditAction.REPLY, lena, "Guten Tag " + i)));
        }
        return written;
    }

    private AuditEntry add(AuditEvent event) {
        return store.write(world.all, rows -> rows.audit(event));
    }

    private List<AuditEntry> page(Scope scope, AuditQuery query) {
        return store.read(scope, rows -> rows.audit(query));
    }

    private static AuditQuery query(
            Set<AuditAction> actions,
            @Nullable UserId actor,
            @Nullable AuditSubject subject,
            @Nullable Instant from,
            @Nullable Instant to) {
        return new AuditQuery(Set.of(), actions, actor, subject, from, to, null, 100);
    }

    private List<AuditAnchor> anchors() {
        return store.read(world.onlyNordwind, rows -> rows.auditAnchors(world.nordwind.id()));
    }

    private AuditCheck check() {
        return check(List.of());
    }

    /** In small steps, so that their seams are tried too. */
    private AuditCheck check(List<AuditAnchor> known) {
        AuditStep step = AuditStep.Onward.START;
        while (step instanceof AuditStep.Onward onward) {
            step = store.read(world.onlyNordwind, rows -> rows.checkAudit(world.nordwind.id(), onward, known, 2));
        }
        return ((AuditStep.Found) step).check();
    }

    private static AuditCheck broken(long before, AuditEntry entry, Why why, @Nullable String field) {
        return new AuditCheck.Broken(before, entry.month(), entry.id(), entry.at(), why, field);
    }

    private void delete(AuditEntry entry) {
        tamper(
                "DELETE FROM audit_field WHERE entry_id = " + entry.id().value(),
                "DELETE FROM audit_entry WHERE id = " + entry.id().value());
    }

    /** What retention does: the months up to one of them go, their anchors stay. */
    private void drop(int last) {
        tamper("DELETE FROM audit_field WHERE month <= " + last, "DELETE FROM audit_entry WHERE month <= " + last);
    }

    private int tamper(String... statements) {
        return tamper(bare, statements);
    }
}
