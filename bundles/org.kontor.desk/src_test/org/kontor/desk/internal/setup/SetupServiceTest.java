package org.kontor.desk.internal.setup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import javax.imageio.ImageIO;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kontor.api.access.Scope;
import org.kontor.api.access.ScopeException;
import org.kontor.api.account.Account;
import org.kontor.api.account.ChannelType;
import org.kontor.api.channel.Fault;
import org.kontor.api.channel.FaultKind;
import org.kontor.api.channel.Health;
import org.kontor.api.desk.Setup;
import org.kontor.api.desk.Setup.LogoVerdict;
import org.kontor.api.desk.Setup.NewAccount;
import org.kontor.api.id.BrandId;
import org.kontor.desk.internal.Desk;
import org.kontor.desk.internal.ScriptedChannel;

class SetupServiceTest {
    private final Desk desk;

    SetupServiceTest(@TempDir Path folder) {
        desk = new Desk(folder);
    }

    @AfterEach
    void close() {
        desk.close();
    }

    private NewAccount with(String name, String value) {
        Map<String, String> values = new HashMap<>(desk.form("right").values());
        values.put(name, value);
        return new NewAccount(desk.brand.id(), ScriptedChannel.TYPE, "Account", values, Desk.NOON);
    }

    @Test
    void secretsGoToTheSecretStoreAlone() {
        assertThat(desk.account.settings()).containsOnlyKeys("host", "port");
        assertThat(desk.account.settings()).containsEntry("port", "443");
        assertThat(desk.secrets.get(desk.account.id(), "password")).contains("right");
    }

    @Test
    void aLogoIsScaledDownAndKeptAsPngWhateverItCameAs() throws IOException {
        BrandId brand = desk.brand.id();
        assertThat(desk.setup.changeLogo(desk.scope(), brand, picture("jpg", 5_000, 900)))
                .isEqualTo(LogoVerdict.KEPT);
        BufferedImage kept = ImageIO.read(new ByteArrayInputStream(logo().orElseThrow()));
        assertThat(kept.getWidth()).isEqualTo(1_300);
        assertThat(kept.getHeight()).isEqualTo(234);
        // The lower half is of another colour still.
        assertThat(new Color(kept.getRGB(650, 200)).getRed()).isGreaterThan(200);
        assertThat(new Color(kept.getRGB(650, 40)).getRed()).isLessThan(50);
        desk.setup.removeLogo(desk.scope(), brand);
        assertThat(logo()).isEmpty();
    }

    @Test
    void whatIsNoPictureBecomesNoLogo() throws IOException {
        BrandId brand = desk.brand.id();
        desk.setup.changeLogo(desk.scope(), brand, picture("png", 40, 20));
        byte[] kept = logo().orElseThrow();
        byte[] cut = Arrays.copyOf(picture("png", 400, 200), 60);
        for (byte[] wrong :
                List.of(new byte[0], "<svg/>".getBytes(StandardCharsets.UTF_8), picture("gif", 9, 9), cut)) {
            assertThat(desk.setup.changeLogo(desk.scope(), brand, wrong)).isEqualTo(LogoVerdict.NO_PICTURE);
        }
        assertThat(desk.setup.changeLogo(desk.scope(), brand, new byte[Setup.MOST_LOGO_BYTES + 1]))
                .isEqualTo(LogoVerdict.TOO_LARGE);
        assertThat(desk.setup.changeLogo(desk.scope(), brand, picture("png", 6_001, 2)))
                .isEqualTo(LogoVerdict.TOO_MANY_PIXELS);
        assertThat(logo()).hasValue(kept);
    }

    private Optional<byte[]> logo() {
        return desk.store().read(desk.scope(), rows -> rows.brandLogo(desk.brand.id()));
    }

    private static byte[] picture(String format, int width, int height) throws IOException {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = image.createGraphics();
        pen.setColor(Color.RED);
        pen.fillRect(0, height / 2, width, height);
        pen.dispose();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(image, format, out);
        return out.toByteArray();
    }

    @Test
    void theTestSaysWhatIsWrongAndKeepsNothing() {
        Health health = test(desk.form("wrong"));
        assertThat(health.well()).isFalse();
        assertThat(fault(health)).extracting(Fault::setting).isEqualTo("password");
        assertThat(desk.accounts()).hasSize(1);
        assertThat(test(desk.form("right")).well()).isTrue();
    }

    @Test
    void anAccountOfABrandThatIsNotThereYetCanBeTestedByWhoeverMaySetUp() {
        Scope nobody = desk.scope().only(Set.of());
        assertThatThrownBy(() -> desk.setup.test(
                        nobody, ScriptedChannel.TYPE, desk.form("right").values(), new NullProgressMonitor()))
                .isInstanceOf(ScopeException.class);
        Health unknown = desk.setup.test(
                desk.scope(), new ChannelType("telegraph"), Map.of("host", "a"), new NullProgressMonitor());
        assertThat(unknown.well()).isFalse();
    }

    @Test
    void aKeptAccountIsTestedWithWhatTheFormSaysAndTheSecretItKeeps() {
        assertThat(testKept(Map.of("host", "localhost")).well()).isTrue();
        assertThat(testKept(Map.of("host", "localhost", "password", "wrong")).well())
                .isFalse();
        assertThat(fault(testKept(Map.of("host", "two words"))))
                .extracting(Fault::setting)
                .isEqualTo("host");
        assertThat(desk.secrets.get(desk.account.id(), "password")).contains("right");
    }

    private Health test(NewAccount form) {
        return desk.setup.test(desk.scope(), form.channel(), form.values(), new NullProgressMonitor());
    }

    private Health testKept(Map<String, String> values) {
        return desk.setup.test(desk.scope(), desk.brand.id(), desk.account.id(), values, new NullProgressMonitor());
    }

    @Test
    void aBadSettingIsNamedBeforeAnythingIsTried() {
        for (Map.Entry<String, String> bad :
                Map.of("host", "two words", "port", "70000", "password", "").entrySet()) {
            Health health = test(with(bad.getKey(), bad.getValue()));
            Fault fault = fault(health);
            assertThat(fault.kind()).isEqualTo(FaultKind.SETTINGS);
            assertThat(fault.setting()).isEqualTo(bad.getKey());
            assertThatThrownBy(() -> desk.setup.createAccount(desk.scope(), with(bad.getKey(), bad.getValue())))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageStartingWith(bad.getKey());
        }
    }

    @Test
    void changingAnAccountKeepsASecretThatWasLeftOut() {
        Account changed = desk.setup.changeAccount(
                desk.scope(), desk.brand.id(), desk.account.id(), "New name", Map.of("host", "other.example"));
        assertThat(changed.name()).isEqualTo("New name");
        assertThat(changed.settings()).containsEntry("host", "other.example");
        assertThat(desk.secrets.get(desk.account.id(), "password")).contains("right");
    }

    @Test
    void aPausedAccountStaysPausedInTheStore() {
        desk.setup.setActive(desk.scope(), desk.brand.id(), desk.account.id(), false);
        assertThat(desk.accounts())
                .singleElement()
                .satisfies(a -> assertThat(a.active()).isFalse());
    }

    /** What the last step failed with. */
    private static Fault fault(Health health) {
        return Objects.requireNonNull(health.checks().getLast().fault());
    }
}
