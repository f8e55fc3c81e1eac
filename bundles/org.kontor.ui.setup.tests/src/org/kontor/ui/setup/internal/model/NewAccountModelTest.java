package org.kontor.ui.setup.internal.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.kontor.api.account.Account;
import org.kontor.api.account.Brand;
import org.kontor.api.account.ChannelType;
import org.kontor.api.account.Colour;
import org.kontor.api.channel.Fault;
import org.kontor.api.channel.FaultKind;
import org.kontor.api.channel.Health;
import org.kontor.ui.common.fault.FaultTexts;
import org.kontor.ui.common.format.Times;
import org.kontor.ui.setup.internal.model.BrandForm.Part;
import org.kontor.ui.setup.internal.model.NewAccountModel.Created;
import org.kontor.ui.setup.internal.model.NewAccountModel.Page;

class NewAccountModelTest {
    private static final Instant NOW = Instant.parse("2026-03-02T12:00:00Z");
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final ChannelType MAIL = new ChannelType("mail");
    private static final ChannelType BLUESKY = new ChannelType("bluesky");

    private final FakeHouse house = new FakeHouse();
    private final HandWork work = new HandWork();
    private final List<Created> created = new ArrayList<>();

    private NewAccountModel open() {
        NewAccountModel model = new NewAccountModel(
                house.services(work),
                Messages.of(Locale.ENGLISH),
                FaultTexts.of(Locale.ENGLISH, Times.of(Locale.ENGLISH, BERLIN, InstantSource.fixed(NOW))),
                InstantSource.fixed(NOW),
                BERLIN);
        model.load(null, true);
        work.doAll();
        return model;
    }

    private NewAccountModel atSettings() {
        NewAccountModel model = open();
        model.brand().set(Part.NAME, "Nordwind");
        model.next();
        model.chooseChannel(MAIL);
        model.next();
        return model;
    }

    private NewAccountModel atTest() {
        NewAccountModel model = atSettings();
        FormModel form = model.form().orElseThrow();
        form.set("address", "hilfe@nordwind.example");
        form.set("password", "geheim");
        model.next();
        assertThat(model.page()).isEqualTo(Page.TEST);
        return model;
    }

    @Test
    void theWholeWayMakesClientBrandAndAccount() {
        NewAccountModel model = open();
        model.setClient("Nordwind GmbH");
        model.brand().set(Part.NAME, " Nordwind ");
        model.brand().set(Part.SIGNATURE, "Ihr Team\n\n");
        model.next();
        model.chooseChannel(MAIL);
        model.next();
        model.form().orElseThrow().set("address", "hilfe@nordwind.example");
        model.form().orElseThrow().set("password", "geheim");
        model.next();
        assertThat(model.test().state()).isEqualTo(ConnectionTest.State.RUNNING);
        assertThat(model.canFinish()).isFalse();
        work.doAll();
        assertThat(model.test().state()).isEqualTo(ConnectionTest.State.PASSED);
        model.finish(created::add);
        assertThat(model.busy()).isTrue();
        work.doAll();

        assertThat(house.clients).extracting(c -> c.name()).containsExactly("Nordwind GmbH");
        Brand brand = house.brands.getFirst();
        assertThat(brand.name()).isEqualTo("Nordwind");
        assertThat(brand.signature()).isEqualTo("Ihr Team");
        assertThat(brand.zone()).isEqualTo(BERLIN);
        Account account = house.accounts.getFirst();
        assertThat(account.name()).isEqualTo("hilfe@nordwind.example");
        assertThat(account.brand()).isEqualTo(brand.id());
        assertThat(account.settings()).containsEntry("imap.host", "imap.nordwind.example");
        assertThat(account.workFrom()).isEqualTo(NOW.minus(Duration.ofDays(14)));
        assertThat(house.kept).containsEntry("password", "geheim");
        assertThat(created).containsExactly(new Created(brand, account));
    }

    @Test
    void withoutAClientTheBrandIsItsOwn() {
        NewAccountModel model = atTest();
        work.doAll();
        model.finish(created::add);
        work.doAll();
        assertThat(house.clients).extracting(c -> c.name()).containsExactly("Nordwind");
    }

    @Test
    void aClientThatIsThereIsTakenWhateverItsCase() {
        house.brand("Alma", "#0f766e");
        NewAccountModel model = open();
        model.setClient(" alma gmbh ");
        model.brand().set(Part.NAME, "Alma Tee");
        model.next();
        model.chooseChannel(BLUESKY);
        model.next();
        model.form().orElseThrow().set("handle", "@tee.alma.example");
        model.form().orElseThrow().set("password", "app");
        model.next();
        work.doAll();
        model.finish(created::add);
        work.doAll();
        assertThat(house.clients).hasSize(1);
        assertThat(house.brands)
                .extracting(Brand::client)
                .containsOnly(house.clients.getFirst().id());
        assertThat(house.accounts.getFirst().name()).isEqualTo("@tee.alma.example");
    }

    @Test
    void aPageWithSomethingWrongIsNotLeftAndSaysWhat() {
        NewAccountModel model = open();
        model.next();
        assertThat(model.page()).isEqualTo(Page.BRAND);
        assertThat(model.brand().shown(Part.NAME)).map(Problem::cause).contains(Problem.Cause.MISSING);
        model.brand().set(Part.NAME, "Nordwind");
        model.brand().set(Part.COLOUR, "reddish");
        model.next();
        assertThat(model.page()).isEqualTo(Page.BRAND);
        model.brand().set(Part.COLOUR, "#c2410c");
        model.next();
        assertThat(model.page()).isEqualTo(Page.CHANNEL);
        assertThat(model.canNext()).as("no channel is chosen").isFalse();
        model.chooseChannel(MAIL);
        model.next();
        model.next();
        assertThat(model.page()).isEqualTo(Page.SETTINGS);
        assertThat(model.problems()).extracting(Problem::field).contains("address", "password", "name");
        model.setDays("soon");
        assertThat(model.daysProblem()).map(Problem::cause).contains(Problem.Cause.NOT_A_NUMBER_OF_DAYS);
    }

    @Test
    void aBrandNameThatIsThereIsRefused() {
        house.brand("Alma", "#0f766e");
        NewAccountModel model = open();
        model.brand().set(Part.NAME, "alma");
        model.next();
        assertThat(model.problems()).extracting(Problem::cause).containsExactly(Problem.Cause.NAME_TAKEN);
    }

    @Test
    void theColourProposedIsOneThatNoBrandHas() {
        BrandColours.offers().stream()
                .limit(5)
                .forEach(o -> house.brand(o.name(), o.colour().hex()));
        NewAccountModel model = open();
        assertThat(house.brands)
                .extracting(Brand::colour)
                .doesNotContain(model.brand().colour().orElseThrow());
        model.brand().set(Part.COLOUR, "#c2410c");
        assertThat(model.brand().remark()).contains(BrandColours.Remark.LIKE_ANOTHER);
        assertThat(model.brand().alike()).map(Brand::colour).contains(Colour.of("#c2410c"));
    }

    @Test
    void goingBackKeepsEverythingTypedAlsoForAnotherChannel() {
        NewAccountModel model = atSettings();
        model.form().orElseThrow().set("address", "hilfe@nordwind.example");
        model.setDays("30");
        model.back();
        model.chooseChannel(BLUESKY);
        model.next();
        model.form().orElseThrow().set("handle", "nordwind.example");
        model.setAccountName("Nordwind bei Bluesky");
        model.back();
        model.back();
        assertThat(model.page()).isEqualTo(Page.BRAND);
        assertThat(model.brand().value(Part.NAME)).isEqualTo("Nordwind");
        model.next();
        model.chooseChannel(MAIL);
        model.next();
        assertThat(model.form().orElseThrow().value("address")).isEqualTo("hilfe@nordwind.example");
        assertThat(model.accountName()).isEqualTo("hilfe@nordwind.example");
        assertThat(model.days()).isEqualTo("30");
        model.back();
        model.chooseChannel(BLUESKY);
        assertThat(model.accountName()).isEqualTo("Nordwind bei Bluesky");
    }

    @Test
    void theNameFollowsTheAddressUntilItIsTyped() {
        NewAccountModel model = atSettings();
        FormModel form = model.form().orElseThrow();
        form.set("address", "a@b.de");
        assertThat(model.accountName()).isEqualTo("a@b.de");
        model.setAccountName("Hilfe");
        form.set("address", "c@d.de");
        assertThat(model.accountName()).isEqualTo("Hilfe");
        model.setAccountName("");
        assertThat(model.accountName()).isEqualTo("c@d.de");
    }

    @Test
    void aFailedTestSaysWhatIsWrongAndTheAccountCanBeKeptAllTheSame() {
        house.health = new Health(
                List.of(
                        Health.Check.passed("check.login", "imap.example"),
                        Health.Check.failed(
                                "check.smtp", Fault.ofSetting(FaultKind.AUTH, "password", "535 5.7.8 rejected"))),
                null);
        NewAccountModel model = atTest();
        work.doAll();
        assertThat(model.test().state()).isEqualTo(ConnectionTest.State.FAILED);
        ConnectionTest.Line failed = model.test().lines().getLast();
        assertThat(failed.step()).isEqualTo("check.smtp");
        assertThat(failed.fault().orElseThrow().what()).contains("“Password”");
        assertThat(failed.fault().orElseThrow().todo()).contains("app password");
        assertThat(failed.fault().orElseThrow().detail()).isEqualTo("535 5.7.8 rejected");
        assertThat(model.canFinish()).isTrue();
        model.finish(created::add);
        work.doAll();
        assertThat(created).hasSize(1);
    }

    @Test
    void theTestIsRepeatedOnlyWhenSomethingChanged() {
        NewAccountModel model = atTest();
        work.doAll();
        model.back();
        model.next();
        assertThat(work.waiting()).isZero();
        assertThat(model.test().state()).isEqualTo(ConnectionTest.State.PASSED);
        model.back();
        model.form().orElseThrow().set("imap.port", "143");
        model.next();
        assertThat(model.test().state()).isEqualTo(ConnectionTest.State.RUNNING);
        work.doAll();
        assertThat(house.tested).extracting(values -> values.get("imap.port")).containsExactly("993", "143");
    }

    @Test
    void aCancelledTestDropsItsLateAnswer() {
        NewAccountModel model = atTest();
        model.test().cancel();
        assertThat(model.test().state()).isEqualTo(ConnectionTest.State.CANCELLED);
        assertThat(model.canFinish()).isTrue();
        work.doAll();
        assertThat(model.test().state()).isEqualTo(ConnectionTest.State.CANCELLED);
        model.runTest();
        work.doAll();
        assertThat(model.test().state()).isEqualTo(ConnectionTest.State.PASSED);
    }

    @Test
    void goingBackFromARunningTestGivesItUpAndComingBackBeginsAnew() {
        NewAccountModel model = atTest();
        model.back();
        assertThat(model.test().state()).isEqualTo(ConnectionTest.State.CANCELLED);
        model.next();
        assertThat(model.test().state()).isEqualTo(ConnectionTest.State.RUNNING);
    }

    @Test
    void aTestThatFallsOverIsSaidAndCanBeRepeated() {
        house.trouble = new IllegalStateException("the connector fell over");
        NewAccountModel model = atTest();
        work.doAll();
        assertThat(model.test().state()).isEqualTo(ConnectionTest.State.BROKEN);
        assertThat(model.test().failure()).isEqualTo("the connector fell over");
        model.runTest();
        work.doAll();
        assertThat(model.test().state()).isEqualTo(ConnectionTest.State.PASSED);
    }

    @Test
    void afterAFailureNothingIsMadeTwice() {
        NewAccountModel model = atTest();
        work.doAll();
        house.trouble = new IllegalArgumentException("imap.host: is not a host name");
        model.finish(created::add);
        work.doAll();
        assertThat(model.failure()).contains("imap.host: is not a host name");
        assertThat(model.busy()).isFalse();
        assertThat(model.existing()).map(Brand::name).contains("Nordwind");
        model.finish(created::add);
        work.doAll();
        assertThat(house.brands).hasSize(1);
        assertThat(house.accounts).hasSize(1);
        assertThat(created).hasSize(1);
    }

    @Test
    void anAccountForABrandBeginsWithTheChannel() {
        Brand alma = house.brand("Alma", "#0f766e");
        house.account(alma, "mail", "hilfe@alma.example", Map.of());
        NewAccountModel model = new NewAccountModel(
                house.services(work),
                Messages.of(Locale.ENGLISH),
                FaultTexts.of(Locale.ENGLISH, Times.here()),
                InstantSource.fixed(NOW),
                BERLIN);
        assertThat(model.canNext()).as("not read yet").isFalse();
        model.load(alma.id(), false);
        work.doAll();
        assertThat(model.page()).isEqualTo(Page.CHANNEL);
        assertThat(model.brandName()).isEqualTo("Alma");
        model.chooseChannel(MAIL);
        model.next();
        model.form().orElseThrow().set("address", "Hilfe@alma.example");
        assertThat(model.duplicate()).isPresent();
        model.form().orElseThrow().set("address", "shop@alma.example");
        assertThat(model.duplicate()).isEmpty();
    }

    @Test
    void zeroDaysMeansFromNowOn() {
        NewAccountModel model = atSettings();
        model.setDays("0");
        assertThat(model.workFrom()).contains(NOW);
        model.setDays(" 3650 ");
        assertThat(model.daysProblem()).isEmpty();
        model.setDays("3651");
        assertThat(model.daysProblem()).isPresent();
    }
}
