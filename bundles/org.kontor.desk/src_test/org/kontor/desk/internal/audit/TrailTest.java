package org.kontor.desk.internal.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kontor.api.audit.AuditAction.ACCOUNT;
import static org.kontor.api.audit.AuditAction.ASSIGN;
import static org.kontor.api.audit.AuditAction.BRAND;
import static org.kontor.api.audit.AuditAction.IGNORE;
import static org.kontor.api.audit.AuditAction.NOTE;
import static org.kontor.api.audit.AuditAction.REOPEN;
import static org.kontor.api.audit.AuditAction.REPLY;
import static org.kontor.api.audit.AuditAction.RESOLVE;
import static org.kontor.api.audit.AuditAction.SNOOZE;
import static org.kontor.api.audit.AuditAction.TAKE_BACK;
import static org.kontor.api.audit.AuditAction.UNDO;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kontor.api.access.User;
import org.kontor.api.account.Brand;
import org.kontor.api.account.Colour;
import org.kontor.api.audit.AuditCheck;
import org.kontor.api.audit.AuditEntry;
import org.kontor.api.audit.AuditField;
import org.kontor.api.audit.AuditQuery;
import org.kontor.api.audit.AuditSubject;
import org.kontor.api.conversation.IgnoreReason;
import org.kontor.api.outbox.OutboxEntry;
import org.kontor.api.store.ConversationRef;
import org.kontor.desk.internal.Desk;

/** What people do at the desk stands in the audit trail, and secrets do not. */
class TrailTest {
    private final Desk desk;
    private final AuditService trail;

    TrailTest(@TempDir Path folder) {
        desk = new Desk(folder);
        trail = new AuditService(desk.store());
    }

    @BeforeEach
    void aCustomerAsks() {
        desk.receive(desk.channel.asks("q1", null, "Is it waterproof?", Desk.NOON));
    }

    @AfterEach
    void close() {
        AuditCheck check = trail.check(desk.scope(), desk.brand.id(), List.of(), new NullProgressMonitor());
        desk.close();
        assertThat(check).isInstanceOf(AuditCheck.Whole.class);
    }

    private List<AuditEntry> entries() {
        return trail.page(desk.scope(), AuditQuery.of(desk.brand.id(), 100));
    }

    private List<ConversationRef> ref() {
        return List.of(ConversationRef.of(desk.conversation("q1")));
    }

    @Test
    void everyActionOnAConversationIsToldOnce() {
        desk.inbox.assign(desk.scope(), ref(), User.LOCAL);
        desk.inbox.assign(desk.scope(), ref(), User.LOCAL);
        desk.inbox.snooze(desk.scope(), ref(), Desk.NOON.plus(Duration.ofHours(1)));
        desk.inbox.wake(desk.scope(), Desk.NOON.plus(Duration.ofHours(1)));
        desk.inbox.undo(desk.scope(), desk.inbox.ignore(desk.scope(), ref(), IgnoreReason.SPAM));
        desk.inbox.resolve(desk.scope(), ref());
        desk.inbox.reopen(desk.scope(), ref());
        desk.inbox.note(desk.scope(), ref().getFirst(), "Kundin rief an");
        assertThat(entries())
                .extracting(AuditEntry::action)
                .containsExactly(NOTE, REOPEN, RESOLVE, UNDO, IGNORE, SNOOZE, ASSIGN, ACCOUNT, BRAND);
        assertThat(entries().subList(0, 7)).allSatisfy(e -> {
            assertThat(e.actor()).isEqualTo(User.LOCAL);
            assertThat(e.subject())
                    .isEqualTo(new AuditSubject.OfConversation(ref().getFirst().id()));
        });
        assertThat(entries().getFirst().content("text")).contains("Kundin rief an");
        assertThat(entries().get(4).content("reason")).contains("SPAM");
        assertThat(entries().get(6).content("assignee.before")).contains("");
    }

    @Test
    void aReplyIsToldWithItsWordsAndThatItWasTakenBack() {
        OutboxEntry queued = desk.queued("q1", "Yes, it is.");
        assertThat(desk.replies.takeBack(desk.scope(), desk.brand.id(), queued.id()))
                .isTrue();
        assertThat(desk.replies.takeBack(desk.scope(), desk.brand.id(), queued.id()))
                .isFalse();
        List<AuditEntry> told = entries();
        assertThat(told).extracting(AuditEntry::action).startsWith(TAKE_BACK, REPLY, ACCOUNT);
        assertThat(told.get(1).fields())
                .contains(AuditField.personal("text", "Yes, it is."), AuditField.of("mode", "PUBLIC"));
        assertThat(told.get(0).content("outbox")).isEqualTo(told.get(1).content("outbox"));
    }

    @Test
    void aChangedSettingIsToldButNeverASecret() {
        Map<String, String> values = Map.of("host", "example.org", "password", "another");
        desk.setup.changeAccount(desk.scope(), desk.brand.id(), desk.account.id(), "@nordwind.example", values);
        assertThat(entries().getFirst().fields())
                .containsExactly(
                        AuditField.of("secret.password", "changed"),
                        AuditField.of("setting.host", "example.org"),
                        AuditField.of("setting.host.before", "localhost"));
        int before = entries().size();
        desk.setup.changeAccount(desk.scope(), desk.brand.id(), desk.account.id(), "@nordwind.example", values);
        assertThat(entries()).as("saving what is there").hasSize(before);
        desk.setup.setActive(desk.scope(), desk.brand.id(), desk.account.id(), false);
        assertThat(entries().getFirst().content("active")).contains("false");
        assertThat(entries().toString()).doesNotContain("another").doesNotContain("right");
    }

    @Test
    void aChangedBrandIsToldWithWhatItWas() {
        Brand was = desk.brand;
        desk.setup.changeBrand(
                desk.scope(),
                new Brand(was.id(), was.client(), "Nordwind Sport", Colour.of("#0f766e"), was.zone(), was.signature()));
        assertThat(entries().getFirst().fields())
                .containsExactly(
                        AuditField.of("colour", "#0f766e"),
                        AuditField.of("colour.before", "#c2410c"),
                        AuditField.of("name", "Nordwind Sport"),
                        AuditField.of("name.before", "Nordwind"));
    }
}
