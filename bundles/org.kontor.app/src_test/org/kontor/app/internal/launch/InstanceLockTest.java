package org.kontor.app.internal.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InstanceLockTest {
    @TempDir
    Path folder;

    @Test
    void theSecondStartGetsNoLock() throws Exception {
        try (InstanceLock first = InstanceLock.take(folder).orElseThrow()) {
            assertThat(first).isNotNull();
            assertThat(InstanceLock.take(folder)).isEmpty();
        }
        try (InstanceLock again = InstanceLock.take(folder).orElseThrow()) {
            assertThat(again).isNotNull();
        }
    }

    @Test
    void theSecondStartRaisesTheFirst() throws Exception {
        try (InstanceLock first = InstanceLock.take(folder).orElseThrow()) {
            CountDownLatch raised = new CountDownLatch(1);
            first.onRequest(raised::countDown);
            assertThat(InstanceLock.askToRaise(folder)).isTrue();
            assertThat(raised.await(5, TimeUnit.SECONDS)).isTrue();
        }
    }
}
