package org.kontor.plugins.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RunningBundlesTest {
    @Test
    void aLineNamesABundleAndItsVersion() {
        assertThat(RunningBundles.listed("a.b,1.2,plugins/a.b_1.2.jar,4,false")).contains("a.b 1.2.0");
        assertThat(RunningBundles.listed("#version=1")).isEmpty();
        assertThat(RunningBundles.listed("")).isEmpty();
    }
}
