package org.kontor.ui.setup.internal.model;

import java.lang.reflect.Proxy;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.eclipse.core.runtime.IProgressMonitor;
import org.jspecify.annotations.Nullable;
import org.kontor.api.access.Grants;
import org.kontor.api.access.Right;
import org.kontor.api.access.Scope;
import org.kontor.api.access.User;
import org.kontor.api.account.Account;
import org.kontor.api.account.AccountStatus;
import org.kontor.api.account.Brand;
import org.kontor.api.account.ChannelType;
import org.kontor.api.account.Client;
import org.kontor.api.account.Colour;
import org.kontor.api.channel.AccountContext;
import org.kontor.api.channel.ChannelConnector;
import org.kontor.api.channel.Health;
import org.kontor.api.clock.Deadline;
import org.kontor.api.clock.Policies;
import org.kontor.api.clock.Policy;
import org.kontor.api.desk.Connectors;
import org.kontor.api.desk.Setup;
import org.kontor.api.id.AccountId;
import org.kontor.api.id.BrandId;
import org.kontor.api.id.ClientId;
import org.kontor.api.network.Network;
import org.kontor.api.network.NetworkSettings;
import org.kontor.api.runner.Runner;
import org.kontor.api.secret.SecretStore;
import org.kontor.api.store.ReadRows;
import org.kontor.api.store.Store;
import org.kontor.api.store.UiThread;
import org.kontor.api.store.WriteRows;
import org.kontor.ui.common.work.Work;

/** A house in memory: whoever waits for it on the UI thread fails, as with the real one. */
public final class FakeHouse extends Grants
        implements Setup, Store, Connectors, Runner, SecretStore, Network, Policies {
    public final FakeTeam team = new FakeTeam();
    public final FakeTrail trail = new FakeTrail();
    public final FakeBalances balances = new FakeBalances();
    public final Map<AccountId, Long> late = new ConcurrentHashMap<>();
    public volatile NetworkSettings network = NetworkSettings.OF_SYSTEM;
    public final List<Client> clients = new CopyOnWriteArrayList<>();
    public final List<Brand> brands = new CopyOnWriteArrayList<>();
    public final List<Account> accounts = new CopyOnWriteArrayList<>();
    public final Map<BrandId, Policy> policies = new ConcurrentHashMap<>();
    final Map<BrandId, byte[]> logos = new HashMap<>();
    public final Map<AccountId, AccountStatus> statuses = new ConcurrentHashMap<>();
    public final Map<String, String> kept = new ConcurrentHashMap<>();
    public final List<AccountId> receivedNow = new CopyOnWriteArrayList<>();
    final List<ChannelConnector> connectors = new ArrayList<>(List.of(FakeConnector.mail(), FakeConnector.bluesky()));
    public final List<Map<String, String>> tested = new CopyOnWriteArrayList<>();
    /** What the next test finds. */
    volatile Health health = new Health(List.of(Health.Check.passed("check.login", "imap.example.org")), null);
    /** What a test of these settings finds. */
    public volatile Function<Map<String, String>, Health> doctor = values -> health;
    /** What every attempt to read throws. */
    private volatile @Nullable RuntimeException unreadable;
    /** What the next attempt to keep something throws. */
    volatile @Nullable RuntimeException trouble;

    volatile boolean running = true;
    private final List<Consumer<Long>> hints = new CopyOnWriteArrayList<>();
    private final AtomicLong ids = new AtomicLong(100);

    public SetupServices services(Work work) {
        return new SetupServices(this, this, this, this, this, this, this, this, team, trail, balances, work);
    }

    public Brand brand(String name, String colour) {
        Client client = new Client(new ClientId(ids.incrementAndGet()), name + " GmbH");
        clients.add(client);
        Brand brand = new Brand(
                new BrandId(ids.incrementAndGet()),
                client.id(),
                name,
                Colour.of(colour),
                ZoneId.of("Europe/Berlin"),
                "Ihr Team von " + name);
        brands.add(brand);
        return brand;
    }

    public Account account(Brand brand, String channel, String name, Map<String, String> settings) {
        Account account = new Account(
                new AccountId(ids.incrementAndGet()),
                brand.id(),
                new ChannelType(channel),
                name,
                settings,
                Instant.parse("2026-02-16T12:00:00Z"),
                true);
        accounts.add(account);
        return account;
    }

    /** Nothing can be read from now on. */
    void refuseReads(RuntimeException why) {
        unreadable = why;
    }

    /** The next attempt to keep something fails. */
    public void refuseOnce(RuntimeException why) {
        trouble = why;
    }

    public void commit() {
        hints.forEach(hint -> hint.accept(1L));
    }

    // -- grants

    @Override
    public Scope current() {
        UiThread.forbid("grants");
        return newScope(
                User.LOCAL,
                true,
                brands.stream().collect(Collectors.toMap(Brand::id, b -> Set.copyOf(EnumSet.allOf(Right.class)))));
    }

    @Override
    public Scope system(BrandId brand) {
        return current();
    }

    @Override
    public Scope system() {
        return current();
    }

    // -- set-up

    @Override
    public Client createClient(Scope scope, String name) {
        UiThread.forbid("createClient");
        Client client = new Client(new ClientId(ids.incrementAndGet()), name);
        clients.add(client);
        return client;
    }

    @Override
    public Brand createBrand(
            Scope scope, @Nullable ClientId client, String name, Colour colour, ZoneId zone, String signature) {
        UiThread.forbid("createBrand");
        ClientId owner = client == null ? createClient(scope, name).id() : client;
        Brand brand = new Brand(new BrandId(ids.incrementAndGet()), owner, name, colour, zone, signature);
        brands.add(brand);
        return brand;
    }

    @Override
    public void changeBrand(Scope scope, Brand brand) {
        UiThread.forbid("changeBrand");
        fail();
        brands.replaceAll(b -> b.id().equals(brand.id()) ? brand : b);
    }

    @Override
    public LogoVerdict changeLogo(Scope scope, BrandId brand, byte[] picture) {
        UiThread.forbid("changeLogo");
        fail();
        if (picture.length < 2) {
            return LogoVerdict.NO_PICTURE;
        }
        logos.put(brand, picture);
        return LogoVerdict.KEPT;
    }

    @Override
    public void removeLogo(Scope scope, BrandId brand) {
        UiThread.forbid("removeLogo");
        fail();
        logos.remove(brand);
    }

    @Override
    public Health test(Scope scope, ChannelType channel, Map<String, String> values, IProgressMonitor monitor) {
        UiThread.forbid("test");
        fail();
        tested.add(values);
        return doctor.apply(values);
    }

    @Override
    public Health test(
            Scope scope, BrandId brand, AccountId account, Map<String, String> values, IProgressMonitor monitor) {
        return test(scope, new ChannelType("mail"), values, monitor);
    }

    @Override
    public Account createAccount(Scope scope, NewAccount form) {
        UiThread.forbid("createAccount");
        fail();
        Account account = new Account(
                new AccountId(ids.incrementAndGet()),
                form.brand(),
                form.channel(),
                form.name(),
                withoutSecrets(form.values()),
                form.workFrom(),
                true);
        accounts.add(account);
        return account;
    }

    @Override
    public Account changeAccount(Scope scope, BrandId brand, AccountId id, String name, Map<String, String> values) {
        UiThread.forbid("changeAccount");
        fail();
        Account old =
                accounts.stream().filter(a -> a.id().equals(id)).findFirst().orElseThrow();
        return replace(
                new Account(id, brand, old.channel(), name, withoutSecrets(values), old.workFrom(), old.active()));
    }

    @Override
    public Account setActive(Scope scope, BrandId brand, AccountId id, boolean active) {
        UiThread.forbid("setActive");
        Account old =
                accounts.stream().filter(a -> a.id().equals(id)).findFirst().orElseThrow();
        return replace(new Account(id, brand, old.channel(), old.name(), old.settings(), old.workFrom(), active));
    }

    private Account replace(Account changed) {
        accounts.replaceAll(a -> a.id().equals(changed.id()) ? changed : a);
        return changed;
    }

    private Map<String, String> withoutSecrets(Map<String, String> values) {
        Map<String, String> plain = new HashMap<>(values);
        String secret = plain.remove("password");
        if (secret != null) {
            kept.put("password", secret);
        }
        return plain;
    }

    private void fail() {
        RuntimeException now = trouble;
        if (now != null) {
            trouble = null;
            throw now;
        }
    }

    // -- store

    @Override
    public <T> T read(Scope scope, Function<ReadRows, T> work) {
        UiThread.forbid("read");
        RuntimeException why = unreadable;
        if (why != null) {
            throw why;
        }
        return work.apply((ReadRows) Proxy.newProxyInstance(
                ReadRows.class.getClassLoader(),
                new Class<?>[] {ReadRows.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "users" -> List.of(FakeTrail.LENA, FakeTrail.HOUSE);
                    case "conversations" -> trail.conversations;
                    case "foundLate" -> Map.copyOf(late);
                    case "clients" -> List.copyOf(clients);
                    case "brands" -> List.copyOf(brands);
                    case "accounts" -> List.copyOf(accounts);
                    case "policy" -> Optional.ofNullable(policies.get((BrandId) arguments[0]));
                    case "brandLogo" -> Optional.ofNullable(logos.get((BrandId) arguments[0]));
                    case "accountStatuses" -> List.copyOf(statuses.values());
                    default -> throw new UnsupportedOperationException(method.getName());
                }));
    }

    @Override
    public <T> T write(Scope scope, Function<WriteRows, T> work) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Registration onCommit(Consumer<Long> hint) {
        hints.add(hint);
        return () -> hints.remove(hint);
    }

    // -- policies

    @Override
    public Optional<Policy> policy(Scope scope, BrandId brand) {
        UiThread.forbid("policy");
        return Optional.ofNullable(policies.get(brand));
    }

    @Override
    public int save(Scope scope, Policy policy) {
        UiThread.forbid("save");
        fail();
        policies.put(policy.brand(), policy);
        return 3;
    }

    @Override
    public int remove(Scope scope, BrandId brand) {
        UiThread.forbid("remove");
        fail();
        policies.remove(brand);
        return 3;
    }

    /** As a wall clock: what is true of office time is tested where it is computed. */
    @Override
    public Deadline deadline(Policy policy, Instant start) {
        return new Deadline(start.plus(policy.warnAfter()), start.plus(policy.firstResponse()));
    }

    // -- network

    @Override
    public NetworkSettings settings() {
        UiThread.forbid("network");
        return network;
    }

    @Override
    public boolean passwordKept() {
        UiThread.forbid("network");
        return kept.containsKey("proxy");
    }

    @Override
    public void change(NetworkSettings settings, @Nullable String password) {
        UiThread.forbid("network");
        fail();
        network = settings;
        if (password != null && password.isEmpty()) {
            kept.remove("proxy");
        } else if (password != null) {
            kept.put("proxy", password);
        }
    }

    // -- connectors, runner, secrets

    @Override
    public List<ChannelConnector> all() {
        return connectors;
    }

    @Override
    public Optional<ChannelConnector> of(ChannelType type) {
        return connectors.stream().filter(c -> c.type().equals(type)).findFirst();
    }

    @Override
    public AccountContext context(Account account) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void accountsChanged() {
        throw new UnsupportedOperationException();
    }

    @Override
    public void receiveNow(AccountId account) {
        receivedNow.add(account);
    }

    @Override
    public void sendNow(AccountId account) {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean running() {
        return running;
    }

    @Override
    public Optional<String> get(AccountId account, String name) {
        return Optional.ofNullable(kept.get(name));
    }

    @Override
    public void put(AccountId account, String name, String value) {
        kept.put(name, value);
    }

    @Override
    public void remove(AccountId account, String name) {
        kept.remove(name);
    }

    @Override
    public void removeAll(AccountId account) {
        kept.clear();
    }

    @Override
    public KeyHome keyHome() {
        UiThread.forbid("keyHome");
        return KeyHome.KEY_FILE;
    }
}
