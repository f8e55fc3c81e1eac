package org.kontor.store.internal.rows;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.kontor.api.conversation.Inquiry;
import org.kontor.api.conversation.InquiryOutcome;
import org.kontor.api.id.AccountId;
import org.kontor.api.id.BrandId;
import org.kontor.api.store.InquiryCount;
import org.kontor.api.store.InquirySelection;
import org.kontor.api.store.InquirySelection.Dated;
import org.kontor.api.store.ResponseTimes;
import org.kontor.store.internal.sql.Bind;
import org.kontor.store.internal.sql.Row;
import org.kontor.store.internal.sql.Times;

/** What reports read: counts, percentiles and lists of inquiries, each as one statement over the set. */
final class ReportRows {
    private static final int MOST = 1_000_000;
    private static final String QUARTER = String.valueOf(InquirySelection.QUARTER.toNanos());
    private static final Set<InquiryOutcome> ANSWERED =
            EnumSet.of(InquiryOutcome.ANSWERED, InquiryOutcome.ANSWERED_ELSEWHERE);

    private static final String BY_ANSWER = "t.end_kind IN ('ANSWERED', 'ANSWERED_ELSEWHERE')";
    /** Answered before the deadline; what is answered at the deadline is late, as its clock says. */
    private static final String KEPT = "t.due < ? AND " + BY_ANSWER + " AND t.end_at < t.due";
    /** With a deadline, and answered, or open past it. */
    private static final String DECIDED = "t.due < ? AND (" + BY_ANSWER + " OR t.end_kind IS NULL AND t.due <= ?)";

    private ReportRows() {}

    static List<InquiryCount> counts(View view, InquirySelection selection) {
        return view.sql.list(
                "SELECT t.brand_id, t.account_id, " + quarter(selection) + ", coalesce(t.end_kind, 'OPEN'), count(*)"
                        + " FROM inquiry t WHERE " + condition(view, selection) + " GROUP BY 1, 2, 3, 4",
                to -> bind(view, to, selection),
                row -> new InquiryCount(
                        new BrandId(row.number()),
                        new AccountId(row.number()),
                        row.number(),
                        row.constant(InquiryOutcome.class),
                        row.number()));
    }

    static long escalated(View view, InquirySelection selection) {
        return view.sql.number(
                "SELECT count(*) FROM inquiry t WHERE " + condition(view, selection) + InquiryRows.ESCALATED,
                to -> bind(view, to, selection));
    }

    static List<Inquiry> inquiries(View view, InquirySelection selection, int limit) {
        if (limit < 1 || limit > MOST) {
            throw new IllegalArgumentException("limit must be 1 to " + MOST + ", was " + limit);
        }
        return view.sql.list(
                InquiryRows.SELECT + " WHERE " + condition(view, selection)
                        + " ORDER BY t.began DESC, t.id DESC LIMIT ?",
                to -> {
                    bind(view, to, selection);
                    to.number(limit);
                },
                InquiryRows::inquiry);
    }

    /** An answer that a platform dates before its question took no time. */
    static List<ResponseTimes> responseTimes(View view, List<InquirySelection> selections, ResponseTimes.By by) {
        if (selections.isEmpty()) {
            return List.of();
        }
        List<InquirySelection> answered =
                selections.stream().map(ReportRows::answered).toList();
        String group = switch (by) {
            case NOTHING -> "''";
            case BRAND -> "t.brand_id";
            case CHANNEL -> "a.channel";
        };
        String waits = answered.stream()
                .map(selection -> "SELECT " + group + " AS part,"
                        + " CASE WHEN t.end_at > t.began THEN t.end_at - t.began ELSE 0 END AS wait FROM inquiry t"
                        + " JOIN account a ON a.brand_id = t.brand_id AND a.id = t.account_id WHERE "
                        + condition(view, selection))
                .collect(Collectors.joining(" UNION ALL "));
        String ranked = "SELECT part, wait, row_number() OVER (PARTITION BY part ORDER BY wait) AS place,"
                + " count(*) OVER (PARTITION BY part) AS held FROM (" + waits + ") w";
        return view.sql.list(
                "SELECT part, max(held), min(CASE WHEN 100 * place >= 50 * held THEN wait END),"
                        + " min(CASE WHEN 100 * place >= 90 * held THEN wait END) FROM (" + ranked
                        + ") r GROUP BY part ORDER BY part",
                to -> {
                    for (InquirySelection selection : answered) {
                        bind(view, to, selection);
                    }
                },
                ReportRows::times);
    }

    private static ResponseTimes times(Row row) throws SQLException {
        return new ResponseTimes(
                row.text(), row.number(), Duration.ofNanos(row.number()), Duration.ofNanos(row.number()));
    }

    private static InquirySelection answered(InquirySelection selection) {
        Set<InquiryOutcome> wanted = EnumSet.copyOf(ANSWERED);
        if (!selection.outcomes().isEmpty()) {
            wanted.retainAll(selection.outcomes());
        }
        if (wanted.isEmpty()) {
            throw new IllegalArgumentException("only answered inquiries have a response time");
        }
        return selection.only(wanted);
    }

    private static String quarter(InquirySelection selection) {
        return column(selection) + " / " + QUARTER;
    }

    private static String column(InquirySelection selection) {
        return selection.dated() == Dated.BEGUN ? "t.began" : "t.end_at";
    }

    private static String condition(View view, InquirySelection selection) {
        List<String> all = new ArrayList<>();
        all.add(view.dialect().anyNumber("t.brand_id"));
        all.add(column(selection) + " >= ?");
        all.add(column(selection) + " < ?");
        if (selection.dated() == Dated.ENDED) {
            // What ended within the range began before its end: the index is by begin.
            all.add("t.began < ?");
        }
        if (!selection.accounts().isEmpty()) {
            all.add(view.dialect().anyNumber("t.account_id"));
        }
        if (!selection.quarters().isEmpty()) {
            all.add(view.dialect().anyNumber(quarter(selection)));
        }
        if (!selection.outcomes().isEmpty()) {
            all.add(view.dialect().anyText("coalesce(t.end_kind, 'OPEN')"));
        }
        InquirySelection.Promise promise = selection.promise();
        if (promise != null) {
            all.add(promise.kept() ? KEPT : DECIDED);
        }
        return String.join(" AND ", all);
    }

    private static void bind(View view, Bind to, InquirySelection selection) throws SQLException {
        to.numbers(View.ids(view.brands().stream()
                .filter(b -> selection.brands().isEmpty() || selection.brands().contains(b))
                .toList()));
        to.time(selection.from()).time(selection.to());
        if (selection.dated() == Dated.ENDED) {
            to.time(selection.to());
        }
        if (!selection.accounts().isEmpty()) {
            to.numbers(View.ids(selection.accounts()));
        }
        if (!selection.quarters().isEmpty()) {
            to.numbers(selection.quarters().stream().mapToLong(Long::longValue).toArray());
        }
        if (!selection.outcomes().isEmpty()) {
            to.texts(View.names(selection.outcomes()));
        }
        InquirySelection.Promise promise = selection.promise();
        if (promise != null) {
            to.number(Times.NEVER);
            if (!promise.kept()) {
                to.time(promise.at());
            }
        }
    }
}
