package org.kontor.guard.internal.field;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Hashtable;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.BooleanSupplier;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.kontor.api.access.Grants;
import org.kontor.api.access.Scope;
import org.kontor.api.account.Account;
import org.kontor.api.account.Brand;
import org.kontor.api.account.Colour;
import org.kontor.api.channel.ChannelConnector;
import org.kontor.api.channel.ReplyMode;
import org.kontor.api.conversation.Conversation;
import org.kontor.api.desk.Intake;
import org.kontor.api.desk.Replies;
import org.kontor.api.desk.Setup;
import org.kontor.api.plugin.Contribution;
import org.kontor.api.plugin.Guard;
import org.kontor.api.plugin.PluginBrands;
import org.kontor.api.plugin.Trouble;
import org.kontor.api.plugin.Trouble.Reason;
import org.kontor.api.plugin.Watchdog;
import org.kontor.api.reply.Checked;
import org.kontor.api.reply.Finding;
import org.kontor.api.runner.DataFolder;
import org.kontor.api.secret.SecretStore;
import org.kontor.api.store.ConversationRef;
import org.kontor.api.store.IdIndex;
import org.kontor.api.store.InboxQuery;
import org.kontor.api.store.Queue;
import org.kontor.api.store.Store;
import org.kontor.guard.internal.watch.WatchdogService;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.ServiceRegistration;
import org.osgi.util.tracker.ServiceTracker;

/** A plug-in does whatever it should not do; each deed is contained, the house says what it was, and goes on working. */
@Timeout(300)
class HostileTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int QUESTIONS = 40;
    /** The checks that the plug-in contributes. */
    private static final int CHECKS = 7;

    private record Folder(Path path) implements DataFolder {
        @Override
        public boolean demo() {
            return false;
        }
    }

    @TempDir
    private Path root = Path.of("");

    private final BundleContext context =
            FrameworkUtil.getBundle(HostileTest.class).getBundleContext();

    @Test
    void everyDeedIsContainedAndTheInboxGoesOn() throws Exception {
        for (Bundle bundle : context.getBundles()) {
            if (bundle.getSymbolicName().startsWith("org.kontor.")
                    && bundle.getHeaders().get("Fragment-Host") == null) {
                bundle.start(Bundle.START_ACTIVATION_POLICY | Bundle.START_TRANSIENT);
            }
        }
        ServiceRegistration<DataFolder> folder = folder();
        ServiceRegistration<ChannelConnector> channel =
                context.registerService(ChannelConnector.class, new WordChannel(), new Hashtable<>());
        Bundle hostile = HostileBundle.install(context, "1.0.0");
        ExecutorService window = Executors.newSingleThreadExecutor();
        try {
            Brand nordwind = brand("Nordwind", "#c2410c");
            Brand alma = brand("Alma", "#0f766e");
            Account account = account(nordwind);
            Account other = account(alma);
            service(PluginBrands.class)
                    .choose("sample.hostile.feature", Set.of(HostileBundle.NAME), Set.of(nordwind.id()));
            hostile.start();
            Thread ui = window.submit(Thread::currentThread).get();
            Store.Registration watch = service(Watchdog.class).watch(ui, window);

            long begun = System.nanoTime();
            ask(account, "Nordwind");
            ask(other, "Alma");
            assertThat(conversations(nordwind)).hasSize(QUESTIONS);
            assertThat(conversations(alma)).hasSize(QUESTIONS);

            ConversationRef ref = ConversationRef.of(conversations(nordwind).getFirst());
            ConversationRef forged = ConversationRef.of(conversations(alma).getFirst());
            String text = forged.brand().value() + " " + forged.id().value();
            List<Finding> findings = new ArrayList<>();
            for (int round = 0; round < Guard.PATIENCE + 1; round++) {
                Checked checked = service(Replies.class)
                        .check(scope(), request(ref, text), Locale.ENGLISH, new NullProgressMonitor());
                findings.addAll(checked.findings());
            }
            Duration took = Duration.ofNanos(System.nanoTime() - begun);

            assertThat(findings)
                    .extracting(Finding::sentence)
                    .contains("given 1, own 1, found [], heard of secrets false")
                    .noneMatch(said -> said.startsWith("forged") || said.startsWith("acted") || said.equals("flood"));
            assertThat(reason("throws")).isEqualTo(Reason.THREW);
            assertThat(reason("blocks")).isEqualTo(Reason.SLOW);
            assertThat(reason("slow")).isEqualTo(Reason.SLOW);
            assertThat(reason("computes")).isEqualTo(Reason.SLOW);
            assertThat(reason("floods")).isEqualTo(Reason.FLOODED);
            assertThat(reason("forges")).isEqualTo(Reason.REACHED_TOO_FAR);
            List<Trouble> troubles = service(Guard.class).troubles();
            assertThat(troubles).allMatch(Trouble::off);
            assertThat(troubles)
                    .extracting(t -> t.contribution().kind())
                    .contains(Contribution.Kind.TRIAGE, Contribution.Kind.CLOCK);
            assertThat(service(Replies.class).reply(scope(), request(ref, "It is waterproof.")))
                    .isInstanceOf(Replies.Outcome.Queued.class);
            long beats = service(WatchdogService.class).beats();
            assertThat(beats).as("the window answered all the while").isPositive();
            System.out.println("kontor: hostile plug-in: " + 2 * QUESTIONS + " messages stored, "
                    + troubles.size() + " contributions switched off ("
                    + troubles.stream().mapToInt(Trouble::faults).sum() + " faults), "
                    + beats + " beats of the window, " + took.toMillis() + " ms");

            blockTheWindow(hostile, window, ui);
            watch.close();

            // The next start: all services of the house go and come again over the same folder.
            folder.unregister();
            folder = folder();
            afterTheNextStart(ref);
        } finally {
            window.shutdownNow();
            hostile.uninstall();
            channel.unregister();
            folder.unregister();
        }
    }

    private void blockTheWindow(Bundle hostile, ExecutorService window, Thread ui) {
        ServiceReference<?> hold = Arrays.stream(hostile.getRegisteredServices())
                .filter(each -> Arrays.asList((String[]) each.getProperty("objectClass"))
                        .contains(Runnable.class.getName()))
                .findFirst()
                .orElseThrow();
        long begun = System.nanoTime();
        window.execute((Runnable) context.getService(hold));
        Guard guard = service(Guard.class);
        until(() -> guard.troubles().stream().anyMatch(t -> t.reason() == Reason.BLOCKED_WINDOW));
        ui.interrupt();
        Trouble blocked = guard.troubles().stream()
                .filter(t -> t.reason() == Reason.BLOCKED_WINDOW)
                .findFirst()
                .orElseThrow();
        assertThat(blocked.contribution())
                .isEqualTo(new Contribution(HostileBundle.NAME, Contribution.Kind.WINDOW, HostileBundle.NAME));
        assertThat(blocked.detail()).contains("Hostile.holdWindow");
        System.out.println("kontor: watchdog named " + blocked.contribution().bundle() + " after "
                + Duration.ofNanos(System.nanoTime() - begun).toMillis() + " ms: " + blocked.detail());
        assertThat(root.resolve("data/guard.json")).content().contains(HostileBundle.NAME, "1.0.0");
    }

    private void afterTheNextStart(ConversationRef ref) {
        Checked checked =
                service(Replies.class).check(scope(), request(ref, "Hello"), Locale.ENGLISH, new NullProgressMonitor());
        assertThat(checked.leftOut()).hasSize(CHECKS).allMatch(t -> t.off() && t.reason() == Reason.BLOCKED_WINDOW);
        assertThat(checked.findings()).extracting(Finding::sentence).contains("brand", "no personal data");
        Guard guard = service(Guard.class);
        guard.tryAgain(checked.leftOut().getFirst().contribution());
        Checked again =
                service(Replies.class).check(scope(), request(ref, "Hello"), Locale.ENGLISH, new NullProgressMonitor());
        assertThat(again.leftOut()).isNotEmpty().noneMatch(t -> t.reason() == Reason.BLOCKED_WINDOW);
        System.out.println("kontor: after the next start " + CHECKS + " checks stayed off until they were tried again");
    }

    private ServiceRegistration<DataFolder> folder() throws IOException {
        Path data = Files.createDirectories(root.resolve("data"));
        return context.registerService(DataFolder.class, new Folder(data), new Hashtable<>());
    }

    private Reason reason(String check) {
        return service(Guard.class).troubles().stream()
                .filter(t -> t.contribution().id().equals(HostileBundle.NAME + "." + check))
                .map(Trouble::reason)
                .findFirst()
                .orElseThrow(() -> new AssertionError("nothing is known against " + check));
    }

    private void ask(Account account, String about) {
        Intake intake = service(Intake.class);
        for (int i = 0; i < QUESTIONS; i++) {
            intake.record(account, List.of(WordChannel.asks("About " + about + " no " + i)), null);
            intake.process(account, new NullProgressMonitor());
        }
    }

    private static Replies.ReplyRequest request(ConversationRef ref, String text) {
        return new Replies.ReplyRequest(
                ref, ref.brand(), null, ReplyMode.PUBLIC, text, List.of(), List.of(), List.of());
    }

    private List<Conversation> conversations(Brand brand) {
        return service(Store.class).read(scope().only(Set.of(brand.id())), rows -> {
            IdIndex index = rows.index(InboxQuery.of(Queue.UNANSWERED), 1_000);
            return rows.conversations(index.range(0, index.size()));
        });
    }

    private Brand brand(String name, String colour) {
        return service(Setup.class).createBrand(scope(), null, name, Colour.of(colour), ZoneId.of("Europe/Berlin"), "");
    }

    private Account account(Brand brand) {
        Account account = service(Setup.class)
                .createAccount(
                        scope(),
                        new Setup.NewAccount(
                                brand.id(),
                                WordChannel.TYPE,
                                brand.name(),
                                Map.of(),
                                Instant.now().minus(Duration.ofDays(14))));
        service(SecretStore.class).put(account.id(), "token", "not for plug-ins");
        return account;
    }

    private Scope scope() {
        return service(Grants.class).current();
    }

    private <T> T service(Class<T> type) {
        ServiceTracker<T, T> tracker = new ServiceTracker<>(context, type, null);
        tracker.open();
        try {
            T found = tracker.waitForService(PATIENCE.toMillis());
            if (found == null) {
                throw new AssertionError("no service " + type.getName());
            }
            return found;
        } catch (InterruptedException stopped) {
            throw new AssertionError(stopped);
        } finally {
            tracker.close();
        }
    }

    private static void until(BooleanSupplier condition) {
        while (!condition.getAsBoolean()) {
            Thread.onSpinWait();
        }
    }
}
