package org.kontor.plugins.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kontor.api.plugin.PluginFault;

class SiteAddressTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://plugins.example.com/kontor",
                "file:/opt/kontor/site",
                "http://127.0.0.1:8080",
                "http://localhost/site",
                "http://[::1]:8080/site"
            })
    void whatIsSafeFromListenersIsTaken(String address) throws FaultException {
        assertThat(SiteAddress.parse("  " + address + "/ ")).hasToString(address);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://plugins.example.com",
                "http://127.0.0.1.example.com",
                "http://localhost@example.com/",
                "https://name:word@example.com/site",
                "ftp://example.com",
                "https:///site",
                "plugins.example.com",
                "file:",
                "https://exa mple.com",
                ""
            })
    void whatOthersCouldReadOrIsNoAddressIsRefused(String address) {
        assertThatThrownBy(() -> SiteAddress.parse(address))
                .isInstanceOfSatisfying(
                        FaultException.class,
                        e -> assertThat(e.fault()).isEqualTo(new PluginFault.SiteRefused(address.strip())));
    }

    @Test
    void onlyHttpOfThisMachineNeedsThePermission() throws FaultException {
        assertThat(SiteAddress.isLocalHttp(SiteAddress.parse("http://127.0.0.1:1")))
                .isTrue();
        assertThat(SiteAddress.isLocalHttp(SiteAddress.parse("https://127.0.0.1:1")))
                .isFalse();
    }
}
