package org.kontor.ui.setup.internal.model;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.kontor.api.account.Account;
import org.kontor.api.account.AccountStatus;
import org.kontor.api.account.Brand;
import org.kontor.api.channel.ChannelConnector;
import org.kontor.api.channel.Fault;
import org.kontor.ui.common.fault.FaultText;
import org.kontor.ui.common.fault.FaultTexts;
import org.kontor.ui.common.work.Work;

/** The page of an account: its settings, how it is doing, what can be done with it. Belongs to the UI thread. */
public final class AccountEditor {
    private final SetupServices services;
    private final Messages messages;
    private final FaultTexts faults;
    private final InstantSource clock;
    private final Optional<ConnectorWords> words;
    private final FormModel form;
    private final ConnectionTest test;
    private final Listeners listeners = new Listeners();
    private final Runnable reload;
    private Snapshot snapshot;
    private Account account;
    private String name;
    private boolean busy;
    private @Nullable Notice notice;

    AccountEditor(
            SetupServices services,
            Messages messages,
            FaultTexts faults,
            InstantSource clock,
            Snapshot snapshot,
            Account account,
            Runnable reload) {
        this.services = services;
        this.messages = messages;
        this.faults = faults;
        this.clock = clock;
        this.snapshot = snapshot;
        this.account = account;
        this.reload = reload;
        name = account.name();
        Optional<ChannelConnector> connector = services.connectors().of(account.channel());
        words = connector.map(c -> new ConnectorWords(c, messages.locale()));
        form = FormModel.of(
                words.map(FormField::of).orElse(List.of()),
                Assist.of(account.channel().name()),
                account.settings());
        form.onChange(this::changed);
        test = new ConnectionTest(services.work(), faults);
        test.onChange(listeners::fire);
    }

    /** Calls {@code listener} after every change. */
    public Runnable onChange(Runnable listener) {
        return listeners.add(listener);
    }

    /** The account as it is kept. */
    public Account account() {
        return account;
    }

    /** The brand it belongs to. */
    public Optional<Brand> brand() {
        return snapshot.brand(account.brand());
    }

    /** The words of its channel; empty where its connector is not installed. */
    public Optional<ConnectorWords> words() {
        return words;
    }

    /** The settings. */
    public FormModel form() {
        return form;
    }

    /** The connection test. */
    public ConnectionTest test() {
        return test;
    }

    /** The name as typed. */
    public String name() {
        return name;
    }

    /** The user typed the name. */
    public void setName(String typed) {
        if (!typed.equals(name)) {
            name = typed;
            changed();
        }
    }

    private void changed() {
        notice = Notice.after(notice, dirty());
        listeners.fire();
    }

    /** Whether the name is missing. */
    public Optional<Problem> nameProblem() {
        return SettingRules.visible(name).isEmpty()
                ? Optional.of(new Problem("name", messages.text("account.name"), Problem.Cause.MISSING, List.of()))
                : Optional.empty();
    }

    /** How many events were found late in the last 30 days. */
    public long late() {
        return snapshot.late(account.id());
    }

    /** How it is doing. */
    public AccountStatus status() {
        return snapshot.status(account.id());
    }

    /** How it is doing, in a sign. */
    public HealthSign sign() {
        return HealthSign.of(account, status(), clock.instant());
    }

    /** What is wrong with it, in words. */
    public Optional<FaultText> fault() {
        Fault fault = status().fault();
        return fault == null
                ? Optional.empty()
                : Optional.of(faults.explain(
                        fault,
                        FaultTexts.Moment.RECEIVE,
                        setting -> words.map(w -> w.setting(setting)).orElse(setting)));
    }

    /** Whether anything receives and sends in this process. */
    public boolean runs() {
        return services.runner().running();
    }

    /** Whether something stands there that is not kept. */
    public boolean dirty() {
        return form.dirty() || !SettingRules.visible(name).equals(account.name());
    }

    /** Whether something is being done just now. */
    public boolean busy() {
        return busy;
    }

    /** What is to be said of what was just done. */
    public Optional<Notice> notice() {
        return Optional.ofNullable(notice);
    }

    /** Whether saving would do something. */
    public boolean canSave() {
        return dirty() && !busy && words.isPresent();
    }

    /** Keeps what stands in the form, or says what is wrong with it. */
    public void save() {
        if (!canSave()) {
            return;
        }
        if (!form.valid() || nameProblem().isPresent()) {
            form.showAll();
            listeners.fire();
            return;
        }
        Map<String, String> values = form.values();
        String wanted = SettingRules.visible(name);
        run(
                messages.text("job.save", wanted),
                monitor ->
                        services.setup().changeAccount(services.scope(), account.brand(), account.id(), wanted, values),
                changed -> {
                    boolean renamedSince = !SettingRules.visible(name).equals(wanted);
                    account = changed;
                    name = renamedSince ? name : changed.name();
                    form.saved(values);
                    notice = new Notice(Notice.Kind.INFO, messages.text("saved"));
                });
    }

    /** Takes back what was typed. */
    public void revert() {
        name = account.name();
        notice = null;
        form.revert();
        listeners.fire();
    }

    /** Whether the test can be begun. */
    public boolean canTest() {
        return words.isPresent() && test.state() != ConnectionTest.State.RUNNING;
    }

    /** Tests what stands in the form, kept or not. */
    public void runTest() {
        if (!canTest()) {
            return;
        }
        if (!form.valid()) {
            form.showAll();
            return;
        }
        Map<String, String> values = form.values();
        notice = null;
        words.ifPresent(w -> test.start(
                messages.text("job.test", account.name()),
                w,
                monitor -> services.setup().test(services.scope(), account.brand(), account.id(), values, monitor)));
    }

    /** Reads the account now rather than at its next turn. */
    public void receiveNow() {
        services.runner().receiveNow(account.id());
        notice = runs()
                ? new Notice(Notice.Kind.INFO, messages.text("receive.asked"))
                : new Notice(Notice.Kind.WARNING, messages.text("receive.nobody"));
        listeners.fire();
    }

    /** Pauses an account at work; lets a paused one go on. */
    public void toggleActive() {
        boolean wanted = !account.active();
        if (busy) {
            return;
        }
        run(
                messages.text(wanted ? "job.goOn" : "job.pause", account.name()),
                monitor -> services.setup().setActive(services.scope(), account.brand(), account.id(), wanted),
                changed -> {
                    account = changed;
                    notice = new Notice(Notice.Kind.INFO, messages.text(wanted ? "account.goesOn" : "account.paused"));
                });
    }

    void update(Snapshot read, Account kept) {
        snapshot = read;
        if (!busy) {
            if (SettingRules.visible(name).equals(account.name())) {
                name = kept.name();
            }
            account = kept;
            form.keptElsewhere(kept.settings());
        }
        listeners.fire();
    }

    void tick() {
        test.tick();
    }

    private void run(String job, Work.Task<Account> task, Consumer<Account> done) {
        busy = true;
        notice = null;
        services.work()
                .run(
                        job,
                        SetupServices.FAMILY,
                        task,
                        changed -> {
                            busy = false;
                            done.accept(changed);
                            listeners.fire();
                            reload.run();
                        },
                        fault -> {
                            busy = false;
                            notice = new Notice(
                                    Notice.Kind.ERROR,
                                    messages.text("save.failed", String.valueOf(fault.getMessage())));
                            listeners.fire();
                        });
        listeners.fire();
    }
}
