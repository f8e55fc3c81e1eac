package org.kontor.store.internal.rows;

import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kontor.api.cases.CaseEntry;
import org.kontor.api.cases.CaseEntry.Field;
import org.kontor.api.cases.CaseEntry.What;
import org.kontor.api.cases.CaseRef;
import org.kontor.api.cases.Outcome;
import org.kontor.api.id.CaseEntryId;
import org.kontor.api.id.ConversationId;
import org.kontor.api.id.UserId;
import org.kontor.api.store.Change;
import org.kontor.store.internal.sql.Bind;
import org.kontor.store.internal.sql.Row;
import org.kontor.store.internal.sql.Table;

/** The timelines of cases. */
final class CaseEntryRows {
    private static final Table ENTRY = Table.of("case_entry", "brand_id, id", """
        brand_id, id, case_id, at, author_id, kind, subject, content, before_content, conversation_id\
        """);
    private static final String ADD = ENTRY.insertAbsent();
    private static final String OF_CASE = "SELECT t.id, t.at, t.author_id, t.kind, t.subject, t.content,"
            + " t.before_content, t.conversation_id FROM case_entry t WHERE t.brand_id = ? AND t.case_id = ?"
            + " ORDER BY t.id";

    private enum Kind {
        OPENED,
        NOTED,
        DECIDED,
        CHANGED,
        LINKED,
        UNLINKED,
        CLOSED,
        REOPENED
    }

    private CaseEntryRows() {}

    static List<CaseEntry> ofCase(View view, CaseRef ref) {
        return view.sees(ref.brand())
                ? view.sql.list(OF_CASE, to -> to.id(ref.brand()).id(ref.id()), CaseEntryRows::entry)
                : List.of();
    }

    private static CaseEntry entry(Row row) throws SQLException {
        return new CaseEntry(new CaseEntryId(row.number()), row.time(), new UserId(row.number()), what(row));
    }

    private static What what(Row row) throws SQLException {
        Kind kind = row.constant(Kind.class);
        String subject = row.textOrNull();
        String content = row.textOrNull();
        String before = row.textOrNull();
        Long conversation = row.numberOrNull();
        return switch (kind) {
            case OPENED -> new What.Opened();
            case NOTED -> new What.Noted(there(content));
            case DECIDED -> new What.Decided(there(content));
            case CHANGED -> new What.Changed(Field.valueOf(there(subject)), there(before), there(content));
            case LINKED -> new What.Linked(new ConversationId(there(conversation)));
            case UNLINKED -> new What.Unlinked(new ConversationId(there(conversation)));
            case CLOSED -> new What.Closed(Outcome.valueOf(there(subject)), there(content));
            case REOPENED -> new What.Reopened();
        };
    }

    private static <T> T there(@Nullable T value) throws SQLException {
        if (value == null) {
            throw new SQLException("an entry of a case lacks a part");
        }
        return value;
    }

    static void add(View view, Changes changes, CaseRef ref, Collection<CaseEntry> entries) {
        view.mayWrite(ref.brand());
        for (CaseEntry entry : entries) {
            view.sql.update(ADD, to -> {
                to.id(ref.brand()).id(entry.id()).id(ref.id()).time(entry.at()).id(entry.by());
                bind(to, entry.what());
            });
        }
        changes.note(ref.brand(), Change.Kind.CASE, ref.id());
    }

    private static void bind(Bind to, What what) throws SQLException {
        switch (what) {
            case What.Opened o -> bind(to, Kind.OPENED, null, null, null, null);
            case What.Noted n -> bind(to, Kind.NOTED, null, n.text(), null, null);
            case What.Decided d -> bind(to, Kind.DECIDED, null, d.text(), null, null);
            case What.Changed c -> bind(to, Kind.CHANGED, c.field(), c.after(), c.before(), null);
            case What.Linked l -> bind(to, Kind.LINKED, null, null, null, l.conversation());
            case What.Unlinked u -> bind(to, Kind.UNLINKED, null, null, null, u.conversation());
            case What.Closed c -> bind(to, Kind.CLOSED, c.outcome(), c.words(), null, null);
            case What.Reopened r -> bind(to, Kind.REOPENED, null, null, null, null);
        }
    }

    private static void bind(
            Bind to,
            Kind kind,
            @Nullable Enum<?> subject,
            @Nullable String content,
            @Nullable String before,
            @Nullable ConversationId conversation)
            throws SQLException {
        to.name(kind).nameOrNull(subject).textOrNull(content).textOrNull(before).idOrNull(conversation);
    }
}
