package org.kontor.ui.setup.internal.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.kontor.api.account.Brand;
import org.kontor.api.clock.OfficeHours;
import org.kontor.api.clock.OfficeHours.Interval;
import org.kontor.api.clock.OfficeHours.SpecialDay;
import org.kontor.api.clock.Policy;
import org.kontor.ui.common.fault.FaultTexts;
import org.kontor.ui.common.format.Times;

class PolicyEditorTest {
    private static final Instant NOW = Instant.parse("2026-03-02T12:00:00Z");
    private static final Messages GERMAN = Messages.of(Locale.GERMAN);
    private static final Times TIMES = Times.of(Locale.GERMAN, ZoneId.of("Europe/Berlin"), InstantSource.fixed(NOW));

    private final FakeHouse house = new FakeHouse();
    private final HandWork work = new HandWork();
    private final Brand alma = house.brand("Alma", "#0f766e");
    private final SetupModel model = new SetupModel(
            house.services(work), GERMAN, FaultTexts.of(Locale.GERMAN, TIMES), TIMES, InstantSource.fixed(NOW));

    private PolicyEditor editor() {
        model.reload();
        work.doAll();
        return model.policyEditor(alma.id()).orElseThrow();
    }

    private PolicyEditor promising() {
        PolicyEditor editor = editor();
        editor.form().set("promise", "true");
        return editor;
    }

    @Test
    void aBrandPromisesNothingUntilSomeoneSaysSo() {
        PolicyEditor editor = editor();
        assertThat(editor.promises()).isFalse();
        assertThat(editor.dirty()).isFalse();
        assertThat(editor.meaning()).isEqualTo(GERMAN.text("policy.means.nothing"));
    }

    @Test
    void whatIsTypedIsSaidInPlainWordsAtOnce() {
        PolicyEditor editor = promising();
        editor.form().set("target", "20 min");
        assertThat(editor.meaning())
                .isEqualTo(
                        "Eine Anfrage von Freitag 16:50 ist Freitag 17:10 fällig. Ab Freitag 17:05 gilt sie als dringend.");
    }

    @Test
    void savingKeepsWhatStandsThere() {
        PolicyEditor editor = promising();
        editor.form().set("target", "1:30");
        editor.form().set("start", "SEEN");
        editor.form().set("SATURDAY", "10-13");
        editor.form().set("FRIDAY", "9-12, 13-15");
        editor.setDayLines("24.12.2026 9-12 Heiligabend\n25.12.2026");
        editor.save();
        work.doAll();
        Policy kept = house.policies.get(alma.id());
        assertThat(kept.firstResponse()).isEqualTo(Duration.ofMinutes(90));
        assertThat(kept.start()).isEqualTo(Policy.Start.SEEN);
        assertThat(kept.warnPercent()).isEqualTo(75);
        assertThat(kept.hours().zone()).isEqualTo(alma.zone());
        assertThat(kept.hours().on(DayOfWeek.FRIDAY))
                .containsExactly(Interval.ofMinutes(540, 720), Interval.ofMinutes(780, 900));
        assertThat(kept.hours().on(DayOfWeek.SATURDAY)).hasSize(1);
        assertThat(kept.hours().on(DayOfWeek.SUNDAY)).isEmpty();
        assertThat(kept.hours().special())
                .containsExactly(
                        new SpecialDay(
                                LocalDate.of(2026, 12, 24), "Heiligabend", List.of(Interval.ofMinutes(540, 720))),
                        new SpecialDay(LocalDate.of(2026, 12, 25), "", List.of()));
        assertThat(editor.dirty()).isFalse();
        assertThat(editor.notice().map(Notice::text)).contains(GERMAN.text("policy.saved", 3));
        assertThat(editor.dayLines()).isEqualTo("24.12.2026 09:00–12:00 Heiligabend\n25.12.2026");
    }

    @Test
    void whatCannotBeReadIsNamedAndNotKept() {
        PolicyEditor editor = promising();
        editor.form().set("MONDAY", "22-6");
        editor.setDayLines("Ostern");
        editor.save();
        work.doAll();
        assertThat(house.policies).isEmpty();
        assertThat(editor.form().shown("MONDAY").orElseThrow().cause()).isEqualTo(Problem.Cause.OVER_MIDNIGHT);
        assertThat(editor.form().shown("MONDAY").orElseThrow().text(GERMAN)).startsWith("Montag: „22-6“");
        assertThat(editor.dayProblem().orElseThrow().text(GERMAN)).contains("„Ostern“");
        assertThat(editor.meaning()).isEmpty();
    }

    @Test
    void anOfficeThatNeverOpensIsRefused() {
        PolicyEditor editor = promising();
        for (DayOfWeek day : DayOfWeek.values()) {
            editor.form().set(day.name(), "");
        }
        assertThat(editor.meaning()).isEqualTo(GERMAN.text("policy.bad.weekly"));
        editor.save();
        work.doAll();
        assertThat(house.policies).isEmpty();
        assertThat(editor.notice().map(Notice::text)).contains(GERMAN.text("policy.bad.weekly"));
    }

    @Test
    void aTargetBeyondHalfAYearOfOfficeTimeIsRefused() {
        PolicyEditor editor = promising();
        editor.form().set("target", "2000 h");
        assertThat(editor.meaning()).isEqualTo(GERMAN.text("policy.bad.firstResponse"));
    }

    @Test
    void takingThePromiseBackRemovesIt() {
        house.policies.put(
                alma.id(),
                new Policy(
                        alma.id(),
                        new OfficeHours(
                                ZoneId.of("America/New_York"),
                                Map.of(DayOfWeek.MONDAY, List.of(Interval.DAY)),
                                List.of()),
                        Duration.ofHours(2),
                        Policy.Start.SEEN,
                        75));
        PolicyEditor editor = editor();
        assertThat(editor.form().value("zone")).isEqualTo("America/New_York");
        assertThat(editor.form().value("MONDAY")).isEqualTo("00:00–24:00");
        editor.form().set("promise", "false");
        editor.save();
        work.doAll();
        assertThat(house.policies).isEmpty();
    }

    @Test
    void holidaysAreAddedToWhatStandsThere() {
        PolicyEditor editor = promising();
        editor.setDayLines("03.10.2026 9-12 offen");
        editor.addHolidays();
        assertThat(editor.dayLines().lines()).hasSize(18);
        assertThat(editor.dayLines()).contains("03.10.2026 09:00–12:00 offen", "03.04.2026 Karfreitag");
    }

    @Test
    void whatIsNotSavedIsToldOfItsBrand() {
        promising();
        assertThat(model.unsaved()).containsExactly("Alma");
        assertThat(model.rows().get(1).edited()).isTrue();
    }
}
