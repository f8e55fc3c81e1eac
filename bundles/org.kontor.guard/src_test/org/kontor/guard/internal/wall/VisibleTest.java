package org.kontor.guard.internal.wall;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VisibleTest {
    @ParameterizedTest
    @CsvSource({
        "org.kontor.store, org.kontor.api.secret.SecretStore, false",
        "org.kontor.store, org.kontor.api.store.Store, true",
        "org.kontor.desk, org.kontor.api.access.Grants, true",
        "org.kontor.desk, org.kontor.api.desk.Intake, false",
        "org.kontor.desk, org.kontor.api.desk.Connectors, false",
        "org.kontor.desk, org.kontor.api.desk.Setup, false",
        "org.kontor.runner, org.kontor.api.runner.Runner, false",
        "org.kontor.guard, org.kontor.api.plugin.Guard, false",
        "org.kontor.guard, org.kontor.api.plugin.PluginBrands, false",
        "org.kontor.something, org.kontor.api.brandnew.Service, false",
        "org.eclipse.equinox.p2.core, org.eclipse.equinox.p2.core.IProvisioningAgent, false",
        "org.eclipse.osgi, org.eclipse.osgi.service.environment.EnvironmentInfo, true",
        "sample.other, sample.other.Prices, true",
        "sample.other, org.kontor.api.secret.SecretStore, true"
    })
    void aPlugInFindsWhatIsOfferedToIt(String owner, String type, boolean visible) {
        assertEquals(visible, Visible.toPlugin(owner, type));
    }

    @Test
    void theHouseAndThePlatformFindEverything() {
        assertTrue(Visible.inside("org.kontor.ui.inbox"));
        assertTrue(Visible.inside("org.eclipse.e4.core.contexts"));
        assertTrue(Visible.inside("org.apache.felix.scr"));
        assertFalse(Visible.inside("sample.nordwind"));
        assertFalse(Visible.inside("org.kontorplus.evil"));
        assertFalse(Visible.inside(""));
    }
}
