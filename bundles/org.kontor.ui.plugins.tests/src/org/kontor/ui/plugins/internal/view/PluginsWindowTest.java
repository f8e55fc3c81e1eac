package org.kontor.ui.plugins.internal.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kontor.api.plugin.PluginFault;
import org.kontor.ui.api.theme.ThemeChoice;
import org.kontor.ui.plugins.internal.model.FakePlugins;
import org.kontor.ui.robot.By;
import org.kontor.ui.robot.Robot;

/** The perspective as a person uses it, with real keys and clicks. */
class PluginsWindowTest {
    private static final By LIST = By.id("plugins.list");

    private final FakePlugins plugins = new FakePlugins();

    @ParameterizedTest
    @CsvSource({"en, LIGHT", "de, DARK"})
    void aPluginIsFoundInstalledUpdatedRolledBackAndRemoved(String language, ThemeChoice theme) {
        try (PluginsWindow window = new PluginsWindow(plugins, Locale.of(language), theme)) {
            window.play(robot -> {
                site(window, robot);
                install(window, robot);
                update(window, robot);
                back(window, robot);
                robot.find(LIST).clickRow(2);
                robot.find(By.id("plugins.uninstall").enabled());
                robot.settle();
                robot.find(By.id("plugins.uninstall").enabled()).click();
                robot.find(By.textWith(window.messages.text("said.uninstalled", "Nordwind")));
                robot.find(By.id("plugins.restart"));
                robot.settle();
                robot.find(By.name(window.messages.text("restart.now"))).click();
            });
            assertThat(window.restarts).hasValue(1);
        }
        assertThat(plugins.plugins).hasSize(1);
        assertThat(plugins.states).hasSize(5);
    }

    private void site(PluginsWindow window, Robot robot) {
        robot.find(By.textWith(window.messages.text("foot.noSite")));
        window.shot(robot, "01-first");
        robot.find(LIST).clickRow(3);
        robot.find(By.id("plugins.site")).enter("http://plugins.nordwind.example");
        robot.find(By.id("plugins.site.add").enabled()).click();
        robot.find(By.textWith("SiteRefused"));
        window.shot(robot, "02-refused");
        robot.find(By.id("plugins.site")).enter("https://plugins.nordwind.example");
        robot.find(By.id("plugins.site.add").enabled()).click();
        robot.find(By.id("plugins.site.remove"));
        robot.find(By.textWith(window.messages.text("said.newest", 1)));
        assertThat(window.unnamed(robot)).isEmpty();
        window.shot(robot, "03-sites");
    }

    private void install(PluginsWindow window, Robot robot) {
        // From the keyboard: over the heading in between, to what the site offers.
        robot.find(LIST).focus();
        robot.press("Up");
        robot.find(By.id("plugins.brand.2"));
        robot.settle();
        robot.find(By.id("plugins.brand.2")).check(true);
        assertThat(window.unnamed(robot)).isEmpty();
        window.shot(robot, "04-offered");
        robot.find(By.id("plugins.install").enabled()).click();
        robot.find(By.textWith(window.messages.text("said.installed", "Nordwind")));
        robot.find(By.id("plugins.uninstall").enabled());
        window.shot(robot, "05-installed");
        assertThat(plugins.plugins.get(1).brands()).containsExactly(FakePlugins.NORDWIND.id());
        plugins.trouble(true);
        robot.find(By.id("plugins.trouble"));
        window.shot(robot, "06-trouble");
        robot.find(By.name(window.messages.text("trouble.again"))).click();
        robot.find(By.textWith(window.messages.text("said.tryAgain")));
        robot.settle();
        robot.find(By.id("plugins.brand.1")).check(true);
        robot.find(By.id("plugins.brands.keep").enabled()).click();
        robot.find(By.textWith(window.messages.text("said.chosen", "Nordwind")));
        assertThat(plugins.plugins.get(1).brands()).hasSize(2);
    }

    private void update(PluginsWindow window, Robot robot) {
        plugins.offered = FakePlugins.nordwind("1.1.0");
        robot.find(By.id("plugins.look").enabled()).click();
        robot.find(By.id("plugins.update").enabled());
        window.shot(robot, "07-update");
        plugins.fault = new PluginFault.DiskFull(java.nio.file.Path.of("/opt/kontor"));
        robot.find(By.id("plugins.update")).click();
        robot.find(By.textWith("DiskFull"));
        plugins.fault = null;
        robot.find(By.id("plugins.updateAll").enabled()).click();
        robot.find(By.textWith(window.messages.text("said.updatedAll")));
        robot.find(By.text(window.messages.text("foot.asked", 0)));
        assertThat(plugins.plugins.get(1).plugin().version()).isEqualTo("1.1.0");
    }

    private void back(PluginsWindow window, Robot robot) {
        robot.find(LIST).clickRow(5);
        robot.find(By.id("plugins.state.back").enabled());
        assertThat(window.unnamed(robot)).isEmpty();
        window.shot(robot, "08-states");
        robot.find(By.id("plugins.state.back").enabled()).click();
        robot.find(By.textWith(window.messages.text("said.rolledBack")));
        assertThat(plugins.plugins.get(1).plugin().version()).isEqualTo("1.0.0");
    }

    @ParameterizedTest
    @CsvSource({"en, DARK", "de, LIGHT"})
    void safeModeIsSaidOnTop(String language, ThemeChoice theme) {
        plugins.safe = true;
        try (PluginsWindow window = new PluginsWindow(plugins, Locale.of(language), theme)) {
            window.play(robot -> {
                robot.find(By.textWith(window.messages.text("safe.text")));
                robot.find(By.textWith(window.messages.text("foot.noSite")));
                window.shot(robot, "09-safe");
            });
        }
    }
}
