package org.kontor.app.internal.palette;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.core.runtime.IProgressMonitor;
import org.kontor.api.account.Brand;
import org.kontor.api.conversation.Conversation;
import org.kontor.api.id.BrandId;
import org.kontor.api.store.ConversationRef;
import org.kontor.api.store.InboxQuery;
import org.kontor.api.store.Queue;
import org.kontor.api.store.ReadRows;
import org.kontor.api.store.Store;
import org.kontor.ui.api.palette.PaletteEntry;
import org.kontor.ui.api.palette.PaletteSource;

/** Finds conversations by words in them and by names, the newest first. */
final class ConversationSource implements PaletteSource {
    static final String ID = "org.kontor.app.conversations";

    private static final int SHORTEST = 2;

    private final Store store;
    private final String title;

    ConversationSource(Store store, String title) {
        this.store = store;
        this.title = title;
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    public int order() {
        return 400;
    }

    @Override
    public String title(Locale locale) {
        return title;
    }

    @Override
    public List<PaletteEntry> find(Request request, IProgressMonitor monitor) {
        return request.text().length() < SHORTEST
                ? List.of()
                : store.read(request.scope(), rows -> find(rows, request));
    }

    private static List<PaletteEntry> find(ReadRows rows, Request request) {
        InboxQuery query = new InboxQuery(
                Queue.ALL,
                request.brands().brands(),
                java.util.Set.of(),
                request.text(),
                InboxQuery.Order.NEWEST_FIRST);
        List<ConversationRef> refs = rows.index(query, request.most()).range(0, request.most());
        Map<ConversationRef, Conversation> found = rows.conversations(refs).stream()
                .collect(Collectors.toMap(each -> new ConversationRef(each.brand(), each.id()), Function.identity()));
        Map<BrandId, Brand> brands = rows.brands().stream().collect(Collectors.toMap(Brand::id, Function.identity()));
        return refs.stream()
                .flatMap(ref -> Stream.ofNullable(found.get(ref)))
                .flatMap(each -> entry(each, brands).stream())
                .toList();
    }

    private static Optional<PaletteEntry> entry(Conversation each, Map<BrandId, Brand> brands) {
        Brand brand = brands.get(each.brand());
        if (brand == null) {
            return Optional.empty();
        }
        String subject = each.subject();
        String words = subject == null || subject.isBlank() ? each.preview() : subject;
        String label = each.customerName().isBlank() ? words : each.customerName();
        String detail = label.equals(words) ? brand.name() : brand.name() + " · " + words;
        return Optional.of(new PaletteEntry(
                label.isBlank() ? brand.name() : label,
                detail,
                icon(each),
                brand.colour(),
                new PaletteEntry.Action.OpenConversation(new ConversationRef(each.brand(), each.id()))));
    }

    private static String icon(Conversation each) {
        String path = org.kontor.ui.common.look.Icon.of(each.channel()).path();
        return path.substring(path.lastIndexOf('/') + 1, path.lastIndexOf('.'));
    }
}
