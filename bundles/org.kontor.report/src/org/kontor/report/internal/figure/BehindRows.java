package org.kontor.report.internal.figure;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.kontor.api.account.Brand;
import org.kontor.api.conversation.Conversation;
import org.kontor.api.conversation.Inquiry;
import org.kontor.api.id.BrandId;
import org.kontor.api.report.Behind;
import org.kontor.api.report.Point;
import org.kontor.api.report.Report;
import org.kontor.api.store.ConversationRef;
import org.kontor.api.store.InquirySelection;
import org.kontor.api.store.ReadRows;

/** The inquiries behind a number. */
public final class BehindRows {
    private static final int MOST = 100_000;
    private static final Comparator<Inquiry> NEWEST_FIRST = Comparator.comparing(Inquiry::began)
            .thenComparing(i -> i.id().value())
            .reversed();

    private BehindRows() {}

    /** Reads them. */
    public static Behind of(ReadRows rows, Report report, Point point, int limit) {
        if (limit < 1 || limit > MOST) {
            throw new IllegalArgumentException("limit must be 1 to " + MOST + ", was " + limit);
        }
        Ground ground = Ground.of(rows, report.query());
        List<Inquiry> found = new ArrayList<>();
        for (InquirySelection selection : Selections.of(ground, point.metric(), point.key(), report.asOf())) {
            found.addAll(rows.inquiriesOf(selection, limit + 1));
        }
        found.sort(NEWEST_FIRST);
        List<Inquiry> shown = found.subList(0, Math.min(limit, found.size()));
        return new Behind(items(rows, ground, shown), found.size() <= limit);
    }

    private static List<Behind.Item> items(ReadRows rows, Ground ground, List<Inquiry> inquiries) {
        Map<ConversationRef, Conversation> conversations = new HashMap<>();
        List<ConversationRef> refs = inquiries.stream()
                .map(i -> new ConversationRef(i.brand(), i.conversation()))
                .distinct()
                .toList();
        rows.conversations(refs).forEach(c -> conversations.put(ConversationRef.of(c), c));
        Map<BrandId, Brand> brands = new HashMap<>();
        ground.brands().forEach(b -> brands.put(b.id(), b));
        List<Behind.Item> items = new ArrayList<>();
        for (Inquiry inquiry : inquiries) {
            Conversation conversation = conversations.get(new ConversationRef(inquiry.brand(), inquiry.conversation()));
            Brand brand = brands.get(inquiry.brand());
            if (conversation == null || brand == null) {
                throw new IllegalStateException("an inquiry without its conversation or brand: " + inquiry.id());
            }
            items.add(new Behind.Item(inquiry, conversation, ground.account(inquiry.account()), brand));
        }
        return items;
    }
}
