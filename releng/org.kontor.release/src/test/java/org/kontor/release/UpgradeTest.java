package org.kontor.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An installation takes the next build of the product from its site, and keeps what people entered and installed. */
@Tag("samples")
class UpgradeTest {
    private static final String NORDWIND = "sample.nordwind.feature";
    private static final String PRODUCT = "org.kontor.product";
    private static final String SETTINGS = "agency/plugins/settings/sample.nordwind.properties";

    @TempDir
    private Path folder;

    @Test
    void anUpgradeKeepsDataAndPlugIns() throws Exception {
        assumeTrue(System.getenv("DISPLAY") != null, "needs a display, such as the one of ./kontor verify");
        Installation product = Installation.unpacked(folder);
        Path data = folder.resolve("data");
        try (WebSite site = new WebSite(SampleSites.of("1.0.0"))) {
            product.plugins(data, "install", NORDWIND, "--site", site.address().toString(), "--brands", "none");
        }
        assertStarts(product, data);
        enter(data);
        String setting = Files.readString(data.resolve(SETTINGS));

        NextBuild next = NextBuild.of(Site.of(Checkout.ROOT).folder(), folder.resolve("next"));
        try (WebSite site = new WebSite(next.site())) {
            assertThat(product.plugins(
                            data, "update", PRODUCT, "--site", site.address().toString()))
                    .contains("added " + PRODUCT + " 0.1.0." + next.version());
        }

        assertThat(product.roots())
                .contains(PRODUCT + "/0.1.0." + next.version())
                .contains(NORDWIND + ".feature.group/1.0.0.");
        assertThat(running(product))
                .filteredOn(line -> line.startsWith("org.kontor."))
                .isNotEmpty()
                .allMatch(line -> line.contains(next.version()));
        assertThat(running(product)).anyMatch(line -> line.startsWith("sample.nordwind,1.0.0."));
        assertStarts(product, data);
        assertThat(clients(data)).containsExactly("Kept & Sons");
        assertThat(Files.readString(data.resolve(SETTINGS))).isEqualTo(setting);
    }

    private static void assertStarts(Installation product, Path data) throws Exception {
        Run run = product.start(data, "--exit-after-start");
        assertThat(run.code()).as(run.output()).isZero();
        assertThat(run.output()).containsPattern("kontor: started in \\d+ ms");
    }

    /** The bundles that the next start will have. */
    private static List<String> running(Installation product) throws Exception {
        return Files.readAllLines(
                product.home().resolve("configuration/org.eclipse.equinox.simpleconfigurator/bundles.info"));
    }

    /** A client in the store, and a setting of the plug-in. */
    private static void enter(Path data) throws Exception {
        try (Connection store = open(data);
                Statement statement = store.createStatement()) {
            statement.execute("INSERT INTO client (id, name) VALUES (77, 'Kept & Sons')");
        }
        Files.createDirectories(data.resolve(SETTINGS).getParent());
        Files.writeString(data.resolve(SETTINGS), "address=https\\://shop.example\n");
    }

    private static List<String> clients(Path data) throws Exception {
        try (Connection store = open(data);
                Statement statement = store.createStatement();
                ResultSet rows = statement.executeQuery("SELECT name FROM client")) {
            List<String> names = new ArrayList<>();
            while (rows.next()) {
                names.add(rows.getString(1));
            }
            return names;
        }
    }

    private static Connection open(Path data) throws Exception {
        return DriverManager.getConnection("jdbc:sqlite:" + data.resolve("agency/kontor.db"));
    }
}
