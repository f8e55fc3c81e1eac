package org.kontor.ui.setup.internal.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.swt.widgets.Text;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kontor.api.account.Account;
import org.kontor.api.account.Brand;
import org.kontor.api.channel.Fault;
import org.kontor.api.channel.FaultKind;
import org.kontor.api.channel.Health;
import org.kontor.ui.api.theme.ThemeChoice;
import org.kontor.ui.common.widget.ActionButton;
import org.kontor.ui.robot.By;
import org.kontor.ui.robot.Robot;
import org.kontor.ui.setup.internal.model.FakeHouse;

/** The perspective as a person uses it, with real keys and clicks. */
class SetupWindowTest {
    private static final By BACK = By.id("wizard.button." + IDialogConstants.BACK_ID);
    private static final By NEXT = By.id("wizard.button." + IDialogConstants.NEXT_ID);
    private static final By FINISH = By.id("wizard.button." + IDialogConstants.FINISH_ID);

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
        Account account = house.accounts.getFirst();
        assertThat(account.brand()).isEqualTo(brand.id());
        assertThat(account.settings())
                .containsEntry("address", "hilfe@nordwind.example")
                .doesNotContainKey("password");
        assertThat(house.kept).containsEntry("password", "right");
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
        robot.find(By.id("secrets.where"));
        named(window, robot);
        window.shot(robot, "12-secrets");
    }

    private static String problem(SetupWindow window, String cause, String label) {
        return window.messages.text("problem." + cause, window.messages.text(label));
    }

    private static void named(SetupWindow window, Robot robot) {
        assertThat(window.unnamed(robot)).isEmpty();
    }
}
