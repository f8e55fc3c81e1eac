package org.kontor.ui.escalation.internal.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kontor.api.cases.Case;
import org.kontor.api.cases.CaseEntry;
import org.kontor.api.cases.CaseEntry.What;
import org.kontor.api.cases.CaseFacts;
import org.kontor.api.cases.Category;
import org.kontor.api.cases.Outcome;
import org.kontor.api.cases.Severity;
import org.kontor.api.store.ConversationRef;

/** The editor of a case over a real store, without a window. */
class CaseModelTest {
    private final CaseHouse house;
    private final Case fresh;
    private final CaseModel model;

    CaseModelTest(@TempDir Path folder) {
        house = new CaseHouse(folder);
        fresh = house.open(house.nordwind, 10, "Jacke undicht");
        model = new CaseModel(house.services, house.messages, fresh.ref());
        model.reload();
        house.work.doAll();
    }

    @AfterEach
    void close() {
        model.close();
        house.close();
    }

    private Case stored() {
        return house.cases.find(house.current(), fresh.ref()).orElseThrow();
    }

    private CaseForm form() {
        return model.form().orElseThrow();
    }

    private void theirs(String title) {
        Case now = stored();
        CaseFacts facts = now.facts();
        house.cases.save(
                house.current(),
                fresh.ref(),
                now.revision(),
                new CaseFacts(title, Severity.HIGH, facts.category(), "theirs", "", facts.owner(), facts.due()));
    }

    private List<What> timeline() {
        return house.cases.entries(house.current(), fresh.ref()).stream()
                .map(CaseEntry::what)
                .toList();
    }

    @Test
    void whatIsTypedIsDirtyUntilItIsSaved() {
        assertThat(model.dirty()).isFalse();
        model.edit(f -> f.withCause("Naht").withSeverity(Severity.HIGH));
        assertThat(model.dirty()).isTrue();
        assertThat(stored().facts().cause()).isEmpty();
        List<String> done = new ArrayList<>();
        model.save(() -> done.add("saved"));
        assertThat(model.busy()).isTrue();
        house.work.doAll();
        assertThat(done).containsExactly("saved");
        assertThat(model.dirty()).isFalse();
        assertThat(stored().facts().cause()).isEqualTo("Naht");
        assertThat(stored().facts().severity()).isEqualTo(Severity.HIGH);
    }

    @Test
    void typingBackIsClean() {
        model.edit(f -> f.withTitle("x"));
        model.edit(f -> f.withTitle("Jacke undicht"));
        assertThat(model.dirty()).isFalse();
    }

    @Test
    void revertTakesBackWhatWasTyped() {
        model.edit(f -> f.withTitle("x").withDue("+2h"));
        model.note("Rückruf");
        model.revert();
        assertThat(model.dirty()).isFalse();
        assertThat(form().title()).isEqualTo("Jacke undicht");
        assertThat(model.note()).isEmpty();
    }

    @Test
    void whatIsTypedWhileItIsSavedStaysTyped() {
        model.edit(f -> f.withTitle("first"));
        model.save(() -> {});
        model.edit(f -> f.withTitle("second"));
        house.work.doAll();
        assertThat(stored().facts().title()).isEqualTo("first");
        assertThat(form().title()).isEqualTo("second");
        assertThat(model.dirty()).isTrue();
        model.save(() -> {});
        house.work.doAll();
        assertThat(stored().facts().title()).isEqualTo("second");
    }

    @Test
    void whatSomebodyElseSavedShowsWhereNothingWasTyped() {
        theirs("theirs");
        model.reload();
        house.work.doAll();
        assertThat(form().title()).isEqualTo("theirs");
        assertThat(model.dirty()).isFalse();
    }

    @Test
    void whoeverIsOvertakenLosesNothingAndMayKeepHisOwn() {
        model.edit(f -> f.withTitle("mine"));
        theirs("theirs");
        model.save(() -> {});
        house.work.doAll();
        assertThat(stored().facts().title()).isEqualTo("theirs");
        assertThat(form().title()).isEqualTo("mine");
        assertThat(model.said()).isInstanceOf(Said.Overtaken.class);
        model.overwrite(() -> {});
        house.work.doAll();
        assertThat(stored().facts().title()).isEqualTo("mine");
        assertThat(model.said()).isInstanceOf(Said.Nothing.class);
        assertThat(model.dirty()).isFalse();
    }

    @Test
    void whoeverIsOvertakenMayTakeTheOther() {
        model.edit(f -> f.withTitle("mine"));
        theirs("theirs");
        model.reload();
        house.work.doAll();
        assertThat(model.said()).isInstanceOf(Said.Overtaken.class);
        assertThat(form().title()).isEqualTo("mine");
        model.revert();
        assertThat(form().title()).isEqualTo("theirs");
        assertThat(form().cause()).isEqualTo("theirs");
        assertThat(model.dirty()).isFalse();
        assertThat(model.said()).isInstanceOf(Said.Nothing.class);
    }

    @Test
    void aDueTimeIsTypedInWords() {
        model.edit(f -> f.withDue("+2h"));
        model.save(() -> {});
        house.work.doAll();
        assertThat(stored().facts().due())
                .isEqualTo(
                        Instant.ofEpochMilli(house.now.plus(Duration.ofHours(2)).toEpochMilli())
                                .plusNanos(house.now.getNano() % 1_000_000));
        assertThat(form().due()).matches("\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d");
        Instant due = stored().facts().due();
        model.edit(f -> f.withCause("Naht"));
        model.save(() -> {});
        house.work.doAll();
        assertThat(stored().facts().due()).as("not rounded to the minute").isEqualTo(due);
        model.edit(f -> f.withDue(""));
        model.save(() -> {});
        house.work.doAll();
        assertThat(stored().facts().due()).isNull();
    }

    @Test
    void wordsThatAreNoTimeAreNotSaved() {
        model.edit(f -> f.withDue("someday"));
        assertThat(model.dueProblem()).startsWith("Not understood");
        model.save(() -> {});
        house.work.doAll();
        assertThat(model.said()).isInstanceOf(Said.Failed.class);
        assertThat(stored().revision()).isEqualTo(1);
        assertThat(form().due()).isEqualTo("someday");
    }

    @Test
    void aCaseNeedsATitle() {
        model.edit(f -> f.withTitle(" "));
        model.save(() -> {});
        house.work.doAll();
        assertThat(model.said()).isEqualTo(new Said.Failed("A case needs a title, a note needs words."));
        assertThat(stored().revision()).isEqualTo(1);
    }

    @Test
    void savingTakesTheNoteAlong() {
        model.edit(f -> f.withCategory(Category.LEGAL));
        model.note("Anwalt schreibt");
        model.save(() -> {});
        house.work.doAll();
        assertThat(timeline()).endsWith(new What.Noted("Anwalt schreibt"));
        assertThat(stored().facts().category()).isEqualTo(Category.LEGAL);
        assertThat(model.dirty()).isFalse();
    }

    @Test
    void aDecisionIsWrittenDownAndTheFieldsStayTyped() {
        model.edit(f -> f.withCause("Naht"));
        model.note("Tausch ohne Rücksendung");
        model.decide();
        house.work.doAll();
        assertThat(timeline()).endsWith(new What.Decided("Tausch ohne Rücksendung"));
        assertThat(model.note()).isEmpty();
        assertThat(form().cause()).isEqualTo("Naht");
        assertThat(model.dirty()).isTrue();
        assertThat(model.said()).isInstanceOf(Said.Nothing.class);
    }

    @Test
    void closingSavesWhatWasTypedAndReopeningGoesOn() {
        model.edit(f -> f.withRemedy("Gutschein"));
        model.close(Outcome.COMPENSATED, "20 Euro");
        house.work.doAll();
        assertThat(stored().facts().remedy()).isEqualTo("Gutschein");
        assertThat(stored().open()).isFalse();
        assertThat(model.editable()).isFalse();
        model.edit(f -> f.withTitle("x"));
        assertThat(model.dirty()).isFalse();
        model.reopen();
        house.work.doAll();
        assertThat(model.editable()).isTrue();
        model.edit(f -> f.withTitle("x"));
        model.save(() -> {});
        house.work.doAll();
        assertThat(stored().facts().title()).isEqualTo("x");
    }

    @Test
    void conversationsComeAndGoWithoutDisturbingWhatIsTyped() {
        ConversationRef other = house.ask(house.nordwind, 11, "Auch undicht");
        model.edit(f -> f.withCause("Naht"));
        model.link(other);
        house.work.doAll();
        assertThat(model.file().orElseThrow().conversations()).hasSize(2);
        model.unlink(other);
        house.work.doAll();
        assertThat(model.file().orElseThrow().conversations()).hasSize(1);
        model.link(house.ask(house.alma, 20, "Kaffee"));
        house.work.doAll();
        assertThat(model.said()).isInstanceOf(Said.Failed.class);
        assertThat(form().cause()).isEqualTo("Naht");
    }

    @Test
    void theClockWarnsWhenAQuarterIsLeft() {
        house.now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        model.edit(f -> f.withDue("+40m"));
        model.save(() -> {});
        house.work.doAll();
        Case now = stored();
        assertThat(CaseClock.of(now, house.now)).hasToString("RUNNING");
        assertThat(CaseClock.of(now, house.now.plus(Duration.ofMinutes(31)))).hasToString("WARNING");
        assertThat(CaseClock.of(now, house.now.plus(Duration.ofMinutes(40)))).hasToString("BREACHED");
    }
}
