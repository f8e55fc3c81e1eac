package org.kontor.ui.plugins.internal.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.kontor.api.plugin.AvailablePlugin;
import org.kontor.api.plugin.InstalledPlugin;
import org.kontor.api.plugin.PluginFault;
import org.kontor.api.plugin.Trouble;

class PluginsModelTest {
    private final FakePlugins fake = new FakePlugins();
    private final HandWork work = new HandWork();
    private final PluginsModel model = new PluginsModel(fake.services(work), Messages.of(Locale.ENGLISH));

    private void loadAndLook() {
        fake.sites.add(FakePlugins.SITE);
        model.reload();
        work.doAll();
        model.look();
        work.doAll();
    }

    private void install() {
        loadAndLook();
        AvailablePlugin offered = model.shelf().fresh().get(0);
        model.select(new Node.Offered(offered.plugin().id()));
        model.install(offered, Set.of(FakePlugins.NORDWIND.id()));
        work.doAll();
    }

    private InstalledPlugin nordwind() {
        return model.shelf().installed("sample.nordwind").orElseThrow();
    }

    @Test
    void theHouseIsListedFirstAndTheSitesAreNotAskedUnasked() {
        model.reload();
        assertThat(model.idle()).isFalse();
        work.doAll();
        assertThat(model.idle()).isTrue();
        assertThat(titles()).containsExactly("Installed", "Kontor", "More", "Sites", "Earlier states");
        assertThat(model.shelf().asked()).isFalse();
        assertThat(model.selected()).contains(new Node.Installed("org.kontor.product"));
    }

    @Test
    void whatIsInstalledMovesOverKeepsItsBrandsAndAsksForARestart() {
        install();
        assertThat(titles()).containsExactly("Installed", "Kontor", "Nordwind", "More", "Sites", "Earlier states");
        assertThat(nordwind().brands()).containsExactly(FakePlugins.NORDWIND.id());
        assertThat(model.selected()).contains(new Node.Installed("sample.nordwind"));
        assertThat(model.shelf().restart()).isTrue();
        assertThat(model.notice().text()).contains("Nordwind is installed", "next start");
    }

    @Test
    void anUpdateIsShownAtItsRowAndGoneOnceItIsThere() {
        install();
        fake.offered = FakePlugins.nordwind("1.1.0");
        model.look();
        work.doAll();
        assertThat(model.notice().text()).isEqualTo("There is 1 update.");
        assertThat(row("Nordwind").state()).isEqualTo("Update");
        assertThat(model.shelf().outdated()).isOne();
        model.update(model.shelf().update("sample.nordwind").orElseThrow());
        work.doAll();
        assertThat(nordwind().plugin().version()).isEqualTo("1.1.0");
        assertThat(row("Nordwind").state()).isEmpty();
        assertThat(model.shelf().outdated()).isZero();
    }

    @Test
    void whatWasUninstalledIsOfferedAgainAndComesBackWithItsState() {
        install();
        model.uninstall(nordwind());
        work.doAll();
        assertThat(titles()).contains("Available", "Nordwind");
        assertThat(model.selected()).contains(new Node.Offered("sample.nordwind"));
        model.rollBack(model.shelf().states().get(1));
        work.doAll();
        assertThat(nordwind().brands()).containsExactly(FakePlugins.NORDWIND.id());
    }

    @Test
    void aFaultIsSaidInTheUsersLanguageAndChangesNothing() {
        loadAndLook();
        fake.fault = new PluginFault.Busy();
        model.install(model.shelf().fresh().get(0), Set.of());
        work.doAll();
        assertThat(model.notice()).isEqualTo(new PluginsModel.Notice(true, "en Busy[]"));
        assertThat(model.shelf().installed()).hasSize(1);
        model.look();
        work.doAll();
        assertThat(model.notice().fault()).isTrue();
    }

    @Test
    void whileOneThingIsDoneNoOtherBegins() {
        loadAndLook();
        model.install(model.shelf().fresh().get(0), Set.of());
        model.updateAll();
        model.reload();
        assertThat(work.waiting()).isEqualTo(1);
        assertThat(model.doing()).isEqualTo("Installing Nordwind");
        work.doAll();
        assertThat(model.doing()).isEmpty();
    }

    @Test
    void aTroubleThatComesUpIsShownAndTriedAgain() {
        install();
        Trouble trouble = fake.trouble(true);
        assertThat(model.troubles(nordwind())).isEmpty();
        model.tick();
        assertThat(model.troubles(nordwind())).containsExactly(trouble);
        assertThat(row("Nordwind").state()).isEqualTo("Trouble");
        model.tryAgain(trouble);
        work.doAll();
        assertThat(model.troubles(nordwind())).isEmpty();
        assertThat(row("Nordwind").state()).isEmpty();
    }

    @Test
    void aPluginWithoutBrandsIsMarked() {
        install();
        model.choose(nordwind(), Set.of());
        work.doAll();
        assertThat(row("Nordwind").state()).isEqualTo("No brand");
    }

    @Test
    void aSiteThatIsRefusedIsNotAsked() {
        model.reload();
        work.doAll();
        model.addSite("http://example.com");
        work.doAll();
        assertThat(model.notice().fault()).isTrue();
        assertThat(model.shelf().asked()).isFalse();
        model.addSite("https://plugins.nordwind.example");
        work.doAll();
        assertThat(model.shelf().fresh()).hasSize(1);
        model.removeSite(FakePlugins.SITE);
        work.doAll();
        assertThat(model.shelf().sites()).isEmpty();
    }

    @Test
    void theFilterLeavesTheHeadingsOutThatHaveNothingBelow() {
        loadAndLook();
        model.setFilter("nord");
        assertThat(titles()).containsExactly("Available", "Nordwind");
        model.setFilter("zzz");
        assertThat(titles()).isEmpty();
    }

    @Test
    void aVersionIsSaidWithoutTheTimeOfItsBuild() {
        assertThat(Versions.brief("0.1.0.202611272116")).isEqualTo("0.1.0");
        assertThat(Versions.brief("1.0.0")).isEqualTo("1.0.0");
    }

    private List<String> titles() {
        return model.rows().stream().map(Row::title).toList();
    }

    private Row row(String title) {
        return model.rows().stream()
                .filter(row -> row.title().equals(title))
                .findFirst()
                .orElseThrow();
    }
}
