package org.kontor.store.internal.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kontor.api.access.Scope;
import org.kontor.api.access.User;
import org.kontor.api.account.Account;
import org.kontor.store.Kept;
import org.kontor.store.TestGrants;
import org.kontor.store.World;
import org.kontor.store.internal.engine.StoreLog;

/** kill -9 of a process that writes: what it was told to be durable is there, and the database is whole. */
class KilledProcessTest {
    private final Path folder;
    private final TestGrants grants = new TestGrants();

    KilledProcessTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void nothingAcknowledgedIsLostOverFiveKills() throws Exception {
        kill(5, 41);
    }

    @Test
    @Tag("soak")
    void nothingAcknowledgedIsLostOverFiftyKills() throws Exception {
        kill(50, System.nanoTime());
    }

    private void kill(int times, long seed) throws Exception {
        System.out.println("seed " + seed);
        Random random = new Random(seed);
        Map<String, String> acknowledged = new HashMap<>();
        for (int i = 0; i < times; i++) {
            int acknowledgements = 20 + random.nextInt(400);
            Process writer = ChildJvm.start(Writer.class, folder.toString(), Long.toString(random.nextLong()));
            try (BufferedReader out = writer.inputReader()) {
                for (String line = out.readLine(); line != null; line = out.readLine()) {
                    String[] parts = line.split(" ");
                    acknowledged.put(parts[0], parts[1]);
                    if (--acknowledgements == 0) {
                        // Not by the Process itself: that would close its output before all of it is read.
                        writer.toHandle().destroyForcibly();
                    }
                }
                assertThat(writer.waitFor(30, TimeUnit.SECONDS)).isTrue();
                assertThat(acknowledgements).as("the writer ended by itself").isLessThanOrEqualTo(0);
            } finally {
                writer.destroyForcibly();
            }
            compare(acknowledged);
        }
        System.out.println(acknowledged.size() + " acknowledged writes over " + times + " kills");
    }

    private void compare(Map<String, String> acknowledged) {
        EmbeddedStore store = EmbeddedStore.open(folder, StoreOptions.of(InstantSource.system(), StoreLog.NONE));
        assertThat(store.check()).isEmpty();
        Kept.require(store, Kept.everything(store, grants), acknowledged);
        store.close();
    }

    /** Writes on several threads until it is killed; prints what is durable. */
    static final class Writer {
        private static final int THREADS = 4;

        public static void main(String[] args) {
            EmbeddedStore store =
                    EmbeddedStore.open(Path.of(args[0]), StoreOptions.of(InstantSource.system(), StoreLog.NONE));
            TestGrants grants = new TestGrants();
            boolean fresh = store.read(grants.agency(User.LOCAL), rows -> rows.clients())
                    .isEmpty();
            if (fresh) {
                World.in(store);
            }
            Scope scope = Kept.everything(store, grants);
            Account account = store.read(scope, rows -> rows.accounts()).getFirst();
            World world = new World();
            PrintStream out = System.out;
            for (int i = 0; i < THREADS; i++) {
                Random random = new Random(Long.parseLong(args[1]) + i);
                new Thread(() -> {
                            while (true) {
                                String id = Long.toHexString(random.nextLong());
                                String text = "wort-" + id + "x".repeat(random.nextInt(2_000));
                                Kept.write(store, scope, world, account, id, text);
                                synchronized (out) {
                                    out.println(id + " " + text);
                                    out.flush();
                                }
                            }
                        })
                        .start();
            }
        }
    }
}
