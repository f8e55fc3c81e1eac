package org.kontor.ui.setup.internal.model;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kontor.api.account.Account;
import org.kontor.api.account.Brand;
import org.kontor.api.account.Client;
import org.kontor.api.id.AccountId;
import org.kontor.api.id.BrandId;
import org.kontor.api.network.NetworkSettings;
import org.kontor.api.secret.SecretStore;
import org.kontor.api.store.Store;
import org.kontor.api.store.TeamDatabase;
import org.kontor.api.store.TeamDatabase.Address;
import org.kontor.ui.common.fault.FaultTexts;
import org.kontor.ui.common.format.Times;

/**
 * The set-up perspective: what is set up, how it is doing, what is chosen. A form that was begun is kept while the user looks
 * at something else, so that nothing typed is lost. Belongs to the UI thread.
 */
public final class SetupModel implements AutoCloseable {
    private final SetupServices services;
    private final Messages messages;
    private final FaultTexts faults;
    private final Times times;
    private final InstantSource clock;
    private final Listeners listeners = new Listeners();
    private final Map<BrandId, BrandEditor> brandEditors = new HashMap<>();
    private final Map<BrandId, PolicyEditor> policyEditors = new HashMap<>();
    private final Map<BrandId, BalanceModel> balances = new HashMap<>();
    private final Map<BrandId, TrailModel> trails = new HashMap<>();
    private final Map<AccountId, AccountEditor> accountEditors = new HashMap<>();
    private final Store.Registration registration;
    private final Store.Registration counted;

    private Snapshot snapshot = Snapshot.EMPTY;
    private SecretStore.@Nullable KeyHome keyHome;
    private @Nullable NetworkEditor network;
    private @Nullable TeamEditor team;
    private @Nullable Node selected;
    private String filter = "";
    private String failure = "";
    private boolean loaded;
    private boolean loading;
    /** Set by store threads. */
    private volatile boolean stale;

    public SetupModel(SetupServices services, Messages messages, FaultTexts faults, Times times, InstantSource clock) {
        this.times = times;
        this.services = services;
        this.messages = messages;
        this.faults = faults;
        this.clock = clock;
        registration = services.store().onCommit(seq -> stale = true);
        counted = services.balances().onChange(() -> stale = true);
    }

    /** Calls {@code listener} after every change. */
    public Runnable onChange(Runnable listener) {
        return listeners.add(listener);
    }

    /** Reads what is set up, in a job. */
    public void reload() {
        if (loading) {
            stale = true;
            return;
        }
        loading = true;
        stale = false;
        if (team == null) {
            readTeam();
        }
        services.work()
                .run(
                        messages.text("job.load"),
                        SetupServices.FAMILY,
                        monitor -> new Read(
                                services.snapshot(),
                                services.secrets().keyHome(),
                                services.network().settings(),
                                services.network().passwordKept()),
                        this::loaded,
                        fault -> {
                            loading = false;
                            failure = messages.text("load.failed", String.valueOf(fault.getMessage()));
                            listeners.fire();
                        });
    }

    /** Apart from the rest: whoever cannot reach the team's database comes here to mend that. */
    private void readTeam() {
        services.work()
                .run(
                        messages.text("job.load"),
                        SetupServices.FAMILY,
                        monitor -> Team.read(services.team()),
                        read -> {
                            if (team == null && read.offered()) {
                                TeamEditor editor =
                                        new TeamEditor(services, messages, read.address(), read.passwordKept());
                                editor.onChange(listeners::fire);
                                team = editor;
                                listeners.fire();
                            }
                        },
                        fault -> {
                            failure = messages.text("load.failed", String.valueOf(fault.getMessage()));
                            listeners.fire();
                        });
    }

    private record Team(boolean offered, Optional<Address> address, boolean passwordKept) {
        static Team read(TeamDatabase team) {
            return new Team(team.offered(), team.address(), team.passwordKept());
        }
    }

    private record Read(
            Snapshot snapshot, SecretStore.KeyHome keyHome, NetworkSettings network, boolean passwordKept) {}

    /** Called once a second while the perspective shows: follows the store, and times go on. */
    public void tick() {
        accountEditors.values().forEach(AccountEditor::tick);
        if (stale) {
            reload();
        }
    }

    /** Whether what is set up has been read. */
    public boolean isLoaded() {
        return loaded;
    }

    /** Why it could not be read; empty while nothing is wrong. */
    public String failure() {
        return failure;
    }

    /** What is set up. */
    public Snapshot snapshot() {
        return snapshot;
    }

    /** Where the key of the secrets lies; empty until it is known. */
    public Optional<SecretStore.KeyHome> keyHome() {
        return Optional.ofNullable(keyHome);
    }

    /** What is chosen. */
    public Optional<Node> selected() {
        return Optional.ofNullable(selected);
    }

    /** Chooses. */
    public void select(@Nullable Node node) {
        if (node != selected && (node == null || !node.equals(selected))) {
            selected = node;
            listeners.fire();
        }
    }

    /** Shows only what has these words in its name, with what it belongs to. */
    public void setFilter(String words) {
        if (!words.equals(filter)) {
            filter = words;
            listeners.fire();
        }
    }

    /** The words of the filter. */
    public String filter() {
        return filter;
    }

    /** The page of a brand; what was typed there before is still there. */
    public Optional<BrandEditor> brandEditor(BrandId id) {
        return snapshot.brand(id)
                .map(brand -> brandEditors.computeIfAbsent(id, key -> {
                    BrandEditor editor = new BrandEditor(services, messages, snapshot, brand, this::reload);
                    editor.onChange(listeners::fire);
                    return editor;
                }));
    }

    /** The page of a brand's promise; what was typed there before is still there. */
    public Optional<PolicyEditor> policyEditor(BrandId id) {
        return snapshot.brand(id)
                .map(brand -> policyEditors.computeIfAbsent(id, key -> {
                    PolicyEditor editor =
                            new PolicyEditor(services, messages, clock, brand, snapshot.policy(id), this::reload);
                    editor.onChange(listeners::fire);
                    return editor;
                }));
    }

    /** Whether the numbers of a brand are right. */
    public Optional<BalanceModel> balance(BrandId id) {
        return snapshot.brand(id)
                .map(brand -> balances.computeIfAbsent(
                        id, key -> new BalanceModel(services, messages, snapshot, brand, listeners::fire)));
    }

    /** The page of who did what for a brand. */
    public Optional<TrailModel> trail(BrandId id) {
        return snapshot.brand(id)
                .map(brand -> trails.computeIfAbsent(
                        id, key -> new TrailModel(services, messages, times, snapshot, brand, listeners::fire)));
    }

    /** The page of an account; what was typed there before is still there. */
    public Optional<AccountEditor> accountEditor(AccountId id) {
        return snapshot.account(id)
                .map(account -> accountEditors.computeIfAbsent(id, key -> {
                    AccountEditor editor =
                            new AccountEditor(services, messages, faults, clock, snapshot, account, this::reload);
                    editor.onChange(listeners::fire);
                    return editor;
                }));
    }

    /** The page of the network; empty until its settings are known. */
    public Optional<NetworkEditor> networkEditor() {
        return Optional.ofNullable(network);
    }

    /** The page of the database; empty until its settings are known, and in a demo. */
    public Optional<TeamEditor> teamEditor() {
        return Optional.ofNullable(team);
    }

    private NetworkEditor network(Read read) {
        NetworkEditor editor = new NetworkEditor(services, messages, read.network(), read.passwordKept());
        editor.onChange(listeners::fire);
        return editor;
    }

    /** The names of what has changes that are not saved. */
    public List<String> unsaved() {
        List<String> names = new ArrayList<>();
        snapshot.brands().stream().filter(b -> edited(b.id())).map(Brand::name).forEach(names::add);
        accountEditors.values().stream()
                .filter(AccountEditor::dirty)
                .map(e -> e.account().name())
                .forEach(names::add);
        networkEditor().filter(NetworkEditor::dirty).ifPresent(editor -> names.add(messages.text("place.network")));
        teamEditor().filter(TeamEditor::dirty).ifPresent(editor -> names.add(messages.text("place.team")));
        names.sort(Comparator.naturalOrder());
        return names;
    }

    /** The list: clients with their brands and accounts, then the workbench itself. */
    public List<Row> rows() {
        List<Row> rows = new ArrayList<>();
        String wanted = filter.strip().toLowerCase(Locale.ROOT);
        snapshot.clients().stream()
                .sorted(Comparator.comparing(c -> c.name().toLowerCase(Locale.ROOT)))
                .forEach(client -> addClient(client, wanted, rows));
        if (loaded && wanted.isEmpty()) {
            rows.add(place(
                    Node.Place.NETWORK,
                    messages.text("place.network"),
                    messages.text("place.network.below"),
                    networkEditor().filter(NetworkEditor::dirty).isPresent()));
            rows.add(place(
                    Node.Place.SECRETS, messages.text("place.secrets"), messages.text("place.secrets.below"), false));
        }
        if (wanted.isEmpty()) {
            teamEditor()
                    .ifPresent(editor -> rows.add(place(
                            Node.Place.TEAM,
                            messages.text("place.team"),
                            messages.text("place.team.below"),
                            editor.dirty())));
        }
        return rows;
    }

    private static Row place(Node.Place place, String name, String below, boolean edited) {
        return new Row(
                new Node.OfPlace(place),
                0,
                name,
                below,
                "",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                edited);
    }

    private void addClient(Client client, String wanted, List<Row> rows) {
        List<Row> inside = new ArrayList<>();
        boolean whole = matches(client.name(), wanted);
        for (Brand brand : snapshot.brandsOf(client.id())) {
            addBrand(brand, whole ? "" : wanted, inside);
        }
        if (!inside.isEmpty() || whole) {
            int brands = snapshot.brandsOf(client.id()).size();
            rows.add(new Row(
                    new Node.OfClient(client.id()),
                    0,
                    client.name(),
                    messages.text("row.brands", brands),
                    "",
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    false));
            rows.addAll(inside);
        }
    }

    private void addBrand(Brand brand, String wanted, List<Row> rows) {
        List<Account> accounts = snapshot.accountsOf(brand.id());
        boolean whole = matches(brand.name(), wanted);
        List<Row> inside = accounts.stream()
                .filter(account -> whole || matches(account.name(), wanted))
                .map(account -> row(account, brand))
                .toList();
        if (whole || !inside.isEmpty()) {
            boolean differs = !services.balances().known(Set.of(brand.id())).isEmpty();
            HealthSign worst = differs ? worst(accounts).worse(HealthSign.WARNING) : worst(accounts);
            rows.add(new Row(
                    new Node.OfBrand(brand.id()),
                    1,
                    brand.name(),
                    messages.text("row.accounts", accounts.size()),
                    differs
                            ? messages.text("balance.sign")
                            : worst.ordinal() >= HealthSign.ENDING.ordinal() ? messages.text("sign." + worst) : "",
                    accounts.isEmpty() && !differs ? Optional.empty() : Optional.of(worst),
                    Optional.of(brand.colour()),
                    Optional.empty(),
                    edited(brand.id())));
            rows.addAll(inside);
        }
    }

    private boolean edited(BrandId id) {
        BrandEditor brand = brandEditors.get(id);
        PolicyEditor policy = policyEditors.get(id);
        return brand != null && brand.form().dirty() || policy != null && policy.dirty();
    }

    private Row row(Account account, Brand brand) {
        AccountEditor editor = accountEditors.get(account.id());
        HealthSign sign = sign(account);
        return new Row(
                new Node.OfAccount(account.id()),
                2,
                account.name(),
                services.connectors()
                        .of(account.channel())
                        .map(c -> new ConnectorWords(c, messages.locale()).name())
                        .orElse(account.channel().name()),
                messages.text("sign." + sign),
                Optional.of(sign),
                Optional.of(brand.colour()),
                Optional.of(account.channel()),
                editor != null && editor.dirty());
    }

    /** How an account is doing. */
    public HealthSign sign(Account account) {
        return HealthSign.of(account, snapshot.status(account.id()), clock.instant());
    }

    private HealthSign worst(List<Account> accounts) {
        return accounts.stream().map(this::sign).reduce(HealthSign.OK, HealthSign::worse);
    }

    private static boolean matches(String name, String wanted) {
        return name.toLowerCase(Locale.ROOT).contains(wanted);
    }

    private void loaded(Read read) {
        snapshot = read.snapshot();
        keyHome = read.keyHome();
        if (network == null) {
            network = network(read);
        }
        loading = false;
        loaded = true;
        failure = "";
        brandEditors.forEach((id, editor) -> snapshot.brand(id).ifPresent(b -> editor.update(snapshot, b)));
        policyEditors.forEach((id, editor) -> snapshot.brand(id).ifPresent(b -> editor.update(b, snapshot.policy(id))));
        balances.forEach((id, balance) -> snapshot.brand(id).ifPresent(b -> balance.update(snapshot, b)));
        trails.forEach((id, trail) -> snapshot.brand(id).ifPresent(b -> trail.update(snapshot, b)));
        accountEditors.forEach((id, editor) -> snapshot.account(id).ifPresent(a -> editor.update(snapshot, a)));
        if (selected == null) {
            rows().stream()
                    .map(Row::node)
                    .filter(node -> node instanceof Node.OfAccount || node instanceof Node.OfBrand)
                    .findFirst()
                    .ifPresent(node -> selected = node);
        }
        listeners.fire();
    }

    @Override
    public void close() {
        registration.close();
        counted.close();
    }
}
