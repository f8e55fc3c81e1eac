package org.kontor.plugins.internal.p2;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.nio.file.Path;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.MultiStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.equinox.p2.core.ProvisionException;
import org.junit.jupiter.api.Test;
import org.kontor.api.plugin.PluginFault;

class FaultsTest {
    private static final Path FOLDER = Path.of("/opt/kontor");
    private static final URI SITE = URI.create("https://plugins.example.com");

    @Test
    void aFullDiskIsKnownHoweverDeepItLies() {
        IStatus deep = new Status(
                IStatus.ERROR,
                "p2",
                "cannot write",
                new CoreException(error("x", new IOException("No space left on device"))));
        assertThat(Faults.ofChange(wrap(deep), FOLDER, SITE)).isEqualTo(new PluginFault.DiskFull(FOLDER));
        IStatus windows = error("There is not enough space on the disk", null);
        assertThat(Faults.ofChange(windows, FOLDER, SITE)).isEqualTo(new PluginFault.DiskFull(FOLDER));
    }

    @Test
    void aWrongSumAndABrokenSignatureAreNotGenuine() {
        IStatus sum = new Status(
                IStatus.ERROR, "p2", ProvisionException.ARTIFACT_MD5_NOT_MATCH, "Expected: 1 and found 2.", null);
        assertThat(Faults.ofChange(wrap(sum), FOLDER, SITE))
                .isEqualTo(new PluginFault.NotGenuine("Expected: 1 and found 2"));
        IStatus signature = error("Signed content", new SecurityException("digest error for a.class"));
        assertThat(Faults.ofChange(wrap(signature), FOLDER, SITE))
                .isEqualTo(new PluginFault.NotGenuine("Signed content (digest error for a.class)"));
    }

    @Test
    void aSiteThatGoesAwayIsNamedAndOnlyWhereThereIsOne() {
        IStatus gone = error("Unable to read", new ConnectException("Connection refused"));
        assertThat(Faults.ofChange(wrap(gone), FOLDER, SITE))
                .isEqualTo(new PluginFault.SiteUnreachable(SITE, "Unable to read (Connection refused)"));
        assertThat(Faults.ofChange(wrap(gone), FOLDER, null)).isInstanceOf(PluginFault.Broken.class);
        assertThat(Faults.ofSite(SITE, new ProvisionException(gone)))
                .isEqualTo(new PluginFault.SiteUnreachable(SITE, "Unable to read (Connection refused)"));
    }

    @Test
    void aCancelIsNoFaultOfAnybody() {
        assertThat(Faults.ofChange(wrap(Status.CANCEL_STATUS), FOLDER, SITE)).isEqualTo(new PluginFault.Cancelled());
    }

    @Test
    void anythingElseKeepsItsWords() {
        MultiStatus many = new MultiStatus("p2", 0, "An error occurred", null);
        many.add(error("the first.", null));
        many.add(Status.OK_STATUS);
        many.add(error("the second", null));
        assertThat(Faults.ofChange(many, FOLDER, SITE)).isEqualTo(new PluginFault.Broken("the first; the second"));
    }

    private static IStatus error(String text, Throwable cause) {
        return new Status(IStatus.ERROR, "p2", text, cause);
    }

    private static IStatus wrap(IStatus status) {
        return new MultiStatus("p2", 0, new IStatus[] {status}, "An error occurred while collecting items", null);
    }
}
