package org.kontor.ui.escalation.internal.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kontor.api.cases.Case;
import org.kontor.api.cases.CaseFacts;
import org.kontor.api.cases.Outcome;
import org.kontor.api.cases.Severity;
import org.kontor.ui.api.TimeRange;
import org.kontor.ui.common.format.Times;

/** The board over a real store, without a window. */
class BoardModelTest {
    private final CaseHouse house;
    private final BoardModel board;

    BoardModelTest(@TempDir Path folder) {
        house = new CaseHouse(folder);
        board = new BoardModel(house.services, house.messages, ZoneId.of("Europe/Berlin"));
    }

    @AfterEach
    void close() {
        board.close();
        house.close();
    }

    private List<String> titles() {
        house.work.doAll();
        return board.rows().orElseThrow().stream()
                .map(row -> row.shown().facts().title())
                .toList();
    }

    @Test
    void theBoardFollowsTheStore() {
        board.reload();
        assertThat(titles()).isEmpty();
        Case mild = house.open(house.nordwind, 10, "mild");
        Case bad = house.open(house.alma, 20, "bad");
        CaseFacts f = bad.facts();
        house.cases.save(
                house.current(),
                bad.ref(),
                1,
                new CaseFacts(f.title(), Severity.SAFETY, f.category(), "", "", null, null));
        board.reload();
        assertThat(titles()).containsExactly("bad", "mild");
        assertThat(board.indexOf(mild.ref())).isEqualTo(1);
        assertThat(board.rows().orElseThrow().getFirst().owner()).isEmpty();
    }

    @Test
    void itIsNarrowedByBrandOwnerAndState() {
        Case mine = house.open(house.nordwind, 10, "mine");
        Case almas = house.open(house.alma, 20, "almas");
        CaseFacts f = almas.facts();
        house.cases.save(
                house.current(),
                almas.ref(),
                1,
                new CaseFacts(f.title(), f.severity(), f.category(), "", "", null, null));
        board.brands(Set.of(house.alma.id()));
        assertThat(titles()).containsExactly("almas");
        board.brands(Set.of());
        board.mine(true);
        assertThat(titles()).containsExactly("mine");
        board.mine(false);
        house.cases.close(house.current(), mine.ref(), 1, Outcome.SOLVED, "");
        board.closed(true);
        assertThat(titles()).containsExactly("mine");
        board.range(new TimeRange(TimeRange.Preset.LAST_MONTH));
        assertThat(titles()).isEmpty();
        board.closed(false);
        assertThat(titles()).containsExactly("almas");
    }

    @Test
    void aRowIsSaidInWords() {
        house.open(house.nordwind, 10, "Jacke undicht");
        board.reload();
        titles();
        CaseWords words = new CaseWords(
                house.messages, Times.of(Locale.ENGLISH, ZoneId.of("Europe/Berlin"), () -> house.now), () -> house.now);
        assertThat(words.row(board.rows().orElseThrow().getFirst()))
                .startsWith("Jacke undicht, Nordwind, Case ")
                .contains(", Medium, 1 conversation, ");
    }
}
