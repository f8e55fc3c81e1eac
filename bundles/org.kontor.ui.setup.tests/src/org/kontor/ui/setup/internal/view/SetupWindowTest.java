package org.kontor.ui.setup.internal.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kontor.api.account.Account;
import org.kontor.api.account.AccountStatus;
import org.kontor.api.account.Brand;
import org.kontor.api.audit.AuditAction;
import org.kontor.api.audit.AuditAnchor;
import org.kontor.api.audit.AuditCheck;
import org.kontor.api.audit.AuditField;
import org.kontor.api.audit.AuditSubject;
import org.kontor.api.channel.Fault;
import org.kontor.api.channel.FaultKind;
import org.kontor.api.channel.Health;
import org.kontor.api.clock.OfficeHours.Interval;
import org.kontor.api.clock.Policy;
import org.kontor.api.id.AuditEntryId;
import org.kontor.api.ledger.BalanceDifference;
import org.kontor.api.store.Queue;
import org.kontor.api.store.TeamDatabase.Address;
import org.kontor.ui.api.theme.ThemeChoice;
import org.kontor.ui.common.widget.ActionButton;
import org.kontor.ui.robot.By;
import org.kontor.ui.robot.Found;
import org.kontor.ui.robot.Robot;
import org.kontor.ui.setup.internal.model.FakeHouse;
import org.kontor.ui.setup.internal.model.FakeTeam;
import org.kontor.ui.setup.internal.model.FakeTrail;

/** The perspective as a person uses it, with real keys and clicks. */
class SetupWindowTest {
    private static final By BACK = By.id("wizard.button." + IDialogConstants.BACK_ID);
    private static final By NEXT = By.id("wizard.button." + IDialogConstants.NEXT_ID);
    private static final By FINISH = By.id("wizard.button." + IDialogConstants.FINISH_ID);

    private static final Map<String, String> MAIL = Map.of(
            "address", "hilfe@nordwind.example",
            "imap.host", "imap.nordwind.example",
            "imap.port", "993",
            "imap.security", "tls",
            "smtp.host", "smtp.nordwind.example",
            "smtp.port", "465",
            "smtp.security", "tls");

    private final FakeHouse house = new FakeHouse();

    /** Knows one password; the others it refuses as a mail server does. */
    private static Health doctor(Map<String, String> values) {
        return "right".equals(values.get("password"))
                ? new Health(
                        List.of(
                                Health.Check.passed("check.login", "imap.nordwind.example"),
                                Health.Check.passed("check.smtp", "smtp.nordwind.example")),
                        null)
                : new Health(
                        List.of(Health.Check.failed(
                                "check.login", Fault.ofSetting(FaultKind.AUTH, "password", "535 5.7.8 rejected"))),
                        null);
    }

    @ParameterizedTest
    @CsvSource({"en, LIGHT", "de, DARK"})
    void aNewUserSetsUpTheFirstBrandAndMendsAWrongPassword(String language, ThemeChoice theme) {
        house.doctor = SetupWindowTest::doctor;
        try (SetupWindow window = new SetupWindow(house, Locale.of(language), theme)) {
            window.play(robot -> {
                firstBrand(window, robot);
                settings(window, robot);
                mend(window, robot);
            });
        }
        Brand brand = house.brands.getFirst();
        assertThat(brand.name()).isEqualTo("Nordwind");
        assertThat(house.clients.getFirst().name()).isEqualTo("Nordwind GmbH");
        assertThat(house.network.host()).isEqualTo("proxy.nordwind.example");
        assertThat(house.team.address).isEqualTo(new Address(FakeTeam.HOST, "kontor", "anna"));
        Account account = house.accounts.getFirst();
        assertThat(account.brand()).isEqualTo(brand.id());
        assertThat(account.settings())
                .containsEntry("address", "hilfe@nordwind.example")
                .doesNotContainKey("password");
        assertThat(house.kept).containsEntry("password", "right");
    }

    @ParameterizedTest
    @CsvSource({"en, DARK", "de, LIGHT"})
    void whatIsTypedStaysWhileOneLooksElsewhereUntilItIsSavedOrTakenBack(String language, ThemeChoice theme) {
        house.doctor = SetupWindowTest::doctor;
        Brand alma = house.brand("Kaffeerösterei Alma", "#0f766e");
        Brand nordwind = house.brand("Nordwind", "#c2410c");
        house.account(alma, "bluesky", "@alma.example", Map.of("handle", "alma.example"));
        Account mail = house.account(nordwind, "mail", "hilfe@nordwind.example", MAIL);
        Instant now = Instant.now();
        Fault refused = Fault.ofSetting(FaultKind.AUTH, "password", "535 5.7.8 rejected");
        house.statuses.put(
                mail.id(),
                new AccountStatus(
                        mail.id(), now.minusSeconds(4000), now.minusSeconds(7000), null, refused, null, null));
        try (SetupWindow window = new SetupWindow(house, Locale.of(language), theme)) {
            window.play(robot -> {
                brand(window, robot);
                account(window, robot);
                secondAccount(window, robot);
            });
        }
        assertThat(house.brands.getFirst().name()).isEqualTo("Alma Kaffee");
        assertThat(house.accounts.get(1).settings()).containsEntry("imap.port", "143");
        assertThat(house.kept).containsEntry("password", "right");
        assertThat(house.accounts).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource({"en, DARK", "de, LIGHT"})
    void aBrandPromisesAnAnswerWithinItsOfficeHours(String language, ThemeChoice theme) {
        Brand alma = house.brand("Kaffeerösterei Alma", "#0f766e");
        try (SetupWindow window = new SetupWindow(house, Locale.of(language), theme)) {
            window.play(robot -> promise(window, robot));
        }
        Policy kept = house.policies.get(alma.id());
        assertThat(kept.firstResponse()).isEqualTo(Duration.ofMinutes(90));
        assertThat(kept.hours().on(DayOfWeek.SATURDAY)).containsExactly(Interval.ofMinutes(600, 780));
        assertThat(kept.hours().special()).hasSize(18);
    }

    @ParameterizedTest
    @CsvSource({"en, DARK", "de, LIGHT"})
    void whoDidWhatIsFoundCheckedAndOpened(String language, ThemeChoice theme) {
        Brand alma = house.brand("Kaffeerösterei Alma", "#0f766e");
        AuditSubject lena = house.trail.conversation(alma, 7, "Lena Fuchs", "Kaffee kam zu spät");
        try (SetupWindow window = new SetupWindow(house, Locale.of(language), theme)) {
            window.play(robot -> {
                robot.find(By.id("setup.list")).clickRow(1);
                robot.find(By.id("brand.trail")).click();
                robot.find(By.id("trail.empty").and(By.textWith(window.messages.text("trail.empty"))));
                window.shot(robot, "40-trail-empty");
                fill(alma, lena);
                robot.run(window.house::commit);
                robot.find(By.id("trail.list")).clickRow(2);
                robot.find(By.id("trail.details").and(By.textWith("Guten Tag Frau Fuchs")));
                named(window, robot);
                window.shot(robot, "41-trail");
                robot.find(By.id("trail.open").enabled()).click();
                robot.find(By.id("trail.check")).click();
                robot.find(By.textWith("3f9a77b23f9a77b2"));
                window.shot(robot, "42-trail-whole");
                window.house.trail.found = new AuditCheck.Broken(
                        1,
                        YearMonth.of(2026, 3),
                        new AuditEntryId(2),
                        Instant.parse("2026-03-10T08:32:00Z"),
                        AuditCheck.Why.FIELD_CHANGED,
                        "text");
                robot.find(By.id("trail.check")).click();
                robot.find(By.textWith(window.messages.text("trail.check.MONTH_MISSING", 0, "x")
                        .split(":")[0]));
                window.shot(robot, "43-trail-broken");
                robot.find(By.id("trail.back")).click();
                window.house.balances.wrong.add(new BalanceDifference.OfQueue(alma.id(), Queue.ANSWERED, null, 9, 1));
                robot.find(By.id("balance.check").enabled()).click();
                robot.find(By.textWith(window.messages.text("balance.queue.ANSWERED")));
                named(window, robot);
                window.shot(robot, "44-balance");
                robot.find(By.name(window.messages.text("balance.recount"))).click();
                robot.find(By.textWith(window.messages.text("balance.mended")));
            });
            assertThat(window.opened).containsExactly(lena);
        }
    }

    private void fill(Brand alma, AuditSubject lena) {
        FakeTrail trail = house.trail;
        AuditSubject whole = new AuditSubject.OfBrand(alma.id());
        trail.add(alma, FakeTrail.LENA, AuditAction.BRAND, whole, AuditField.of("logo", "changed"));
        trail.add(
                alma,
                FakeTrail.LENA,
                AuditAction.REPLY,
                lena,
                AuditField.of("mode", "DIRECT"),
                AuditField.of("outbox", 4711),
                AuditField.personal("text", "Guten Tag Frau Fuchs,\nIhr Kaffee ist unterwegs."));
        trail.add(
                alma,
                FakeTrail.LENA,
                AuditAction.POLICY,
                whole,
                AuditField.of("firstResponse", "PT4H"),
                AuditField.of("firstResponse.before", "PT8H"));
        trail.add(alma, FakeTrail.HOUSE, AuditAction.IGNORE, lena, AuditField.of("reason", "SPAM"));
        trail.found = new AuditCheck.Whole(
                4,
                YearMonth.of(2026, 3),
                false,
                new AuditAnchor(alma.id(), YearMonth.of(2026, 3), 4, new AuditEntryId(4), "3f9a77b2".repeat(8)));
    }

    private static void promise(SetupWindow window, Robot robot) {
        robot.find(By.id("setup.list")).clickRow(1);
        robot.find(By.textWith(window.messages.text("policy.means.nothing")));
        robot.find(By.id("brand.policy")).click();
        robot.find(By.id("setting.promise")).check(true);
        robot.find(By.id("setting.target")).enter("1:30");
        robot.find(By.id("setting.SATURDAY")).enter("22-6");
        robot.find(By.id("setup.save").enabled()).click();
        robot.find(By.textWith("22-6").and(By.type(Label.class)));
        window.shot(robot, "31-promise-wrong");
        robot.find(By.id("setting.SATURDAY")).enter("10-13");
        robot.find(By.id("policy.holidays")).click();
        robot.find(By.id("policy.meaning").and(By.textWith("16:50")));
        named(window, robot);
        window.shot(robot, "32-holidays");
        robot.find(By.id("setting.target")).enter("90 min");
        window.shot(robot, "33-promise");
        robot.find(By.id("setup.save").enabled()).click();
        robot.find(By.textWith(window.messages.text("policy.saved", 3)));
        robot.find(By.id("policy.back")).click();
        robot.find(By.id("brand.policy"));
        robot.find(By.textWith("16:50"));
        window.shot(robot, "34-brand-promise");
    }

    private static void brand(SetupWindow window, Robot robot) {
        By list = By.id("setup.list");
        By name = By.id("brand.name");
        robot.find(list).clickRow(1);
        robot.find(name.and(By.text("Kaffeerösterei Alma"))).enter("Alma Kaffee");
        robot.find(By.textWith(window.messages.text("form.unsaved")));
        robot.find(list).clickRow(2);
        robot.find(By.id("setting.handle"));
        robot.find(list).clickRow(1);
        robot.find(name.and(By.text("Alma Kaffee")));
        assertThat(robot.find(list).rows(20).toString()).contains(window.messages.text("row.edited"));
        named(window, robot);
        window.shot(robot, "20-brand-edited");
        robot.find(By.id("setup.revert").enabled()).click();
        robot.find(name.and(By.text("Kaffeerösterei Alma"))).enter("nordwind");
        robot.find(By.id("setup.save").enabled()).click();
        robot.find(By.textWith(
                window.messages.text("problem.NAME_TAKEN", window.messages.text("brand.name"), "nordwind")));
        window.shot(robot, "21-brand-taken");
        robot.find(name).enter("Alma Kaffee");
        robot.find(By.id("setup.save").enabled()).click();
        robot.find(By.textWith(window.messages.text("saved")));
    }

    private static void account(SetupWindow window, Robot robot) {
        robot.find(By.id("setup.list")).clickRow(5);
        robot.find(By.textWith("535 5.7.8"));
        robot.find(By.id("setting.more")).check(true);
        robot.find(By.id("setting.folder"));
        named(window, robot);
        window.shot(robot, "22-account-fault");
        robot.find(By.id("setting.imap.port")).enter("70000");
        robot.find(By.id("setup.save").enabled()).click();
        robot.find(By.textWith("70000").and(By.type(Label.class)));
        robot.find(By.id("setting.imap.port")).enter("143");
        robot.find(By.id("account.test")).click();
        robot.find(By.id("test.outcome").and(By.text(window.messages.text("test.failed"))));
        window.shot(robot, "23-account-failed");
        robot.find(By.id("setting.password")).enter("right");
        robot.find(By.id("test.again")).click();
        robot.find(By.id("test.outcome").and(By.text(window.messages.text("test.passed"))));
        assertThat(robot.find(By.id("setting.imap.port")).text()).isEqualTo("143");
        window.house.refuseOnce(new IllegalStateException("the disk is full"));
        robot.find(By.id("setup.save").enabled()).click();
        Found said = robot.find(By.textWith("the disk is full"));
        Found save = robot.find(By.id("setup.save"));
        assertThat(said.bounds().y).as("scrolled into sight").isBetween(0, save.bounds().y);
        assertThat(robot.find(By.id("setting.imap.port")).text()).isEqualTo("143");
        window.shot(robot, "24-not-saved");
        robot.find(By.id("setup.save").enabled()).click();
        robot.find(By.textWith(window.messages.text("saved")));
        window.shot(robot, "25-saved");
    }

    /** The wizard for a brand that is there begins with the channel; giving up asks, and makes nothing. */
    private static void secondAccount(SetupWindow window, Robot robot) {
        robot.find(By.id("setup.list")).clickRow(4);
        robot.find(By.id("brand.addAccount")).click();
        robot.find(By.id("wizard.channel.bluesky")).press("Space");
        robot.find(NEXT.enabled()).click();
        robot.find(By.id("setting.handle").focused()).type("nordwind");
        robot.find(NEXT.enabled()).click();
        robot.find(By.textWith("nordwind.bsky.social"));
        named(window, robot);
        window.shot(robot, "26-handle");
        robot.find(BACK.enabled()).click();
        robot.find(BACK.enabled()).click();
        robot.find(By.id("wizard.brands"));
        named(window, robot);
        window.shot(robot, "27-choose-brand");
        robot.press("Escape");
        robot.find(By.textWith(window.messages.text("wizard.leave")));
        window.shot(robot, "28-leave");
        robot.find(By.text(window.messages.text("wizard.leave.go").replace("&", "")))
                .click();
        robot.gone(By.id("wizard"));
    }

    private static void firstBrand(SetupWindow window, Robot robot) {
        By add = By.name(window.messages.text("command.addBrand")).and(By.type(ActionButton.class));
        robot.find(add);
        named(window, robot);
        window.shot(robot, "01-empty");
        robot.find(add).click();
        robot.find(By.id("brand.name").focused());
        robot.find(NEXT.enabled()).click();
        robot.find(By.textWith(problem(window, "MISSING", "brand.name")));
        window.shot(robot, "02-brand-missing");
        robot.find(By.id("brand.name").focused()).type("Nordwind");
        robot.find(By.id("wizard.client")).enter("Nordwind GmbH");
        robot.find(By.id("brand.signature")).enter("Ihr Team von Nordwind");
        named(window, robot);
        window.shot(robot, "03-brand");
        robot.find(By.id("brand.name")).press("Enter");
        robot.find(By.id("wizard.channel.mail").focused());
        robot.press("Space");
        named(window, robot);
        window.shot(robot, "04-channel");
        robot.find(By.id("wizard.channel.mail")).press("Enter");
    }

    private static void settings(SetupWindow window, Robot robot) {
        robot.find(By.id("setting.address").focused()).type("hilfe@nordwind.example");
        robot.find(By.id("setting.password")).type("wrong");
        robot.find(By.id("setting.imap.host").and(By.text("imap.nordwind.example")));
        named(window, robot);
        window.shot(robot, "05-settings");
        robot.find(By.id("account.days")).enter("30");
        window.shot(robot, "06-settings-below");
        robot.find(NEXT.enabled()).click();
    }

    private static void mend(SetupWindow window, Robot robot) {
        By outcome = By.id("test.outcome");
        robot.find(outcome.and(By.text(window.messages.text("test.failed"))));
        robot.find(By.textWith("535 5.7.8"));
        named(window, robot);
        window.shot(robot, "07-failed");
        robot.find(BACK.enabled()).click();
        assertThat(robot.find(By.id("setting.address")).text()).isEqualTo("hilfe@nordwind.example");
        String password = robot.find(By.id("setting.password")).ask(Text.class, Text::getText);
        assertThat(password).isEqualTo("wrong");
        assertThat(robot.find(By.id("account.days")).text()).isEqualTo("30");
        robot.find(By.id("setting.password")).enter("right");
        robot.find(NEXT.enabled()).click();
        robot.find(outcome.and(By.text(window.messages.text("test.passed"))));
        window.shot(robot, "08-passed");
        robot.find(FINISH.enabled());
        robot.press("Enter");
        robot.gone(By.id("wizard"));
        robot.find(By.id("account.test"));
        named(window, robot);
        window.shot(robot, "09-account");
        robot.find(By.id("setup.list")).clickRow(1);
        robot.find(By.id("brand.addAccount"));
        named(window, robot);
        window.shot(robot, "10-brand");
        robot.find(By.id("setup.list")).clickRow(0);
        robot.find(By.id("client.addBrand"));
        named(window, robot);
        window.shot(robot, "11-client");
        robot.find(By.id("setup.list")).clickRow(3);
        robot.find(By.id("network.PROXY")).click();
        robot.find(By.id("setting.host")).type("proxy.nordwind.example");
        named(window, robot);
        window.shot(robot, "13-network");
        robot.find(By.id("setup.save").enabled()).click();
        robot.find(By.textWith(window.messages.text("saved")));
        robot.find(By.id("setup.list")).clickRow(4);
        robot.find(By.id("secrets.where"));
        named(window, robot);
        window.shot(robot, "12-secrets");
        robot.find(By.id("setup.list")).clickRow(5);
        robot.find(By.id("team.TEAM")).click();
        robot.find(By.id("setting.hosts")).type(FakeTeam.HOST);
        robot.find(By.id("setting.login")).type("anna");
        robot.find(By.id("setting.password")).type("geheim");
        named(window, robot);
        window.shot(robot, "14-team");
        robot.find(By.id("setup.save").enabled()).click();
        robot.find(By.textWith(window.messages.text("team.saved")));
    }

    private static String problem(SetupWindow window, String cause, String label) {
        return window.messages.text("problem." + cause, window.messages.text(label));
    }

    private static void named(SetupWindow window, Robot robot) {
        assertThat(window.unnamed(robot)).isEmpty();
    }
}
