package org.kontor.ui.setup.internal.model;

import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.kontor.api.account.Account;
import org.kontor.api.account.Brand;
import org.kontor.api.account.ChannelType;
import org.kontor.api.account.Client;
import org.kontor.api.channel.ChannelConnector;
import org.kontor.api.id.BrandId;
import org.kontor.ui.common.fault.FaultTexts;
import org.kontor.ui.setup.internal.model.CreateAccount.AccountPlan;
import org.kontor.ui.setup.internal.model.CreateAccount.BrandPlan;

/**
 * The way through the wizard: for whom, on which channel, with which settings, does it work. Whatever was typed stays when
 * the user goes back, also what was typed for another channel. Belongs to the UI thread.
 */
public final class NewAccountModel {
    /** The pages, in order. */
    public enum Page {
        BRAND,
        CHANNEL,
        SETTINGS,
        TEST
    }

    private final SetupServices services;
    private final Messages messages;
    private final InstantSource clock;
    private final ConnectionTest test;
    private final CreateAccount creation;
    private final Listeners listeners = new Listeners();
    private final ChosenChannel channel;
    private final WorkDays days = new WorkDays();

    private Page page = Page.BRAND;
    private Snapshot there = Snapshot.EMPTY;
    private boolean loaded;
    private BrandForm brand;
    private @Nullable BrandId existing;
    private String client = "";
    private Map<String, String> tested = Map.of();
    private boolean busy;
    private String failure = "";

    public NewAccountModel(
            SetupServices services, Messages messages, FaultTexts faults, InstantSource clock, ZoneId zone) {
        this.services = services;
        this.messages = messages;
        this.clock = clock;
        test = new ConnectionTest(services.work(), faults);
        test.onChange(listeners::fire);
        creation = new CreateAccount(services.setup(), services.grants());
        channel = new ChosenChannel(services.connectors(), messages, listeners::fire);
        brand = watched(BrandForm.fresh(messages, List.of(), zone));
    }

    /**
     * Reads what is there.
     *
     * @param wanted the brand to begin with; null for a new one if there is no brand yet or {@code fresh}
     * @param fresh whether the user came for a new brand
     */
    public void load(@Nullable BrandId wanted, boolean fresh) {
        ZoneId zone = brand.zone();
        services.work()
                .run(
                        messages.text("job.load"),
                        SetupServices.FAMILY,
                        monitor -> services.snapshot(),
                        read -> {
                            there = read;
                            loaded = true;
                            brand = watched(BrandForm.fresh(messages, read.brands(), zone));
                            existing = begin(wanted, fresh);
                            listeners.fire();
                        },
                        fault -> fail(fault));
    }

    private @Nullable BrandId begin(@Nullable BrandId wanted, boolean fresh) {
        if (wanted != null && there.brand(wanted).isPresent()) {
            page = Page.CHANNEL;
            return wanted;
        }
        return fresh || there.brands().isEmpty()
                ? null
                : there.brands().getFirst().id();
    }

    private BrandForm watched(BrandForm form) {
        form.onChange(listeners::fire);
        return form;
    }

    /** Calls {@code listener} after every change. */
    public Runnable onChange(Runnable listener) {
        return listeners.add(listener);
    }

    /** Whether what is there has been read. */
    public boolean loaded() {
        return loaded;
    }

    /** What is there. */
    public Snapshot there() {
        return there;
    }

    /** Where the user is. */
    public Page page() {
        return page;
    }

    /** Whether the account is being kept. */
    public boolean busy() {
        return busy;
    }

    /** Why it could not be kept; empty while nothing is wrong. */
    public String failure() {
        return failure;
    }

    // -- page 1: for whom

    /** Whether the account is for a brand that is yet to be. */
    public boolean isNewBrand() {
        return existing == null;
    }

    /** The form of the new brand. */
    public BrandForm brand() {
        return brand;
    }

    /** The chosen brand that is there already. */
    public Optional<Brand> existing() {
        BrandId id = existing;
        return id == null ? Optional.empty() : there.brand(id);
    }

    /** The account is for a brand that is there; null for a new one. */
    public void chooseBrand(@Nullable BrandId id) {
        existing = id;
        listeners.fire();
    }

    /** The client's name as typed. */
    public String client() {
        return client;
    }

    /** The user typed or chose the client; empty: the brand is its own client. */
    public void setClient(String name) {
        if (!name.equals(client)) {
            client = name;
            listeners.fire();
        }
    }

    /** The client that is there under the name typed. */
    public Optional<Client> knownClient() {
        String name = SettingRules.visible(client);
        return there.clients().stream()
                .filter(c -> c.name().equalsIgnoreCase(name))
                .findFirst();
    }

    /** The brand's name, whether it is there or not. */
    public String brandName() {
        return existing().map(Brand::name).orElseGet(brand::name);
    }

    // -- page 2: on which channel

    /** What can be chosen. */
    public List<ChannelConnector> connectors() {
        return services.connectors().all();
    }

    /** The chosen channel. */
    public Optional<ChannelConnector> connector() {
        return channel.connector();
    }

    /** The words of the chosen channel. */
    public Optional<ConnectorWords> words() {
        return channel.words();
    }

    /** Chooses a channel; what was typed for it before is there again. */
    public void chooseChannel(ChannelType type) {
        channel.choose(type);
    }

    // -- page 3: with which settings

    /** The form of the chosen channel. */
    public Optional<FormModel> form() {
        return channel.form();
    }

    /** The name of the account: as typed, else what the settings make of it. */
    public String accountName() {
        return channel.accountName();
    }

    /** The user typed the name; empty goes back to what the settings make of it. */
    public void setAccountName(String name) {
        channel.nameAccount(name);
    }

    /** The account of the same channel and name that is there already: two would each take every message. */
    public Optional<Account> duplicate() {
        return channel.type()
                .filter(type -> !accountName().isBlank())
                .flatMap(type -> there.sameAs(type, accountName()));
    }

    /** How many days back are work, as typed. */
    public String days() {
        return days.typed();
    }

    /** The user typed how many days back are work. */
    public void setDays(String typed) {
        if (days.type(typed)) {
            listeners.fire();
        }
    }

    /** What is wrong with the days. */
    public Optional<Problem> daysProblem() {
        return days.problem(messages);
    }

    /** Messages from this moment on are work; empty while the days are no number. */
    public Optional<Instant> workFrom() {
        return days.from(clock);
    }

    // -- page 4: does it work

    /** The connection test. */
    public ConnectionTest test() {
        return test;
    }

    /** Tests what stands in the form. */
    public void runTest() {
        Optional<FormModel> form = form();
        Optional<ConnectorWords> words = words();
        if (form.isEmpty() || words.isEmpty()) {
            return;
        }
        Map<String, String> values = form.get().values();
        ChannelType type = words.get().connector().type();
        tested = channel.stamp();
        test.start(
                messages.text("job.test", accountName()),
                words.get(),
                monitor -> services.setup().test(services.scope(), type, values, monitor));
    }

    // -- the way

    /** What keeps the user on the page; empty if he may go on. */
    public List<Problem> problems() {
        return switch (page) {
            case BRAND -> isNewBrand() ? brand.problems() : List.of();
            case CHANNEL, TEST -> List.of();
            case SETTINGS -> {
                List<Problem> all = channel.problems();
                daysProblem().ifPresent(all::add);
                yield all;
            }
        };
    }

    /** Whether the next page may be asked for; if not all is well there, {@link #next} says what is wrong. */
    public boolean canNext() {
        return loaded
                && !busy
                && page != Page.TEST
                && (page != Page.CHANNEL || connector().isPresent());
    }

    /** Whether there is a page before. */
    public boolean canBack() {
        return page != Page.BRAND && !busy;
    }

    /** Whether the account can be kept. A failed test does not forbid it. */
    public boolean canFinish() {
        return page == Page.TEST && !busy && test.state() != ConnectionTest.State.RUNNING;
    }

    /** Goes on, if nothing is wrong; else says from now on what is. */
    public void next() {
        if (!canNext()) {
            return;
        }
        if (!problems().isEmpty()) {
            showAll();
            return;
        }
        failure = "";
        page = Page.values()[page.ordinal() + 1];
        if (page == Page.TEST && !tested.equals(channel.stamp())) {
            runTest();
        }
        listeners.fire();
    }

    /** Goes back; everything typed stays. A running test is given up. */
    public void back() {
        if (canBack()) {
            if (test.state() == ConnectionTest.State.RUNNING) {
                test.cancel();
                tested = Map.of();
            }
            failure = "";
            page = Page.values()[page.ordinal() - 1];
            listeners.fire();
        }
    }

    private void showAll() {
        switch (page) {
            case BRAND -> brand.showAll();
            case SETTINGS -> form().ifPresent(FormModel::showAll);
            case CHANNEL, TEST -> {}
        }
        listeners.fire();
    }

    /** Whether something was typed that closing would lose. */
    public boolean dirty() {
        return isNewBrand() && !brand.name().isEmpty() || channel.dirty();
    }

    /**
     * Keeps the account, and client and brand if they are new.
     *
     * @param done told on the UI thread what is there now
     */
    public void finish(Consumer<Created> done) {
        Optional<FormModel> form = form();
        Optional<Instant> workFrom = workFrom();
        Optional<ChannelType> type = channel.type();
        if (!canFinish() || form.isEmpty() || workFrom.isEmpty() || type.isEmpty()) {
            return;
        }
        BrandPlan plan = existing().<BrandPlan>map(BrandPlan.Existing::new).orElseGet(this::newBrand);
        AccountPlan account =
                new AccountPlan(type.get(), accountName().strip(), form.get().values(), workFrom.get());
        busy = true;
        failure = "";
        services.work()
                .run(
                        messages.text("job.create", accountName()),
                        SetupServices.FAMILY,
                        monitor -> creation.run(plan, account),
                        made -> {
                            busy = false;
                            done.accept(new Created(made.brand(), made.account()));
                        },
                        this::fail);
        listeners.fire();
    }

    /** What the wizard made. */
    public record Created(Brand brand, Account account) {}

    private BrandPlan newBrand() {
        return brand.plan(knownClient(), client);
    }

    private void fail(Throwable fault) {
        busy = false;
        // A brand that was made before the account failed is there now: the next try is an account of it.
        creation.brandMade().filter(made -> existing == null).ifPresent(made -> {
            there = there.with(made);
            existing = made.id();
        });
        failure = messages.text("wizard.failed", String.valueOf(fault.getMessage()));
        listeners.fire();
    }
}
