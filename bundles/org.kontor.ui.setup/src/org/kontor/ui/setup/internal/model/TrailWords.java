package org.kontor.ui.setup.internal.model;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.kontor.api.access.User;
import org.kontor.api.account.Account;
import org.kontor.api.audit.AuditAnchor;
import org.kontor.api.audit.AuditCheck;
import org.kontor.api.audit.AuditEntry;
import org.kontor.api.audit.AuditField;
import org.kontor.api.audit.AuditSubject;
import org.kontor.api.conversation.Conversation;
import org.kontor.api.id.ConversationId;
import org.kontor.api.id.UserId;
import org.kontor.ui.common.format.Times;

/** Says in the user's words what an entry of the audit trail tells, and what a check found. */
final class TrailWords {
    private static final String BEFORE = ".before";
    private static final int HASH_SHOWN = 16;

    private final Messages messages;
    private final Times times;

    TrailWords(Messages messages, Times times) {
        this.messages = messages;
        this.times = times;
    }

    String who(UserId user, Map<UserId, User> users) {
        User known = users.get(user);
        return known == null ? messages.text("trail.somebody") : known.name();
    }

    String subject(AuditEntry entry, Map<ConversationId, Conversation> conversations, Snapshot snapshot) {
        return switch (entry.subject()) {
            case AuditSubject.OfBrand b -> "";
            case AuditSubject.OfAccount a ->
                snapshot.account(a.id()).map(Account::name).orElse("");
            case AuditSubject.OfConversation c -> {
                Conversation known = conversations.get(c.id());
                yield known == null ? messages.text("trail.gone") : named(known);
            }
            case AuditSubject.OfCase c -> entry.content("case").orElse("");
        };
    }

    private String named(Conversation conversation) {
        String subject = conversation.subject();
        String customer = conversation.customerName();
        if (subject == null || subject.isBlank()) {
            return customer.isBlank() ? conversation.preview() : customer;
        }
        return customer.isBlank() ? subject : customer + " – " + subject;
    }

    /** What the entry tells beside who, when and about what; a line for each detail. */
    List<String> details(AuditEntry entry, Map<UserId, User> users) {
        List<String> lines = new ArrayList<>();
        for (AuditField field : entry.fields()) {
            String name = field.name();
            if (!name.endsWith(BEFORE) || entry.fields().stream().noneMatch(f -> (f.name() + BEFORE).equals(name))) {
                lines.add(line(entry, field, users));
            }
        }
        return lines;
    }

    private String line(AuditEntry entry, AuditField field, Map<UserId, User> users) {
        String label = label(field.name());
        if (field.erased()) {
            return messages.text("trail.erased", label);
        }
        String now = value(field.name(), entry.content(field.name()).orElse(""), users);
        return entry.content(field.name() + BEFORE)
                .map(before -> messages.text("trail.changed", label, value(field.name(), before, users), now))
                .orElseGet(() -> messages.text("trail.detail", label, now));
    }

    private String label(String name) {
        String key = "trail.field." + name;
        if (messages.has(key)) {
            return messages.text(key);
        }
        for (String group : List.of("setting.", "secret.")) {
            if (name.startsWith(group)) {
                return messages.text("trail.field." + group + "name", name.substring(group.length()));
            }
        }
        return name;
    }

    private String value(String name, String content, Map<UserId, User> users) {
        if (content.isEmpty()) {
            return messages.text("trail.nothing");
        }
        return switch (name) {
            case "assignee", "owner" -> user(content, users);
            case "until", "workFrom", "firstResponse" -> time(name, content);
            default -> {
                String key = "trail.value." + content;
                yield messages.has(key) ? messages.text(key) : content;
            }
        };
    }

    private String user(String content, Map<UserId, User> users) {
        return users.values().stream()
                .filter(u -> String.valueOf(u.id().value()).equals(content))
                .findFirst()
                .map(User::name)
                .orElse(messages.text("trail.somebody"));
    }

    private String time(String name, String content) {
        try {
            return name.equals("firstResponse")
                    ? times.span(Duration.parse(content))
                    : times.exact(Instant.parse(content));
        } catch (DateTimeException e) {
            return content;
        }
    }

    /** What a check found, in whole sentences. */
    String found(AuditCheck check) {
        return switch (check) {
            case AuditCheck.Cancelled c -> messages.text("trail.check.cancelled", c.entries());
            case AuditCheck.Broken b -> {
                Instant at = b.at();
                String field = b.field();
                yield messages.text(
                        "trail.check." + b.why(),
                        b.entries(),
                        at == null ? month(b.month()) : times.exact(at),
                        field == null ? "" : label(field));
            }
            case AuditCheck.Whole w -> {
                AuditAnchor head = w.head();
                YearMonth since = w.since();
                yield head == null
                        ? messages.text("trail.check.nothing")
                        : messages.text(
                                w.dropped() ? "trail.check.wholeSince" : "trail.check.whole",
                                w.entries(),
                                month(since == null ? head.month() : since),
                                head.hash().substring(0, HASH_SHOWN));
            }
        };
    }

    private String month(YearMonth month) {
        return DateTimeFormatter.ofPattern("LLLL yyyy", messages.locale()).format(month);
    }
}
