package org.kontor.ui.setup.internal.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.kontor.api.account.Account;
import org.kontor.api.account.AccountStatus;
import org.kontor.api.account.Brand;
import org.kontor.api.channel.Fault;
import org.kontor.api.channel.FaultKind;
import org.kontor.api.ledger.BalanceDifference;
import org.kontor.api.ledger.EventNumber;
import org.kontor.api.network.NetworkSettings;
import org.kontor.api.network.NetworkSettings.Way;
import org.kontor.api.store.Queue;
import org.kontor.api.store.StoreException;
import org.kontor.api.store.TeamDatabase.Address;
import org.kontor.ui.common.fault.FaultTexts;
import org.kontor.ui.common.format.Times;
import org.kontor.ui.setup.internal.model.BrandForm.Part;

class SetupModelTest {
    private static final Instant NOW = Instant.parse("2026-03-02T12:00:00Z");
    private static final Messages ENGLISH = Messages.of(Locale.ENGLISH);
    private static final Times TIMES = Times.of(Locale.ENGLISH, ZoneId.of("Europe/Berlin"), InstantSource.fixed(NOW));

    private final FakeHouse house = new FakeHouse();
    private final HandWork work = new HandWork();
    private final Brand alma = house.brand("Alma", "#0f766e");
    private final Brand nordwind = house.brand("Nordwind", "#c2410c");
    private final Account mail = house.account(
            nordwind,
            "mail",
            "hilfe@nordwind.example",
            Map.of(
                    "address", "hilfe@nordwind.example",
                    "imap.host", "imap.nordwind.example",
                    "smtp.host", "smtp.nordwind.example"));
    private final SetupModel model = new SetupModel(
            house.services(work), ENGLISH, FaultTexts.of(Locale.ENGLISH, TIMES), TIMES, InstantSource.fixed(NOW));

    private void load() {
        model.reload();
        work.doAll();
    }

    private void status(@Nullable Fault fault, @Nullable Instant expires) {
        house.statuses.put(
                mail.id(), new AccountStatus(mail.id(), NOW.minusSeconds(60), null, null, fault, null, expires));
    }

    @Test
    void theListHasClientsBrandsAccountsAndTheWorkbench() {
        load();
        assertThat(model.rows())
                .extracting(Row::title)
                .containsExactly(
                        "Alma GmbH",
                        "Alma",
                        "Nordwind GmbH",
                        "Nordwind",
                        "hilfe@nordwind.example",
                        "Network",
                        "Passwords and tokens",
                        "Database");
        assertThat(model.rows().get(1).below()).isEqualTo("no account yet");
        assertThat(model.rows().get(4).spoken(ENGLISH))
                .isEqualTo("Account hilfe@nordwind.example, E-mail, not read yet");
        assertThat(model.selected()).contains(new Node.OfBrand(alma.id()));
    }

    @Test
    void theFilterKeepsWhatAFoundThingBelongsTo() {
        load();
        model.setFilter("HILFE");
        assertThat(model.rows())
                .extracting(Row::title)
                .containsExactly("Nordwind GmbH", "Nordwind", "hilfe@nordwind.example");
        model.setFilter("alma g");
        assertThat(model.rows()).extracting(Row::title).containsExactly("Alma GmbH", "Alma");
        model.setFilter("nothing");
        assertThat(model.rows()).isEmpty();
    }

    @Test
    void aSignSaysHowAnAccountIsDoing() {
        status(null, null);
        load();
        assertThat(sign()).isEqualTo(HealthSign.OK);
        status(Fault.of(FaultKind.TRANSIENT, "timed out"), null);
        load();
        assertThat(sign()).isEqualTo(HealthSign.WARNING);
        status(Fault.of(FaultKind.AUTH, "535"), null);
        load();
        assertThat(sign()).isEqualTo(HealthSign.BROKEN);
        assertThat(model.rows().get(3).state()).as("the brand says so too").isEqualTo("needs you");
        status(null, NOW.plus(Duration.ofDays(3)));
        load();
        assertThat(sign()).isEqualTo(HealthSign.ENDING);
        status(null, NOW.minus(Duration.ofDays(1)));
        load();
        assertThat(sign()).isEqualTo(HealthSign.BROKEN);
        status(null, NOW.plus(Duration.ofDays(30)));
        load();
        assertThat(sign()).isEqualTo(HealthSign.OK);
    }

    private HealthSign sign() {
        return model.rows().get(4).sign().orElseThrow();
    }

    @Test
    void theStoreIsReadAgainOnlyAfterACommitAndOnlyWithTheTick() {
        load();
        house.commit();
        house.commit();
        assertThat(work.waiting()).isZero();
        model.tick();
        assertThat(work.waiting()).isEqualTo(1);
        work.doAll();
        model.tick();
        assertThat(work.waiting()).isZero();
    }

    @Test
    void whatWasTypedIsStillThereAfterLookingElsewhere() {
        load();
        AccountEditor editor = model.accountEditor(mail.id()).orElseThrow();
        editor.form().set("imap.host", "imap.other.example");
        model.select(new Node.OfBrand(alma.id()));
        model.brandEditor(alma.id()).orElseThrow().form().set(Part.NAME, "Alma Kaffee");
        house.commit();
        model.tick();
        work.doAll();
        AccountEditor again = model.accountEditor(mail.id()).orElseThrow();
        assertThat(again).isSameAs(editor);
        assertThat(again.form().value("imap.host")).isEqualTo("imap.other.example");
        assertThat(model.unsaved()).containsExactly("Alma", "hilfe@nordwind.example");
        assertThat(model.rows().get(4).edited()).isTrue();
    }

    @Test
    void savingKeepsTheFormAndClearsTheMark() {
        load();
        AccountEditor editor = model.accountEditor(mail.id()).orElseThrow();
        assertThat(editor.canSave()).isFalse();
        editor.setName(" Hilfe ");
        editor.form().set("imap.port", "143");
        editor.form().set("password", "neu");
        editor.save();
        assertThat(editor.busy()).isTrue();
        work.doAll();
        assertThat(house.accounts.getFirst().name()).isEqualTo("Hilfe");
        assertThat(house.accounts.getFirst().settings()).containsEntry("imap.port", "143");
        assertThat(house.kept).containsEntry("password", "neu");
        assertThat(editor.dirty()).isFalse();
        assertThat(editor.form().value("password")).isEmpty();
        assertThat(editor.notice().orElseThrow().text()).isEqualTo("Saved.");
        assertThat(model.unsaved()).isEmpty();
    }

    @Test
    void aFormWithSomethingWrongIsNotSaved() {
        load();
        AccountEditor editor = model.accountEditor(mail.id()).orElseThrow();
        editor.form().set("imap.port", "0");
        editor.save();
        assertThat(work.waiting()).isZero();
        assertThat(editor.form().shown("imap.port")).isPresent();
    }

    @Test
    void aFailedSaveKeepsWhatWasTypedAndSaysWhy() {
        load();
        AccountEditor editor = model.accountEditor(mail.id()).orElseThrow();
        editor.form().set("imap.port", "143");
        house.trouble = new IllegalStateException("the disk is full");
        editor.save();
        work.doAll();
        assertThat(editor.notice().orElseThrow().kind()).isEqualTo(Notice.Kind.ERROR);
        assertThat(editor.notice().orElseThrow().text()).contains("the disk is full");
        assertThat(editor.form().value("imap.port")).isEqualTo("143");
        assertThat(editor.dirty()).isTrue();
    }

    @Test
    void pausingAndGoingOnAndReceivingNow() {
        load();
        AccountEditor editor = model.accountEditor(mail.id()).orElseThrow();
        editor.toggleActive();
        work.doAll();
        assertThat(editor.account().active()).isFalse();
        assertThat(editor.sign()).isEqualTo(HealthSign.PAUSED);
        editor.toggleActive();
        work.doAll();
        assertThat(house.accounts.getFirst().active()).isTrue();
        editor.receiveNow();
        assertThat(house.receivedNow).containsExactly(mail.id());
        house.running = false;
        editor.receiveNow();
        assertThat(editor.notice().orElseThrow().kind()).isEqualTo(Notice.Kind.WARNING);
    }

    @Test
    void theTestTakesWhatStandsInTheForm() {
        load();
        AccountEditor editor = model.accountEditor(mail.id()).orElseThrow();
        editor.form().set("imap.host", "imap.other.example");
        editor.runTest();
        work.doAll();
        assertThat(house.tested.getFirst()).containsEntry("imap.host", "imap.other.example");
        assertThat(editor.test().state()).isEqualTo(ConnectionTest.State.PASSED);
        assertThat(house.accounts.getFirst().settings()).containsEntry("imap.host", "imap.nordwind.example");
    }

    @Test
    void aFaultIsSaidInTheWordsOfTheForm() {
        status(Fault.ofSetting(FaultKind.SETTINGS, "imap.host", "unknown host"), null);
        load();
        AccountEditor editor = model.accountEditor(mail.id()).orElseThrow();
        assertThat(editor.fault().orElseThrow().what()).isEqualTo("The setting “Incoming server (IMAP)” is wrong.");
    }

    @Test
    void numbersThatDifferAreToldByBrandAccountAndDayUntilTheyAreCountedAnew() {
        load();
        BalanceModel balance = model.balance(nordwind.id()).orElseThrow();
        house.balances.wrong.add(new BalanceDifference.OfEvents(
                nordwind.id(), mail.id(), LocalDate.of(2026, 3, 1), EventNumber.STORED, 1200, 1198));
        house.balances.wrong.add(new BalanceDifference.OfQueue(nordwind.id(), Queue.ANSWERED, null, 9, 1));
        balance.check();
        work.doAll();
        assertThat(balance.differences())
                .containsExactly(
                        "Nordwind, hilfe@nordwind.example, Mar 1, 2026: of events “stored”, 1,200 are kept, and the"
                                + " ledger says 1,198.",
                        "Nordwind: the queue “Waiting for the customer” is kept as 9, and the conversations say 1.");
        assertThat(model.rows()).anySatisfy(row -> assertThat(row.state()).isEqualTo("numbers differ"));
        balance.recount();
        assertThat(balance.busy()).isTrue();
        work.doAll();
        assertThat(balance.differences()).isEmpty();
        assertThat(balance.notice().orElseThrow().kind()).isEqualTo(Notice.Kind.INFO);
    }

    @Test
    void factsSayNeverRatherThanNothing() {
        AccountFacts facts = new AccountFacts(ENGLISH, TIMES);
        assertThat(facts.of(mail, AccountStatus.unread(mail.id()), 0, NOW))
                .extracting(AccountFacts.Fact::value)
                .containsExactly("not yet", "none yet", "none yet", "soon", "none");
        AccountStatus status = new AccountStatus(
                mail.id(),
                NOW.minusSeconds(120),
                NOW.minusSeconds(3600),
                null,
                null,
                NOW.plusSeconds(120),
                NOW.plus(Duration.ofDays(2)));
        assertThat(facts.of(mail, status, 3, NOW))
                .extracting(AccountFacts.Fact::value)
                .containsExactly("2 min ago", "today 12:00", "none yet", "today 13:02", "4 Mar 2026", "3");
        assertThat(facts.of(mail, status, 3, NOW))
                .extracting(AccountFacts.Fact::sign)
                .endsWith(HealthSign.ENDING, HealthSign.WARNING);
    }

    @Test
    void anAccountWithoutItsConnectorIsShownButCannotBeChanged() {
        house.connectors.clear();
        load();
        AccountEditor editor = model.accountEditor(mail.id()).orElseThrow();
        assertThat(editor.words()).isEmpty();
        editor.setName("Other");
        assertThat(editor.canSave()).isFalse();
        assertThat(editor.canTest()).isFalse();
    }

    @Test
    void aBrandIsChangedAndTakesItsNewColour() {
        load();
        BrandEditor editor = model.brandEditor(alma.id()).orElseThrow();
        editor.form().set(Part.COLOUR, "#7C3AED");
        editor.form().set(Part.ZONE, "europe/vienna");
        editor.save();
        work.doAll();
        assertThat(house.brands.getFirst().colour().hex()).isEqualTo("#7c3aed");
        assertThat(house.brands.getFirst().zone()).isEqualTo(ZoneId.of("Europe/Vienna"));
        assertThat(editor.form().dirty()).isFalse();
        assertThat(editor.form().value(Part.ZONE)).isEqualTo("Europe/Vienna");
    }

    @Test
    void theNetworkIsSetAndItsPasswordLeftReplacedOrForgotten() {
        load();
        NetworkEditor editor = model.networkEditor().orElseThrow();
        assertThat(editor.dirty()).isFalse();
        editor.choose(Way.PROXY);
        editor.save();
        assertThat(work.waiting()).as("the proxy is missing").isZero();
        assertThat(editor.proxy().shown("host")).map(Problem::cause).contains(Problem.Cause.MISSING);
        editor.proxy().set("host", "https://Proxy.example.org/");
        editor.proxy().set("user", "anna");
        editor.proxy().set("password", "geheim");
        editor.proxy().set("exceptions", "intern.example.org,  *.lan");
        assertThat(model.unsaved()).containsExactly("Network");
        editor.save();
        work.doAll();
        assertThat(house.network)
                .isEqualTo(new NetworkSettings(
                        Way.PROXY,
                        "proxy.example.org",
                        8080,
                        "anna",
                        List.of("intern.example.org", "*.lan"),
                        Optional.empty()));
        assertThat(house.kept).containsEntry("proxy", "geheim");
        assertThat(editor.dirty()).isFalse();
        editor.proxy().set("port", "3128");
        editor.save();
        work.doAll();
        assertThat(house.kept).as("left as it is").containsEntry("proxy", "geheim");
        editor.proxy().set("user", "");
        editor.save();
        work.doAll();
        assertThat(house.kept).as("forgotten").isEmpty();
    }

    @Test
    void aFolderOfCertificatesThatIsNotThereIsRefusedAndStays() {
        load();
        NetworkEditor editor = model.networkEditor().orElseThrow();
        editor.trust().set("certificates", "/there/is/none");
        editor.save();
        work.doAll();
        assertThat(editor.notice().orElseThrow().text()).contains("/there/is/none");
        assertThat(editor.trust().value("certificates")).isEqualTo("/there/is/none");
        assertThat(house.network).isEqualTo(NetworkSettings.OF_SYSTEM);
        editor.revert();
        assertThat(editor.dirty()).isFalse();
    }

    @Test
    void theDatabaseOfATeamIsTriedBeforeItIsKept() {
        load();
        TeamEditor editor = model.teamEditor().orElseThrow();
        assertThat(editor.dirty()).isFalse();
        editor.choose(TeamEditor.Place.TEAM);
        editor.save();
        assertThat(work.waiting()).as("server, login and password are missing").isZero();
        assertThat(editor.form().shown("password")).map(Problem::cause).contains(Problem.Cause.MISSING);
        editor.form().set("hosts", "nowhere.example.org");
        editor.form().set("login", "anna");
        editor.form().set("password", "geheim");
        assertThat(model.unsaved()).containsExactly("Database");
        editor.save();
        work.doAll();
        assertThat(editor.notice().orElseThrow().text()).contains("nowhere.example.org cannot be reached");
        assertThat(house.team.address).isNull();
        editor.form().set("hosts", FakeTeam.HOST);
        editor.save();
        work.doAll();
        assertThat(house.team.address).isEqualTo(new Address(FakeTeam.HOST, "kontor", "anna"));
        assertThat(house.team.password).isEqualTo("geheim");
        assertThat(editor.dirty()).isFalse();
        editor.form().set("login", "ben");
        editor.save();
        work.doAll();
        assertThat(house.team.password).as("left as it is").isEqualTo("geheim");
        editor.choose(TeamEditor.Place.FILE);
        editor.save();
        work.doAll();
        assertThat(house.team.address).isNull();
        assertThat(house.team.password).isNull();
    }

    @Test
    void whoCannotReachTheTeamsDatabaseCanStillChangeIt() {
        house.team.address = new Address("old.example.org", "kontor", "anna");
        house.refuseReads(new StoreException(StoreException.Kind.UNREACHABLE, "it is away", null));
        load();
        assertThat(model.failure()).contains("it is away");
        assertThat(model.rows()).extracting(Row::node).containsExactly(new Node.OfPlace(Node.Place.TEAM));
        assertThat(model.teamEditor().orElseThrow().place()).isEqualTo(TeamEditor.Place.TEAM);
    }

    @Test
    void aDemoHasNoChoiceOfDatabases() {
        house.team.offered = false;
        load();
        assertThat(model.teamEditor()).isEmpty();
    }

    @Test
    void closingStopsListening() {
        load();
        model.close();
        house.commit();
        model.tick();
        assertThat(work.waiting()).isZero();
    }
}
