package sample.nordwind.internal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.kontor.api.account.Account;
import org.kontor.api.account.Brand;
import org.kontor.api.channel.Direction;
import org.kontor.api.conversation.Inquiry;
import org.kontor.api.conversation.InquiryEnd;
import org.kontor.api.conversation.Message;
import org.kontor.api.id.AccountId;
import org.kontor.api.id.ConversationId;
import org.kontor.api.report.ReportQuery;
import org.kontor.api.report.ReportSection;
import org.kontor.api.report.SectionModel;
import org.kontor.api.report.SectionModel.Row;
import org.kontor.api.report.SectionRequest;
import org.kontor.api.report.Value;
import org.kontor.api.store.ConversationRef;
import org.kontor.api.store.InquirySelection;
import org.kontor.api.store.InquirySelection.Dated;
import org.kontor.api.store.ReadRows;
import org.kontor.api.store.Store;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import sample.nordwind.internal.shop.Asked;
import sample.nordwind.internal.shop.OrderNumbers;
import sample.nordwind.internal.shop.Product;
import sample.nordwind.internal.shop.Shop;

/** Which products the inquiries of the range are about. */
@Component
public final class ProductSection implements ReportSection {
    private static final int PLACE = 700;
    private static final int MOST_INQUIRIES = 20_000;

    private final Store store;
    private final Shop shop;

    @Activate
    public ProductSection(@Reference Store store, @Reference Shop shop) {
        this.store = store;
        this.shop = shop;
    }

    @Override
    public String id() {
        return "sample.nordwind.products";
    }

    @Override
    public int order() {
        return PLACE;
    }

    @Override
    public Optional<SectionModel> compute(SectionRequest request, IProgressMonitor monitor) {
        Texts texts = new Texts(request.locale());
        return switch (shop.products(monitor)) {
            case Asked.NoAddress<Product> none -> Optional.of(empty(texts, texts.of("products.address")));
            case Asked.Silent<Product> silent -> Optional.of(empty(texts, texts.of("products.silent", silent.why())));
            case Asked.Answer<Product> catalogue -> {
                List<String> inquiries = store.read(request.scope(), rows -> words(rows, request.query(), monitor));
                yield inquiries.isEmpty()
                        ? Optional.empty()
                        : Optional.of(count(texts, catalogue.found(), inquiries));
            }
        };
    }

    private static SectionModel empty(Texts texts, String why) {
        return new SectionModel(texts.of("products.title"), why, List.of(), List.of());
    }

    /** What customers wrote in each inquiry of the range. */
    private static List<String> words(ReadRows rows, ReportQuery query, IProgressMonitor monitor) {
        Map<ConversationId, List<Message>> known = new HashMap<>();
        List<String> words = new ArrayList<>();
        for (Brand brand : rows.brands()) {
            Set<AccountId> accounts = accounts(rows, brand, query);
            boolean wanted = query.brands().isEmpty() || query.brands().contains(brand.id());
            if (!wanted || (accounts.isEmpty() && !query.channels().isEmpty())) {
                continue;
            }
            InquirySelection selection = new InquirySelection(
                    Set.of(brand.id()),
                    accounts,
                    Dated.BEGUN,
                    query.range().from(brand.zone()),
                    query.range().to(brand.zone()),
                    Set.of(),
                    Set.of());
            for (Inquiry inquiry : rows.inquiriesOf(selection, MOST_INQUIRIES)) {
                if (monitor.isCanceled()) {
                    throw new OperationCanceledException();
                }
                List<Message> messages = known.computeIfAbsent(
                        inquiry.conversation(), id -> rows.messages(new ConversationRef(brand.id(), id)));
                words.add(words(inquiry, messages));
            }
        }
        return words;
    }

    /** The accounts of the channels that were asked for; none stands for all. */
    private static Set<AccountId> accounts(ReadRows rows, Brand brand, ReportQuery query) {
        Set<AccountId> accounts = new LinkedHashSet<>();
        if (!query.channels().isEmpty()) {
            rows.accounts().stream()
                    .filter(account -> account.brand().equals(brand.id())
                            && query.channels().contains(account.channel()))
                    .map(Account::id)
                    .forEach(accounts::add);
        }
        return accounts;
    }

    private static String words(Inquiry inquiry, List<Message> messages) {
        InquiryEnd end = inquiry.end();
        StringBuilder words = new StringBuilder();
        messages.stream()
                .filter(message -> message.direction() == Direction.INBOUND
                        && !message.publishedAt().isBefore(inquiry.began())
                        && (end == null || !message.publishedAt().isAfter(end.at())))
                .forEach(message ->
                        words.append(message.subject()).append('\n').append(message.text()).append('\n'));
        return words.toString();
    }

    private static SectionModel count(Texts texts, List<Product> catalogue, List<String> inquiries) {
        List<Row> rows = new ArrayList<>();
        for (Product product : catalogue) {
            List<String> named = inquiries.stream().filter(product::isNamedIn).toList();
            if (!named.isEmpty()) {
                rows.add(row(product.name(), named, inquiries.size()));
            }
        }
        rows.sort(Comparator.comparing(ProductSection::size).reversed().thenComparing(Row::label));
        List<String> others = inquiries.stream()
                .filter(words -> catalogue.stream().noneMatch(product -> product.isNamedIn(words)))
                .toList();
        rows.add(row(texts.of("products.other"), others, inquiries.size()));
        return new SectionModel(
                texts.of("products.title"),
                texts.of("products.definition"),
                List.of(texts.of("products.inquiries"), texts.of("products.share"), texts.of("products.orders")),
                rows);
    }

    private static Row row(String label, List<String> named, int all) {
        int orders = OrderNumbers.in(named).size();
        return new Row(
                label,
                List.of(new Value.Count(named.size()), new Value.Share(named.size(), all), new Value.Count(orders)));
    }

    private static double size(Row row) {
        return row.values().get(0).size();
    }
}
