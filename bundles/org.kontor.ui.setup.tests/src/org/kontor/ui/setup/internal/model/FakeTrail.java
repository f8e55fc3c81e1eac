package org.kontor.ui.setup.internal.model;

import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.eclipse.core.runtime.IProgressMonitor;
import org.kontor.api.access.Scope;
import org.kontor.api.access.User;
import org.kontor.api.account.Brand;
import org.kontor.api.account.ChannelType;
import org.kontor.api.audit.AuditAction;
import org.kontor.api.audit.AuditAnchor;
import org.kontor.api.audit.AuditCheck;
import org.kontor.api.audit.AuditEntry;
import org.kontor.api.audit.AuditField;
import org.kontor.api.audit.AuditQuery;
import org.kontor.api.audit.AuditSubject;
import org.kontor.api.audit.AuditTrail;
import org.kontor.api.channel.ExternalId;
import org.kontor.api.channel.Visibility;
import org.kontor.api.conversation.Conversation;
import org.kontor.api.conversation.ConversationState;
import org.kontor.api.conversation.Triage;
import org.kontor.api.id.AccountId;
import org.kontor.api.id.AuditEntryId;
import org.kontor.api.id.BrandId;
import org.kontor.api.id.ConversationId;
import org.kontor.api.id.UserId;
import org.kontor.api.store.UiThread;

/** An audit trail in memory. */
public final class FakeTrail implements AuditTrail {
    public static final User LENA = new User(User.LOCAL, "Lena Sommer", "LS");
    public static final User HOUSE = new User(User.SYSTEM, "Kontor", "K");
    private static final Instant MORNING = Instant.parse("2026-03-10T08:30:00Z");

    final List<AuditEntry> entries = new CopyOnWriteArrayList<>();
    public final List<Conversation> conversations = new CopyOnWriteArrayList<>();
    /** What the next check finds. */
    public volatile AuditCheck found = new AuditCheck.Whole(0, null, false, null);

    /** Writes an entry about a conversation of that number, a minute after the one before. */
    public AuditEntry add(Brand brand, User user, AuditAction action, AuditSubject subject, AuditField... fields) {
        int position = entries.size() + 1;
        Instant at = MORNING.plusSeconds(60L * position);
        AuditEntry entry = new AuditEntry(
                brand.id(),
                YearMonth.from(at.atOffset(ZoneOffset.UTC)),
                new AuditEntryId(position),
                position,
                at,
                user.id(),
                action,
                subject,
                List.of(fields));
        entries.addFirst(entry);
        return entry;
    }

    /** A conversation that entries can be about. */
    public AuditSubject conversation(Brand brand, long id, String customer, String subject) {
        conversations.add(new Conversation(
                new ConversationId(id),
                brand.id(),
                new AccountId(1),
                new ChannelType("mail"),
                new ExternalId("<" + id + "@example.org>"),
                Visibility.PRIVATE,
                null,
                customer,
                subject,
                "",
                ConversationState.ANSWERED,
                null,
                null,
                null,
                null,
                null,
                null,
                false,
                false,
                Triage.NONE,
                1,
                MORNING,
                MORNING,
                false));
        return new AuditSubject.OfConversation(new ConversationId(id));
    }

    @Override
    public List<AuditEntry> page(Scope scope, AuditQuery query) {
        UiThread.forbid("AuditTrail.page");
        List<AuditEntry> page = new ArrayList<>();
        AuditEntry after = query.after();
        UserId actor = query.actor();
        for (AuditEntry each : entries) {
            boolean wanted = query.brands().contains(each.brand())
                    && (query.actions().isEmpty() || query.actions().contains(each.action()))
                    && (actor == null || each.actor().equals(actor))
                    && (after == null || each.id().value() < after.id().value());
            if (wanted && page.size() < query.max()) {
                page.add(each);
            }
        }
        return page;
    }

    @Override
    public List<AuditAnchor> anchors(Scope scope, BrandId brand) {
        UiThread.forbid("AuditTrail.anchors");
        return entries.isEmpty()
                ? List.of()
                : List.of(new AuditAnchor(
                        brand,
                        entries.getFirst().month(),
                        entries.size(),
                        entries.getFirst().id(),
                        "3f9a77b2".repeat(8)));
    }

    @Override
    public AuditCheck check(Scope scope, BrandId brand, List<AuditAnchor> known, IProgressMonitor monitor) {
        UiThread.forbid("AuditTrail.check");
        monitor.beginTask("", entries.size());
        monitor.worked(entries.size());
        return found;
    }
}
