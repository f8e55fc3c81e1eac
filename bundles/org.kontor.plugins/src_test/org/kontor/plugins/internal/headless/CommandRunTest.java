package org.kontor.plugins.internal.headless;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.junit.jupiter.api.Test;
import org.kontor.api.account.Brand;
import org.kontor.api.account.Colour;
import org.kontor.api.id.BrandId;
import org.kontor.api.id.ClientId;
import org.kontor.api.plugin.AvailablePlugin;
import org.kontor.api.plugin.InstalledPlugin;
import org.kontor.api.plugin.Plugin;
import org.kontor.api.plugin.PluginChange;
import org.kontor.api.plugin.PluginFault;
import org.kontor.api.plugin.PluginOffer;
import org.kontor.api.plugin.PluginResult;
import org.kontor.api.plugin.PluginState;
import org.kontor.api.plugin.PluginUpdate;
import org.kontor.api.plugin.Plugins;
import org.kontor.api.store.StoreException;

class CommandRunTest {
    private static final Plugin KONTOR = new Plugin(Plugins.HOUSE, "Kontor", "0.1.0", "", "", "");
    private static final Plugin NORD = new Plugin("sample.nordwind", "Nordwind", "1.0.0", "Nordwind GmbH", "", "");
    private static final URI SITE = URI.create("https://a.example");
    private static final Brand ONE = brand(1, "Nordwind");
    private static final Brand TWO = brand(2, "Südsee");

    private final List<String> out = new ArrayList<>();
    private final List<String> said = new ArrayList<>();
    private final List<String> asked = new ArrayList<>();
    private List<Brand> brands = List.of(ONE, TWO);

    @Test
    void brandsAreNamedNotNumbered() {
        assertThat(run("install sample.nordwind --site https://a.example --brands nordwind"))
                .isZero();
        assertThat(asked).containsExactly("install sample.nordwind https://a.example [1]");
        assertThat(out).containsExactly("added sample.nordwind 1.0.0 (Nordwind, Nordwind GmbH)");
        assertThat(said).singleElement().asString().contains("next start");
        assertThat(run("list")).isZero();
        assertThat(out).contains("sample.nordwind 1.0.0 (Nordwind, Nordwind GmbH), brands: Nordwind");
    }

    @Test
    void withoutBrandsItIsSaidHowToChooseThem() {
        assertThat(run("install sample.nordwind")).isZero();
        assertThat(asked).containsExactly("install sample.nordwind null []");
        assertThat(said).anyMatch(line -> line.contains("kontor plugins brands sample.nordwind"));
    }

    @Test
    void anUnknownBrandChangesNothing() {
        assertThat(run("install sample.nordwind --brands Nord")).isEqualTo(1);
        assertThat(asked).isEmpty();
        assertThat(said).singleElement().asString().contains("no brand Nord", "Nordwind", "Südsee");
    }

    @Test
    void whileAWindowHasTheStoreItIsSaidWhatToDo() {
        brands = null;
        assertThat(run("brands sample.nordwind all")).isEqualTo(1);
        assertThat(said).singleElement().asString().contains("in use", "Close the window");
    }

    @Test
    void withoutAStateTheLastOneComesBack() {
        assertThat(run("rollback")).isZero();
        assertThat(run("rollback 11")).isZero();
        assertThat(run("rollback yesterday")).isEqualTo(1);
        assertThat(asked).containsExactly("rollback 22", "rollback 11");
    }

    @Test
    void aProgramReadsJson() {
        assertThat(run("history --json")).isZero();
        assertThat(String.join("", out)).contains("\"state\" : 33", "\"current\" : true", "\"kept\" : false");
    }

    @Test
    void aSiteThatDoesNotAnswerIsAFailureThoughOthersAnswered() {
        assertThat(run("available")).isEqualTo(1);
        assertThat(out).hasSize(1);
        assertThat(said).containsExactly("NoSite[]");
    }

    @Test
    void aSiteInClearIsNotEvenAsked() {
        assertThat(run("available --site http://example.com")).isEqualTo(1);
        assertThat(asked).isEmpty();
        assertThat(said).containsExactly("SiteRefused[address=http://example.com]");
    }

    @Test
    void aWrongLineShowsWhatThereIs() {
        assertThat(run("jump")).isEqualTo(2);
        assertThat(out).singleElement().asString().contains("rollback [STATE]");
    }

    private int run(String line) {
        return new CommandRun(
                        new Few(),
                        () -> {
                            if (brands == null) {
                                throw new StoreException(StoreException.Kind.LOCKED, "in use", null);
                            }
                            return brands;
                        },
                        out::add,
                        said::add,
                        new NullProgressMonitor())
                .run(Command.parse(List.of(line.split(" "))));
    }

    private static Brand brand(long id, String name) {
        return new Brand(new BrandId(id), new ClientId(1), name, Colour.of("#336699"), ZoneOffset.UTC, "");
    }

    /** Answers from memory and writes down what changes. */
    private final class Few implements Plugins {
        private static <T> PluginResult<T> done(T value) {
            return new PluginResult.Done<>(value);
        }

        @Override
        public PluginResult<List<InstalledPlugin>> installed() {
            return done(List.of(
                    new InstalledPlugin(KONTOR, true, Set.of(), Set.of(), List.of()),
                    new InstalledPlugin(NORD, false, Set.of("sample.nordwind"), Set.of(ONE.id()), List.of())));
        }

        @Override
        public List<URI> sites() {
            return List.of(SITE);
        }

        @Override
        public PluginResult<URI> addSite(String address) {
            return done(URI.create(address));
        }

        @Override
        public void removeSite(URI site) {
            asked.add("remove " + site);
        }

        @Override
        public PluginResult<PluginOffer<AvailablePlugin>> available(URI site, IProgressMonitor monitor) {
            return done(new PluginOffer<>(
                    List.of(new AvailablePlugin(NORD, SITE, null)), List.of(new PluginFault.NoSite())));
        }

        @Override
        public PluginResult<PluginChange> install(String id, URI site, Set<BrandId> wanted, IProgressMonitor monitor) {
            asked.add("install " + id + " " + site + " "
                    + wanted.stream().map(BrandId::value).sorted().toList());
            return done(new PluginChange(List.of(NORD), List.of()));
        }

        @Override
        public PluginResult<PluginOffer<PluginUpdate>> updates(URI site, IProgressMonitor monitor) {
            return done(new PluginOffer<>(List.of(), List.of()));
        }

        @Override
        public PluginResult<PluginChange> update(Set<String> ids, URI site, IProgressMonitor monitor) {
            asked.add("update " + ids);
            return done(PluginChange.NONE);
        }

        @Override
        public PluginResult<PluginChange> uninstall(String id, IProgressMonitor monitor) {
            asked.add("uninstall " + id);
            return done(new PluginChange(List.of(), List.of(NORD)));
        }

        @Override
        public PluginResult<InstalledPlugin> choose(String id, Set<BrandId> wanted) {
            asked.add("choose " + id + " " + wanted);
            return done(new InstalledPlugin(NORD, false, Set.of(), wanted, List.of()));
        }

        @Override
        public PluginResult<List<PluginState>> history(IProgressMonitor monitor) {
            return done(List.of(state(33, true, true), state(22, false, false), state(11, false, true)));
        }

        private static PluginState state(long id, boolean current, boolean kept) {
            return new PluginState(id, Instant.ofEpochMilli(id), List.of(KONTOR), current, kept);
        }

        @Override
        public PluginResult<PluginChange> rollBack(long state, IProgressMonitor monitor) {
            asked.add("rollback " + state);
            return done(PluginChange.NONE);
        }

        @Override
        public boolean restartNeeded() {
            return false;
        }

        @Override
        public String explain(PluginFault fault, Locale locale) {
            return fault.toString();
        }
    }
}
