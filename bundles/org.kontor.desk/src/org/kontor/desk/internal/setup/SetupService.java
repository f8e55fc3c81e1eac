package org.kontor.desk.internal.setup;

import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.eclipse.core.runtime.IProgressMonitor;
import org.jspecify.annotations.Nullable;
import org.kontor.api.access.Right;
import org.kontor.api.access.Scope;
import org.kontor.api.access.ScopeException;
import org.kontor.api.account.Account;
import org.kontor.api.account.Brand;
import org.kontor.api.account.ChannelType;
import org.kontor.api.account.Client;
import org.kontor.api.account.Colour;
import org.kontor.api.channel.ChannelConnector;
import org.kontor.api.channel.ChannelSession;
import org.kontor.api.channel.Fault;
import org.kontor.api.channel.FaultKind;
import org.kontor.api.channel.Health;
import org.kontor.api.channel.SettingSpec;
import org.kontor.api.desk.Connectors;
import org.kontor.api.desk.Setup;
import org.kontor.api.id.AccountId;
import org.kontor.api.id.BrandId;
import org.kontor.api.id.ClientId;
import org.kontor.api.runner.Runner;
import org.kontor.api.secret.SecretStore;
import org.kontor.api.store.Store;
import org.kontor.desk.internal.house.House;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** Keeps clients, brands and accounts. */
@Component(service = Setup.class)
public final class SetupService implements Setup {
    private final Store store;
    private final Connectors connectors;
    private final SecretStore secrets;
    private final House house;
    private final SetupTrail trail;
    private volatile @Nullable Runner runner;

    @Activate
    public SetupService(
            @Reference Store store,
            @Reference Connectors connectors,
            @Reference SecretStore secrets,
            @Reference House house) {
        this.store = store;
        this.connectors = connectors;
        this.secrets = secrets;
        this.house = house;
        trail = new SetupTrail(house);
    }

    /** The runner of this process, told of every change. */
    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    public void setRunner(Runner here) {
        runner = here;
    }

    /** The runner left. */
    public void unsetRunner(Runner gone) {
        if (runner == gone) {
            runner = null;
        }
    }

    @Override
    public Client createClient(Scope scope, String name) {
        Client client = new Client(new ClientId(house.nextId()), name.strip());
        return store.write(scope, rows -> {
            rows.saveClient(client);
            return client;
        });
    }

    @Override
    public Brand createBrand(
            Scope scope, @Nullable ClientId client, String name, Colour colour, ZoneId zone, String signature) {
        scope.requireAgency();
        return store.write(scope, rows -> {
            ClientId owner = client;
            if (owner == null) {
                Client own = new Client(new ClientId(house.nextId()), name.strip());
                rows.saveClient(own);
                owner = own.id();
            }
            Brand brand = new Brand(new BrandId(house.nextId()), owner, name.strip(), colour, zone, signature);
            rows.saveBrand(brand);
            trail.brand(rows, null, brand);
            return brand;
        });
    }

    @Override
    public void changeBrand(Scope scope, Brand brand) {
        scope.require(brand.id(), Right.SET_UP);
        store.write(scope, rows -> {
            Brand old = rows.brand(brand.id()).orElse(null);
            rows.saveBrand(brand);
            trail.brand(rows, old, brand);
            return brand;
        });
    }

    @Override
    public LogoVerdict changeLogo(Scope scope, BrandId brand, byte[] picture) {
        scope.require(brand, Right.SET_UP);
        LogoPicture logo = LogoPicture.of(picture);
        byte[] png = logo.png();
        if (png != null) {
            store.write(scope, rows -> {
                rows.saveBrandLogo(brand, png);
                trail.logo(rows, brand, "changed");
                return brand;
            });
        }
        return logo.verdict();
    }

    @Override
    public void removeLogo(Scope scope, BrandId brand) {
        scope.require(brand, Right.SET_UP);
        store.write(scope, rows -> {
            rows.removeBrandLogo(brand);
            trail.logo(rows, brand, "removed");
            return brand;
        });
    }

    @Override
    public Health test(Scope scope, ChannelType channel, Map<String, String> values, IProgressMonitor monitor) {
        if (!scope.agency() && scope.brands(Right.SET_UP).isEmpty()) {
            throw new ScopeException(scope.user() + " may set up no brand");
        }
        // Nobody has this account yet: its ids lead nowhere, and its beginning does not matter to a look at its health.
        AccountId id = new AccountId(house.nextId());
        BrandId brand = new BrandId(house.nextId());
        return connectors
                .of(channel)
                .map(connector -> {
                    Map<String, String> plain = plainValues(connector.settings(), values);
                    Account account = new Account(id, brand, channel, channel.name(), plain, Instant.EPOCH, true);
                    return health(connector, account, values, monitor);
                })
                .orElseGet(() -> noConnector(channel));
    }

    @Override
    public Health test(Scope scope, BrandId brand, AccountId id, Map<String, String> values, IProgressMonitor monitor) {
        scope.require(brand, Right.SET_UP);
        Account old = store.read(scope, rows -> rows.account(brand, id)).orElseThrow();
        return connectors
                .of(old.channel())
                .map(connector -> {
                    Map<String, String> complete = withKeptSecrets(id, connector.settings(), values);
                    Map<String, String> plain = plainValues(connector.settings(), complete);
                    Account account =
                            new Account(id, brand, old.channel(), old.name(), plain, old.workFrom(), old.active());
                    return health(connector, account, complete, monitor);
                })
                .orElseGet(() -> noConnector(old.channel()));
    }

    private static Health health(
            ChannelConnector connector, Account account, Map<String, String> values, IProgressMonitor monitor) {
        List<SettingSpec> specs = connector.settings();
        Optional<Fault> problem = SettingRules.firstProblem(specs, values);
        if (problem.isPresent()) {
            return failed(problem.get());
        }
        try (ChannelSession session = connector.open(new FormContext(account, secretValues(specs, values)))) {
            return session.health(monitor);
        } catch (IllegalArgumentException wrong) {
            return failed(Fault.of(FaultKind.SETTINGS, String.valueOf(wrong.getMessage())));
        }
    }

    private static Health noConnector(ChannelType channel) {
        return failed(Fault.of(FaultKind.SETTINGS, "no connector for " + channel));
    }

    private static Health failed(Fault fault) {
        return new Health(List.of(Health.Check.failed("check.settings", fault)), null);
    }

    @Override
    public Account createAccount(Scope scope, NewAccount form) {
        scope.require(form.brand(), Right.SET_UP);
        List<SettingSpec> specs = specs(form);
        require(specs, form.values());
        Account account = account(form, specs, new AccountId(house.nextId()));
        // Secrets first: an account without its password would begin with a fault, the other way round leaves no harm.
        Map<String, String> hidden = secretValues(specs, form.values());
        hidden.forEach((name, value) -> secrets.put(account.id(), name, value));
        save(scope, null, account, hidden.keySet());
        return account;
    }

    @Override
    public Account changeAccount(Scope scope, BrandId brand, AccountId id, String name, Map<String, String> values) {
        scope.require(brand, Right.SET_UP);
        Account old = store.read(scope, rows -> rows.account(brand, id)).orElseThrow();
        List<SettingSpec> specs = connectors
                .of(old.channel())
                .map(ChannelConnector::settings)
                .orElseThrow(() -> new IllegalArgumentException("no connector for " + old.channel()));
        Map<String, String> complete = withKeptSecrets(id, specs, values);
        require(specs, complete);
        Account changed = new Account(
                id, brand, old.channel(), name.strip(), plainValues(specs, complete), old.workFrom(), old.active());
        Set<String> replaced = new TreeSet<>();
        secretValues(specs, complete).forEach((key, value) -> {
            if (!secrets.get(id, key).equals(Optional.of(value))) {
                replaced.add(key);
            }
            secrets.put(id, key, value);
        });
        save(scope, old, changed, replaced);
        return changed;
    }

    @Override
    public Account setActive(Scope scope, BrandId brand, AccountId id, boolean active) {
        scope.require(brand, Right.SET_UP);
        Account old = store.read(scope, rows -> rows.account(brand, id)).orElseThrow();
        Account changed = new Account(id, brand, old.channel(), old.name(), old.settings(), old.workFrom(), active);
        save(scope, old, changed, Set.of());
        return changed;
    }

    private Map<String, String> withKeptSecrets(AccountId id, List<SettingSpec> specs, Map<String, String> values) {
        Map<String, String> complete = new HashMap<>(values);
        for (SettingSpec spec : specs) {
            if (secret(spec) && complete.getOrDefault(spec.name(), "").isEmpty()) {
                secrets.get(id, spec.name()).ifPresent(kept -> complete.put(spec.name(), kept));
            }
        }
        return complete;
    }

    /** @param replaced the names of secrets that are other ones now */
    private void save(Scope scope, @Nullable Account old, Account account, Set<String> replaced) {
        store.write(scope, rows -> {
            rows.saveAccount(account);
            trail.account(rows, old, account, replaced);
            return account;
        });
        Runner here = runner;
        if (here != null) {
            here.accountsChanged();
        }
    }

    private List<SettingSpec> specs(NewAccount form) {
        return connectors
                .of(form.channel())
                .map(ChannelConnector::settings)
                .orElseThrow(() -> new IllegalArgumentException("no connector for " + form.channel()));
    }

    private static void require(List<SettingSpec> specs, Map<String, String> values) {
        SettingRules.firstProblem(specs, values).ifPresent(fault -> {
            throw new IllegalArgumentException(fault.setting() + ": " + fault.detail());
        });
    }

    private static Account account(NewAccount form, List<SettingSpec> specs, AccountId id) {
        return new Account(
                id,
                form.brand(),
                form.channel(),
                form.name().strip(),
                plainValues(specs, form.values()),
                form.workFrom(),
                true);
    }

    private static boolean secret(SettingSpec spec) {
        return spec.kind() == SettingSpec.Kind.SECRET;
    }

    /** All declared settings but the secrets, those left out with their initial value. */
    private static Map<String, String> plainValues(List<SettingSpec> specs, Map<String, String> values) {
        return specs.stream()
                .filter(spec -> !secret(spec))
                .collect(Collectors.toMap(
                        SettingSpec::name,
                        spec -> values.getOrDefault(spec.name(), spec.initial()).strip()));
    }

    private static Map<String, String> secretValues(List<SettingSpec> specs, Map<String, String> values) {
        return specs.stream()
                .filter(SetupService::secret)
                .filter(spec -> !values.getOrDefault(spec.name(), "").isEmpty())
                .collect(Collectors.toMap(SettingSpec::name, spec -> values.getOrDefault(spec.name(), "")));
    }
}
