package org.kontor.store.internal.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kontor.api.channel.ExternalId;
import org.kontor.api.conversation.Conversation;
import org.kontor.api.conversation.Profile;
import org.kontor.api.store.ConversationRef;
import org.kontor.api.store.InboxQuery;
import org.kontor.api.store.InboxQuery.Order;
import org.kontor.api.store.Queue;
import org.kontor.api.store.ReadRows;
import org.kontor.store.World;
import org.kontor.store.internal.engine.StoreLog;
import org.kontor.store.internal.rows.JdbcReadRows;
import org.kontor.store.internal.sql.Sql;

/** What reads a few rows of a brand must not go through all of them, whatever SQLite believes of the tables. */
class QueryPlanTest {
    private final Path folder;

    QueryPlanTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void whatConcernsOneConversationReadsNoWholeBrand() throws Exception {
        assertThat(plans(this::conversation)).isNotEmpty().noneMatch(QueryPlanTest::readsAll);
    }

    @Test
    void receivingReadsNoWholeBrand() throws Exception {
        assertThat(plans(this::receiving)).isNotEmpty().noneMatch(QueryPlanTest::readsAll);
    }

    @Test
    void aRangeOfFinishedWorkIsReadFromTheIndexAlone() throws Exception {
        for (Order order : List.of(Order.NEWEST_FIRST, Order.OLDEST_FIRST)) {
            InboxQuery query = new InboxQuery(
                    Queue.RESOLVED,
                    Set.of(),
                    Set.of(),
                    "",
                    order,
                    new InboxQuery.Span(World.NOW.minusSeconds(60), World.NOW));
            assertThat(plans((world, rows) -> rows.index(query, 1_000)))
                    .isNotEmpty()
                    .allMatch(("SEARCH c USING COVERING INDEX conversation_by_activity"
                            + " (brand_id=? AND state=? AND last_activity>? AND last_activity<?)")::equals);
        }
    }

    private void conversation(World world, ReadRows rows) {
        Conversation conversation = world.conversation(world.mail, "<1@x>");
        ConversationRef ref = ConversationRef.of(conversation);
        Profile profile = world.profile(world.mail, "lena@example.org", "Lena");
        rows.conversation(ref);
        rows.conversations(List.of(ref));
        rows.readMarks(List.of(ref));
        rows.messages(ref);
        rows.inquiries(ref);
        rows.notes(ref);
        rows.outbox(ref);
        rows.draft(ref);
        rows.profile(ref.brand(), profile.id());
        rows.profiles(ref.brand(), profile.contact());
        rows.conversationsOf(ref.brand(), profile.contact(), 20);
    }

    private void receiving(World world, ReadRows rows) {
        Set<ExternalId> ids = Set.of(new ExternalId("<1@x>"));
        rows.waiting(world.nordwind.id(), world.mail.id(), 100);
        rows.messagesByExternalId(world.nordwind.id(), world.mail.id(), ids);
        rows.conversationsByRoot(world.nordwind.id(), world.mail.id(), ids);
        rows.profilesByExternalId(world.nordwind.id(), World.MAIL, ids);
        rows.outboxBySentId(world.nordwind.id(), world.mail.id(), ids);
        rows.outboxDue(world.nordwind.id(), world.mail.id(), World.NOW, 10);
        rows.outboxNext(world.nordwind.id(), world.mail.id());
    }

    /** A scan of a table, or a search by the brand alone. */
    private static boolean readsAll(String step) {
        boolean table = !step.matches("SCAN (json_each|mine|\\(subquery.*|CONSTANT.*).*");
        return table && step.startsWith("SCAN ") || step.matches("SEARCH .*\\(brand_id=\\?\\)");
    }

    /** The steps of the plans of all statements that are run. */
    private List<String> plans(BiConsumer<World, ReadRows> work) throws Exception {
        EmbeddedStore store = EmbeddedStore.open(folder, StoreOptions.of(InstantSource.system(), StoreLog.NONE));
        World world = World.in(store);
        store.close();
        List<String> steps = new ArrayList<>();
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve(EmbeddedStore.FILE))) {
            Connection told = telling(connection, sql -> steps.addAll(explain(connection, sql)));
            Sql sql = new Sql(told, new SqliteDialect(), new Faults(folder)::of);
            work.accept(world, new JdbcReadRows(sql, world.all));
        }
        return steps;
    }

    private static List<String> explain(Connection connection, String sql) {
        List<String> steps = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet plan = statement.executeQuery("EXPLAIN QUERY PLAN " + sql)) {
            while (plan.next()) {
                steps.add(plan.getString("detail"));
            }
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
        return steps;
    }

    /** The same connection, which tells each statement that is made with it. */
    private static Connection telling(Connection connection, Consumer<String> heard) {
        return (Connection) Proxy.newProxyInstance(
                QueryPlanTest.class.getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("prepareStatement")) {
                        heard.accept((String) arguments[0]);
                    }
                    try {
                        return method.invoke(connection, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }
}
