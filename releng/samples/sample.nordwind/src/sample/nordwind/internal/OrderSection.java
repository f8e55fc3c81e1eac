package sample.nordwind.internal;

import java.text.NumberFormat;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.eclipse.core.runtime.IProgressMonitor;
import org.jspecify.annotations.Nullable;
import org.kontor.api.channel.Direction;
import org.kontor.api.conversation.Message;
import org.kontor.api.store.Store;
import org.kontor.ui.api.side.SideModel;
import org.kontor.ui.api.side.SideModel.Line;
import org.kontor.ui.api.side.SideRequest;
import org.kontor.ui.api.side.SideSection;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import sample.nordwind.internal.shop.Asked;
import sample.nordwind.internal.shop.Order;
import sample.nordwind.internal.shop.OrderNumbers;
import sample.nordwind.internal.shop.Shop;

/** The customer's orders beside the conversation: those that he names, and those of his mail address. */
@Component
public final class OrderSection implements SideSection {
    private static final int MOST = 4;
    private static final int PLACE = 150;
    private static final Pattern MAIL = Pattern.compile("[^@\\s]+@[^@\\s]+\\.[^@\\s]+");

    private final Store store;
    private final Shop shop;

    @Activate
    public OrderSection(@Reference Store store, @Reference Shop shop) {
        this.store = store;
        this.shop = shop;
    }

    @Override
    public String id() {
        return "sample.nordwind.orders";
    }

    @Override
    public int order() {
        return PLACE;
    }

    @Override
    public Optional<SideModel> load(SideRequest request, IProgressMonitor monitor) {
        Texts texts = new Texts(request.locale());
        List<Message> written = store.read(request.scope(), rows -> rows.messages(request.conversation())).stream()
                .filter(message -> message.direction() == Direction.INBOUND)
                .toList();
        Set<String> numbers = OrderNumbers.in(written.stream().map(OrderSection::words).toList());
        String mail = written.stream()
                .map(Message::authorHandle)
                .filter(handle -> MAIL.matcher(handle).matches())
                .reduce("", (first, last) -> last);
        if (numbers.isEmpty() && mail.isEmpty()) {
            return Optional.empty();
        }
        Found found = new Found();
        numbers.stream().limit(MOST).forEach(number -> found.add(shop.order(number, monitor)));
        if (!mail.isEmpty()) {
            found.add(shop.ordersOf(mail, monitor));
        }
        return Optional.of(new SideModel(texts.of("orders.title"), found.lines(texts, numbers, mail)));
    }

    /** What came back, each order once, and why the shop could not be asked. */
    private static final class Found {
        private final Map<String, Order> orders = new LinkedHashMap<>();
        private @Nullable Asked<Order> trouble;

        void add(Asked<Order> asked) {
            switch (asked) {
                case Asked.Answer<Order> answer ->
                    answer.found().forEach(order -> orders.putIfAbsent(order.number(), order));
                case Asked.NoAddress<Order> none -> trouble = none;
                case Asked.Silent<Order> silent -> trouble = silent;
            }
        }

        List<Line> lines(Texts texts, Set<String> numbers, String mail) {
            List<Line> lines = new ArrayList<>();
            orders.values().stream().limit(MOST).forEach(order -> add(lines, texts, order, mail));
            Asked<Order> wrong = trouble;
            if (wrong instanceof Asked.NoAddress<Order>) {
                lines.add(new Line("", texts.of("orders.address")));
            } else if (wrong instanceof Asked.Silent<Order> silent) {
                lines.add(new Line("", texts.of("orders.silent", silent.why())));
            } else {
                numbers.stream()
                        .filter(number -> !orders.containsKey(number))
                        .limit(MOST)
                        .forEach(number -> lines.add(new Line(number, texts.of("orders.unknown"))));
                if (lines.isEmpty()) {
                    lines.add(new Line("", texts.of("orders.none")));
                }
            }
            return lines;
        }

        /** An order of somebody else is named, and nothing of it is told: it may be a trick. */
        private static void add(List<Line> lines, Texts texts, Order order, String mail) {
            if (!mail.isEmpty() && !order.mail().isEmpty() && !order.mail().equalsIgnoreCase(mail)) {
                lines.add(new Line(order.number(), texts.of("orders.other")));
                return;
            }
            NumberFormat money = NumberFormat.getCurrencyInstance(texts.locale());
            money.setCurrency(Currency.getInstance("EUR"));
            String date = order.placed()
                    .format(DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
                            .withLocale(texts.locale()));
            lines.add(new Line(order.number(), texts.of("state." + order.state().name())));
            lines.add(new Line(date, order.article() + " · " + money.format(order.total())));
        }
    }

    private static String words(Message message) {
        String subject = message.subject();
        return subject == null ? message.text() : subject + "\n" + message.text();
    }
}
