package org.kontor.store.internal.rows;

import java.sql.SQLException;
import java.time.Instant;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kontor.api.audit.AuditAction;
import org.kontor.api.audit.AuditEntry;
import org.kontor.api.audit.AuditField;
import org.kontor.api.audit.AuditSubject;
import org.kontor.api.id.AccountId;
import org.kontor.api.id.AuditEntryId;
import org.kontor.api.id.BrandId;
import org.kontor.api.id.CaseId;
import org.kontor.api.id.ConversationId;
import org.kontor.api.id.Id;
import org.kontor.api.id.UserId;
import org.kontor.store.internal.sql.Row;
import org.kontor.store.internal.sql.Table;
import org.kontor.store.internal.sql.Times;

/**
 * An entry of the audit trail as it stands in the database.
 *
 * @param action as it is written there: a check must be able to look at what a changed database says
 */
record AuditRow(
        BrandId brand,
        long month,
        AuditEntryId id,
        long position,
        Instant at,
        UserId actor,
        String action,
        String subjectKind,
        long subjectId,
        byte[] hash) {
    static final Table TABLE = Table.of(
            "audit_entry",
            "brand_id, month, id",
            "brand_id, month, id, position, at, actor_id, action, subject_kind, subject_id, hash");

    private static final YearMonth FIRST = YearMonth.of(1970, 1);

    /** What an entry is about. */
    enum Kind {
        BRAND,
        ACCOUNT,
        CONVERSATION,
        CASE;

        static Kind of(AuditSubject subject) {
            return switch (subject) {
                case AuditSubject.OfBrand b -> BRAND;
                case AuditSubject.OfAccount a -> ACCOUNT;
                case AuditSubject.OfConversation c -> CONVERSATION;
                case AuditSubject.OfCase c -> CASE;
            };
        }
    }

    /**
     * A detail as it stands in the database.
     *
     * @param salt null, like the content, once it was erased
     */
    record Detail(
            AuditEntryId entry,
            String name,
            boolean personal,
            byte[] hash,
            byte @Nullable [] salt,
            @Nullable String content) {
        static final Table TABLE = Table.of(
                "audit_field",
                "brand_id, month, entry_id, name",
                "brand_id, month, entry_id, name, personal, hash, salt, content");
        /** The columns that {@link #read} takes. */
        static final String COLUMNS = "t.entry_id, t.name, t.personal, t.hash, t.salt, t.content";

        static Detail read(Row row) throws SQLException {
            return new Detail(
                    new AuditEntryId(row.number()),
                    row.text(),
                    row.truth(),
                    there(row.bytes()),
                    row.bytes(),
                    row.textOrNull());
        }

        static Detail of(AuditEntryId entry, AuditField field, byte[] salt) {
            String content = field.content();
            if (content == null) {
                throw new IllegalArgumentException("a field without content");
            }
            return new Detail(entry, field.name(), field.personal(), hash(field.name(), salt, content), salt, content);
        }

        private static byte[] hash(String name, byte[] salt, String content) {
            return new AuditHash().bytes(salt).text(name).text(content).made();
        }

        /** Whether its hash is that of its content, or it was erased and might be. */
        boolean sound() {
            byte[] salted = salt;
            String said = content;
            return salted == null || said == null
                    ? personal && salted == null && said == null
                    : Arrays.equals(hash, hash(name, salted, said));
        }

        AuditField field() {
            return new AuditField(name, content, personal);
        }
    }

    static AuditRow read(Row row) throws SQLException {
        return new AuditRow(
                new BrandId(row.number()),
                row.number(),
                new AuditEntryId(row.number()),
                row.number(),
                row.time(),
                new UserId(row.number()),
                row.text(),
                row.text(),
                row.number(),
                there(row.bytes()));
    }

    static byte[] there(byte @Nullable [] hash) throws SQLException {
        if (hash == null) {
            throw new SQLException("a hash of the audit trail is missing");
        }
        return hash;
    }

    /** What the hash has to be behind an entry with the hash {@code before}. */
    byte[] hash(byte[] before, List<Detail> details) {
        AuditHash made = new AuditHash()
                .bytes(before)
                .id(brand)
                .number(month)
                .id(id)
                .number(position)
                .number(Times.number(at))
                .id(actor)
                .text(action)
                .text(subjectKind)
                .number(subjectId)
                .number(details.size());
        details.stream()
                .sorted(Comparator.comparing(Detail::name))
                .forEach(d -> made.text(d.name()).number(d.personal() ? 1 : 0).bytes(d.hash()));
        return made.made();
    }

    AuditRow with(byte[] made) {
        return new AuditRow(brand, month, id, position, at, actor, action, subjectKind, subjectId, made);
    }

    AuditEntry entry(List<Detail> details) {
        return new AuditEntry(
                brand,
                month(month),
                id,
                position,
                at,
                actor,
                AuditAction.valueOf(action),
                subject(),
                details.stream()
                        .map(Detail::field)
                        .sorted(Comparator.comparing(AuditField::name))
                        .toList());
    }

    private AuditSubject subject() {
        return switch (Kind.valueOf(subjectKind)) {
            case BRAND -> new AuditSubject.OfBrand(new BrandId(subjectId));
            case ACCOUNT -> new AuditSubject.OfAccount(new AccountId(subjectId));
            case CONVERSATION -> new AuditSubject.OfConversation(new ConversationId(subjectId));
            case CASE -> new AuditSubject.OfCase(new CaseId(subjectId));
        };
    }

    static Id idOf(AuditSubject subject) {
        return switch (subject) {
            case AuditSubject.OfBrand b -> b.id();
            case AuditSubject.OfAccount a -> a.id();
            case AuditSubject.OfConversation c -> c.id();
            case AuditSubject.OfCase c -> c.id();
        };
    }

    static YearMonth month(long number) {
        return FIRST.plusMonths(number);
    }

    static long month(YearMonth month) {
        return FIRST.until(month, ChronoUnit.MONTHS);
    }
}
