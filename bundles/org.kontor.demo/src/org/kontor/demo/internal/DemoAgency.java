package org.kontor.demo.internal;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kontor.api.access.Grants;
import org.kontor.api.access.Scope;
import org.kontor.api.account.Account;
import org.kontor.api.account.Brand;
import org.kontor.api.account.ChannelType;
import org.kontor.api.account.Client;
import org.kontor.api.account.Colour;
import org.kontor.api.cases.Cases;
import org.kontor.api.clock.Policies;
import org.kontor.api.desk.Connectors;
import org.kontor.api.desk.Setup;
import org.kontor.api.id.ClientId;
import org.kontor.api.runner.DataFolder;
import org.kontor.api.runner.Runner;
import org.kontor.api.store.Store;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.log.Logger;
import org.osgi.service.log.LoggerFactory;

/**
 * Starts the simulator when the data folder is the demo's (or uses a running one, {@code --simulator ADDRESS}), and sets its brands and accounts up as a user would in the wizard.
 * A second start finds them there and only follows ports that have moved.
 */
@Component(service = DemoAgency.class, immediate = true)
public final class DemoAgency {
    private static final ChannelType MAIL = new ChannelType("mail");
    private static final ChannelType BLUESKY = new ChannelType("bluesky");
    private static final Duration WORK = Duration.ofDays(14);
    private static final Duration CONNECTORS_WITHIN = Duration.ofSeconds(30);

    private final DataFolder folder;
    private final Setup setup;
    private final Store store;
    private final Grants grants;
    private final Connectors connectors;
    private final Policies policies;
    private final SimulatorAwaited awaited;
    private final Runner runner;
    private final DemoCases cases;
    private final Logger log;
    private final @Nullable Thread starting;
    private volatile @Nullable SimulatorProcess simulator;
    private volatile @Nullable URI control;
    private volatile @Nullable String shop;

    @Activate
    public DemoAgency(
            BundleContext context,
            @Reference DataFolder folder,
            @Reference Arguments arguments,
            @Reference Setup setup,
            @Reference Store store,
            @Reference Grants grants,
            @Reference Connectors connectors,
            @Reference Policies policies,
            @Reference SimulatorAwaited awaited,
            @Reference Runner runner,
            @Reference Cases cases,
            @Reference(service = LoggerFactory.class) Logger log) {
        this.folder = folder;
        this.setup = setup;
        this.store = store;
        this.grants = grants;
        this.connectors = connectors;
        this.policies = policies;
        this.awaited = awaited;
        this.runner = runner;
        this.cases = new DemoCases(store, grants, cases);
        this.log = log;
        this.starting = folder.demo() ? Thread.ofVirtual().name("demo").start(() -> start(context, arguments)) : null;
    }

    /** Where the simulator can be asked; empty until the demo agency is set up. */
    Optional<URI> control() {
        return Optional.ofNullable(control);
    }

    /** The address of the simulated shop; empty until the simulator runs. */
    Optional<String> shop() {
        return Optional.ofNullable(shop);
    }

    private void start(BundleContext context, Arguments arguments) {
        try {
            Optional<URI> running = arguments.value("simulator").map(URI::create);
            URI world = running.isPresent() ? running.get() : startSimulator(context);
            waitForConnectors();
            DemoWorld described = DemoWorld.read(world);
            shop = described.shop().orElse(null);
            setUp(described);
            control = world;
            letAccountsBegin();
            cases.open();
        } catch (IOException broken) {
            log.error("The demo agency could not be started: {}", broken.getMessage(), broken);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } finally {
            letAccountsBegin();
        }
    }

    private void letAccountsBegin() {
        awaited.ended();
        runner.accountsChanged();
    }

    private URI startSimulator(BundleContext context) throws IOException, InterruptedException {
        SimulatorProcess begun = SimulatorProcess.start(context, folder.path().resolve("simulator"));
        simulator = begun;
        return begun.control();
    }

    private void waitForConnectors() throws InterruptedException {
        Instant end = Instant.now().plus(CONNECTORS_WITHIN);
        while (Instant.now().isBefore(end)
                && (connectors.of(MAIL).isEmpty() || connectors.of(BLUESKY).isEmpty())) {
            Thread.sleep(Duration.ofMillis(50));
        }
    }

    private void setUp(DemoWorld world) {
        for (DemoWorld.DemoBrand each : world.brands()) {
            Brand brand = brand(each, ZoneId.of(world.zone()));
            promise(brand);
            DemoWorld.MailBox mail = each.mail();
            if (mail != null) {
                account(brand, MAIL, mail.address(), mailValues(mail));
            }
            DemoWorld.Handle handle = each.bluesky();
            if (handle != null) {
                account(
                        brand,
                        BLUESKY,
                        "@" + handle.handle(),
                        Map.of(
                                "service", handle.service(),
                                "handle", handle.handle(),
                                "password", handle.password(),
                                "directory", handle.service()));
            }
        }
    }

    private static Map<String, String> mailValues(DemoWorld.MailBox mail) {
        return Map.of(
                "address", mail.address(),
                "display.name", mail.displayName(),
                "imap.host", mail.host(),
                "imap.port", Integer.toString(mail.imapPort()),
                "imap.security", "none",
                "smtp.host", mail.host(),
                "smtp.port", Integer.toString(mail.smtpPort()),
                "smtp.security", "none",
                "user", mail.user(),
                "password", mail.password());
    }

    private Brand brand(DemoWorld.DemoBrand each, ZoneId zone) {
        List<Brand> known = store.read(grants.current(), rows -> rows.brands());
        return known.stream()
                .filter(b -> b.name().equals(each.name()))
                .findFirst()
                .orElseGet(() -> setup.createBrand(
                        grants.current(),
                        client(each.client()),
                        each.name(),
                        Colour.of(each.colour()),
                        zone,
                        "Viele Grüße\nIhr Team von " + each.name()));
    }

    /** Before the first account, so that every inquiry has its clock; what was changed by hand stays. */
    private void promise(Brand brand) {
        Scope scope = grants.current();
        if (policies.policy(scope, brand.id()).isEmpty()) {
            policies.save(scope, DemoPolicies.of(brand, LocalDate.now(brand.zone())));
        }
    }

    private ClientId client(String name) {
        return store.read(grants.current(), rows -> rows.clients()).stream()
                .filter(c -> c.name().equals(name))
                .map(Client::id)
                .findFirst()
                .orElseGet(() -> setup.createClient(grants.current(), name).id());
    }

    private void account(Brand brand, ChannelType channel, String name, Map<String, String> values) {
        Scope scope = grants.current();
        Optional<Account> known = store.read(scope, rows -> rows.accounts()).stream()
                .filter(a -> a.brand().equals(brand.id()) && a.channel().equals(channel))
                .findFirst();
        if (known.isEmpty()) {
            setup.createAccount(
                    scope,
                    new Setup.NewAccount(
                            brand.id(), channel, name, values, Instant.now().minus(WORK)));
        } else if (moved(known.get(), values)) {
            setup.changeAccount(scope, brand.id(), known.get().id(), name, values);
        }
    }

    private static boolean moved(Account account, Map<String, String> values) {
        Map<String, String> plain = new HashMap<>(values);
        plain.remove("password");
        return plain.entrySet().stream()
                .anyMatch(v -> !v.getValue().equals(account.settings().get(v.getKey())));
    }

    /** Ends the simulator with the workbench. */
    @Deactivate
    public void stop() throws InterruptedException {
        Thread thread = starting;
        if (thread != null) {
            thread.interrupt();
            thread.join(Duration.ofSeconds(5));
        }
        SimulatorProcess running = simulator;
        if (running != null) {
            running.close();
        }
    }
}
