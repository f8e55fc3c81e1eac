package org.kontor.ui.setup.internal.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kontor.api.account.Brand;
import org.kontor.api.audit.AuditAction;
import org.kontor.api.audit.AuditAnchor;
import org.kontor.api.audit.AuditCheck;
import org.kontor.api.audit.AuditField;
import org.kontor.api.audit.AuditSubject;
import org.kontor.api.id.AuditEntryId;
import org.kontor.api.id.ConversationId;
import org.kontor.ui.common.fault.FaultTexts;
import org.kontor.ui.common.format.Times;

class TrailModelTest {
    private static final Instant NOW = Instant.parse("2026-03-10T12:00:00Z");
    private static final Messages ENGLISH = Messages.of(Locale.ENGLISH);
    private static final Times TIMES = Times.of(Locale.ENGLISH, ZoneId.of("Europe/Berlin"), InstantSource.fixed(NOW));

    private final FakeHouse house = new FakeHouse();
    private final HandWork work = new HandWork();
    private final Brand alma = house.brand("Alma", "#0f766e");
    private final SetupModel model = new SetupModel(
            house.services(work), ENGLISH, FaultTexts.of(Locale.ENGLISH, TIMES), TIMES, InstantSource.fixed(NOW));

    private TrailModel trail() {
        model.reload();
        work.doAll();
        TrailModel trail = model.trail(alma.id()).orElseThrow();
        trail.show();
        work.doAll();
        return trail;
    }

    @Test
    void entriesSayWhoDidWhatToWhatInWords() {
        AuditSubject lena = house.trail.conversation(alma, 7, "Lena", "Jacke undicht");
        house.trail.add(
                alma,
                FakeTrail.LENA,
                AuditAction.ASSIGN,
                lena,
                AuditField.of("assignee", FakeTrail.LENA.id().value()),
                AuditField.of("assignee.before", ""));
        house.trail.add(
                alma,
                FakeTrail.HOUSE,
                AuditAction.REPLY,
                new AuditSubject.OfConversation(new ConversationId(99)),
                new AuditField("text", null, true));
        List<TrailModel.Line> lines = trail().lines();
        assertThat(lines.get(0).who()).isEqualTo("Kontor");
        assertThat(lines.get(0).about()).isEqualTo(ENGLISH.text("trail.gone"));
        assertThat(lines.get(0).details()).containsExactly("Text: erased, with the person it told of");
        assertThat(lines.get(1).what()).isEqualTo("Assigned");
        assertThat(lines.get(1).about()).isEqualTo("Lena – Jacke undicht");
        assertThat(lines.get(1).details()).containsExactly("Assigned to: none → Lena Sommer");
        assertThat(lines.get(1).spoken()).contains("Assigned, Lena Sommer, ");
    }

    @Test
    void filtersNarrowAndOlderOnesFollowOnDemand() {
        for (int i = 0; i < 130; i++) {
            house.trail.add(
                    alma,
                    i % 3 == 0 ? FakeTrail.HOUSE : FakeTrail.LENA,
                    i % 2 == 0 ? AuditAction.NOTE : AuditAction.RESOLVE,
                    new AuditSubject.OfBrand(alma.id()));
        }
        TrailModel trail = trail();
        assertThat(trail.lines()).hasSize(100);
        assertThat(trail.more()).isTrue();
        trail.loadMore();
        work.doAll();
        assertThat(trail.lines()).hasSize(130);
        assertThat(trail.more()).isFalse();
        trail.filter(AuditAction.NOTE, FakeTrail.HOUSE.id());
        work.doAll();
        assertThat(trail.filtered()).isTrue();
        assertThat(trail.lines())
                .hasSize(22)
                .allSatisfy(line -> assertThat(line.what()).isEqualTo("Note"));
    }

    @Test
    void everyFindingIsSaidInWords() {
        TrailModel trail = trail();
        YearMonth march = YearMonth.of(2026, 3);
        AuditAnchor head = new AuditAnchor(alma.id(), march, 3, new AuditEntryId(3), "0123456789abcdef".repeat(4));
        house.trail.found = new AuditCheck.Whole(3, march, false, head);
        assertThat(check(trail))
                .isEqualTo(new Notice(
                        Notice.Kind.INFO,
                        "The trail is whole: 3 entries since March 2026,"
                                + " none changed and none missing. Its mark now is 0123456789abcdef."));
        for (AuditCheck.Why why : AuditCheck.Why.values()) {
            house.trail.found = new AuditCheck.Broken(2, march, null, null, why, "text");
            Notice said = check(trail);
            assertThat(said.kind()).isEqualTo(Notice.Kind.ERROR);
            assertThat(said.text()).contains("March 2026").doesNotContain("trail.check");
        }
        house.trail.found = new AuditCheck.Cancelled(5);
        assertThat(check(trail).kind()).isEqualTo(Notice.Kind.WARNING);
    }

    private Notice check(TrailModel trail) {
        trail.check();
        assertThat(trail.progress()).isPresent();
        work.doAll();
        assertThat(trail.progress()).isEmpty();
        return trail.notice().orElseThrow();
    }

    @Test
    void theExportHoldsEveryEntryAndTheMarksAndRunsNoFormula(@TempDir Path folder) throws Exception {
        house.trail.add(
                alma,
                FakeTrail.LENA,
                AuditAction.NOTE,
                house.trail.conversation(alma, 7, "Lena", "x"),
                AuditField.personal("text", "=1+1, \"so\"\nzwei"));
        for (int i = 0; i < 600; i++) {
            house.trail.add(alma, FakeTrail.LENA, AuditAction.RESOLVE, new AuditSubject.OfBrand(alma.id()));
        }
        TrailModel trail = trail();
        Path file = folder.resolve(trail.fileName());
        trail.export(file);
        work.doAll();
        List<String> written =
                Files.readString(file, StandardCharsets.UTF_8).lines().toList();
        assertThat(written).hasSize(1 + 600 + 2 + 1);
        assertThat(written.getFirst()).isEqualTo("\ufeffmonth,position,id,time,user,action,subject,subject id,details");
        assertThat(written.get(601))
                .isEqualTo("2026-03,1,1,2026-03-10T08:31:00Z,Lena Sommer,NOTE,CONVERSATION,7,"
                        + "\"text==1+1, \"\"so\"\"");
        assertThat(written.getLast()).startsWith("2026-03,601,601,,,ANCHOR,").contains("sha256=3f9a77b2");
        assertThat(folder.toFile().list()).hasSize(1);
    }
}
