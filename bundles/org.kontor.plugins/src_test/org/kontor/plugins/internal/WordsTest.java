package org.kontor.plugins.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.kontor.api.plugin.PluginFault;

class WordsTest {
    private static final URI SITE = URI.create("https://plugins.example.com");

    private static final List<PluginFault> ALL = List.of(
            new PluginFault.SiteUnreachable(SITE, "Connection refused"),
            new PluginFault.SiteRefused("http://example.com"),
            new PluginFault.NoSite(),
            new PluginFault.NoSuchPlugin("a.b"),
            new PluginFault.NeedsMissing("a.b", "bundle c 1.0.0"),
            new PluginFault.DoesNotFit("it's odd"),
            new PluginFault.NotGenuine("sum"),
            new PluginFault.HouseName("org.kontor.evil"),
            new PluginFault.DiskFull(Path.of("/opt/kontor")),
            new PluginFault.ReadOnly(Path.of("/opt/kontor")),
            new PluginFault.Busy(),
            new PluginFault.NoInstallation(),
            new PluginFault.StateGone("a.b 1.0.0"),
            new PluginFault.Cancelled(),
            new PluginFault.Broken("{0} in odd text"));

    @Test
    void everyFaultIsSaidInBothLanguagesWithWhatItIsAbout() {
        assertThat(ALL).hasSize(PluginFault.class.getPermittedSubclasses().length);
        for (PluginFault fault : ALL) {
            String english = Words.explain(fault, Locale.ENGLISH);
            String german = Words.explain(fault, Locale.GERMAN);
            assertThat(english).isNotBlank().isNotEqualTo(german).doesNotContain("''");
            assertThat(german).isNotBlank().doesNotContain("''");
        }
        assertThat(Words.explain(ALL.get(0), Locale.ENGLISH))
                .contains("https://plugins.example.com", "Connection refused", "Check the address");
        assertThat(Words.explain(ALL.get(4), Locale.GERMAN)).contains("a.b", "bundle c 1.0.0");
        assertThat(Words.explain(ALL.get(14), Locale.ENGLISH)).contains("{0} in odd text");
    }
}
