package sample.nordwind.internal;

import java.lang.reflect.Proxy;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import org.kontor.api.access.Grants;
import org.kontor.api.access.Right;
import org.kontor.api.access.Scope;
import org.kontor.api.account.Brand;
import org.kontor.api.account.Colour;
import org.kontor.api.channel.Direction;
import org.kontor.api.channel.ExternalId;
import org.kontor.api.channel.Visibility;
import org.kontor.api.conversation.Inquiry;
import org.kontor.api.conversation.Message;
import org.kontor.api.conversation.MessageKind;
import org.kontor.api.conversation.MessageState;
import org.kontor.api.id.AccountId;
import org.kontor.api.id.BrandId;
import org.kontor.api.id.ClientId;
import org.kontor.api.id.ConversationId;
import org.kontor.api.id.InquiryId;
import org.kontor.api.id.MessageId;
import org.kontor.api.id.UserId;
import org.kontor.api.store.ConversationRef;
import org.kontor.api.store.InquirySelection;
import org.kontor.api.store.ReadRows;
import org.kontor.api.store.Store;
import org.kontor.api.store.WriteRows;

/** A store in memory with one brand, of which only those rows can be read that the plug-in reads. */
final class Desk implements Store {
    static final Brand NORDWIND = new Brand(
            new BrandId(7), new ClientId(3), "Nordwind", Colour.of("#224466"), ZoneId.of("Europe/Berlin"), "");

    private final List<Message> messages = new ArrayList<>();
    private final List<Inquiry> inquiries = new ArrayList<>();

    /** A customer begins a conversation with a message, and an inquiry with it. */
    ConversationRef customer(String handle, String subject, String text, Instant at) {
        long id = 100 + messages.size();
        messages.add(message(id, id, Direction.INBOUND, handle, subject, text, at));
        inquiries.add(new Inquiry(
                new InquiryId(id),
                NORDWIND.id(),
                new AccountId(1),
                new ConversationId(id),
                new MessageId(id),
                at,
                at,
                null));
        return new ConversationRef(NORDWIND.id(), new ConversationId(id));
    }

    /** The brand writes in a conversation. */
    void brand(ConversationRef ref, String text, Instant at) {
        long id = 100 + messages.size();
        messages.add(message(id, ref.id().value(), Direction.OUTBOUND, "hilfe@nordwind.example", "", text, at));
    }

    private static Message message(
            long id, long conversation, Direction direction, String handle, String subject, String text, Instant at) {
        return new Message(
                new MessageId(id),
                NORDWIND.id(),
                new AccountId(1),
                new ConversationId(conversation),
                new ExternalId("m" + id),
                null,
                MessageKind.values()[0],
                direction,
                null,
                "Somebody",
                handle,
                subject,
                text,
                null,
                "1",
                1,
                Visibility.values()[0],
                MessageState.values()[0],
                false,
                false,
                List.of(),
                null,
                null,
                null,
                null,
                at,
                at);
    }

    /** What a plug-in gets that may see the one brand. */
    static Scope scope() {
        return new Grants() {
            @Override
            public Scope current() {
                return newScope(new UserId(2), false, Map.of(NORDWIND.id(), Set.of(Right.READ)));
            }

            @Override
            public Scope system(BrandId brand) {
                return current();
            }

            @Override
            public Scope system() {
                return current();
            }
        }.current();
    }

    @Override
    public <T> T read(Scope scope, Function<ReadRows, T> work) {
        ReadRows rows = (ReadRows) Proxy.newProxyInstance(
                Desk.class.getClassLoader(), new Class<?>[] {ReadRows.class}, (proxy, method, values) -> {
                    switch (method.getName()) {
                        case "scope":
                            return scope;
                        case "brands":
                            return List.of(NORDWIND);
                        case "accounts":
                            return List.of();
                        case "messages":
                            return messages.stream()
                                    .filter(m -> new ConversationRef(m.brand(), m.conversation()).equals(values[0]))
                                    .toList();
                        case "inquiriesOf":
                            return inquiries.stream()
                                    .filter(i -> isIn((InquirySelection) values[0], i.began()))
                                    .toList();
                        default:
                            throw new UnsupportedOperationException(method.getName());
                    }
                });
        return work.apply(rows);
    }

    private static boolean isIn(InquirySelection selection, Instant at) {
        return !at.isBefore(selection.from()) && at.isBefore(selection.to());
    }

    @Override
    public <T> T write(Scope scope, Function<WriteRows, T> work) {
        throw new UnsupportedOperationException("a plug-in that only reads");
    }

    @Override
    public Registration onCommit(Consumer<Long> hint) {
        return () -> {};
    }
}
