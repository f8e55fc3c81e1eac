package org.kontor.app.internal.palette;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.junit.jupiter.api.Test;
import org.kontor.api.access.Grants;
import org.kontor.api.access.Right;
import org.kontor.api.access.Scope;
import org.kontor.api.account.Brand;
import org.kontor.api.account.ChannelType;
import org.kontor.api.account.Colour;
import org.kontor.api.channel.ExternalId;
import org.kontor.api.channel.Visibility;
import org.kontor.api.conversation.Conversation;
import org.kontor.api.conversation.ConversationState;
import org.kontor.api.conversation.Triage;
import org.kontor.api.id.AccountId;
import org.kontor.api.id.BrandId;
import org.kontor.api.id.ClientId;
import org.kontor.api.id.ConversationId;
import org.kontor.api.id.UserId;
import org.kontor.api.store.ConversationRef;
import org.kontor.api.store.IdIndex;
import org.kontor.api.store.InboxQuery;
import org.kontor.api.store.ReadRows;
import org.kontor.api.store.Store;
import org.kontor.api.store.WriteRows;
import org.kontor.ui.api.BrandFilter;
import org.kontor.ui.api.palette.PaletteEntry;
import org.kontor.ui.api.palette.PaletteEntry.Action;
import org.kontor.ui.api.palette.PaletteSource.Request;

class ConversationSourceTest {
    private static final BrandId BRAND = new BrandId(7);

    private final List<InboxQuery> asked = new ArrayList<>();

    @Test
    void conversationsComeNewestFirstWithTheirBrand() {
        List<PaletteEntry> found = find("jacket", BrandFilter.ALL);
        assertThat(found).extracting(PaletteEntry::label).containsExactly("Lena M.", "Leaking seam");
        assertThat(found).extracting(PaletteEntry::detail).containsExactly("Nordwind · My jacket leaks", "Nordwind");
        assertThat(found.get(0).icon()).isEqualTo("mail");
        assertThat(found.get(0).action()).isEqualTo(new Action.OpenConversation(ref(2)));
        assertThat(asked).singleElement().satisfies(query -> {
            assertThat(query.text()).isEqualTo("jacket");
            assertThat(query.order()).isEqualTo(InboxQuery.Order.NEWEST_FIRST);
        });
    }

    @Test
    void theBrandFilterIsFollowed() {
        find("jacket", new BrandFilter(Set.of(BRAND)));
        assertThat(asked).singleElement().extracting(InboxQuery::brands).isEqualTo(Set.of(BRAND));
    }

    @Test
    void oneLetterIsNotSearchedFor() {
        assertThat(find("j", BrandFilter.ALL)).isEmpty();
        assertThat(asked).isEmpty();
    }

    private List<PaletteEntry> find(String text, BrandFilter brands) {
        Scope scope = new Grants() {
            @Override
            public Scope current() {
                return newScope(new UserId(1), false, Map.of(BRAND, Set.of(Right.READ)));
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
        return new ConversationSource(store(), "Conversations")
                .find(new Request(text, scope, brands, Locale.ENGLISH, 6), new NullProgressMonitor());
    }

    private Store store() {
        ReadRows rows = (ReadRows) Proxy.newProxyInstance(
                ReadRows.class.getClassLoader(),
                new Class<?>[] {ReadRows.class},
                (self, method, arguments) -> switch (method.getName()) {
                    case "index" -> {
                        asked.add((InboxQuery) arguments[0]);
                        yield new IdIndex(List.of(BRAND), new int[] {0, 0, 0}, new long[] {2, 1, 3}, true);
                    }
                    case "conversations" ->
                        List.of(
                                conversation(1, "", "Leaking seam", "..."),
                                conversation(2, "Lena M.", null, "My jacket leaks"));
                    case "brands" ->
                        List.of(new Brand(
                                BRAND,
                                new ClientId(1),
                                "Nordwind",
                                Colour.of("#c2410c"),
                                ZoneId.of("Europe/Berlin"),
                                ""));
                    default -> throw new UnsupportedOperationException(method.getName());
                });
        return new Store() {
            @Override
            public <T> T read(Scope scope, Function<ReadRows, T> work) {
                return work.apply(rows);
            }

            @Override
            public <T> T write(Scope scope, Function<WriteRows, T> work) {
                throw new UnsupportedOperationException("nothing is written");
            }

            @Override
            public Registration onCommit(Consumer<Long> hint) {
                return () -> {};
            }
        };
    }

    private static ConversationRef ref(long id) {
        return new ConversationRef(BRAND, new ConversationId(id));
    }

    private static Conversation conversation(
            long id, String customer, @org.jspecify.annotations.Nullable String subject, String preview) {
        return new Conversation(
                new ConversationId(id),
                BRAND,
                new AccountId(1),
                new ChannelType("mail"),
                new ExternalId("root" + id),
                Visibility.PRIVATE,
                null,
                customer,
                subject,
                preview,
                ConversationState.OPEN,
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
                Instant.EPOCH,
                Instant.EPOCH,
                false);
    }
}
