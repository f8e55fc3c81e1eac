package org.kontor.api.store;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class UiThreadTest {
    @AfterEach
    void release() {
        UiThread.release();
    }

    @Test
    void theThreadThatDrawsMayNotWait() {
        UiThread.claim();

        assertThatThrownBy(() -> UiThread.forbid("Store.read"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("Store.read");
    }

    @Test
    void everyOtherThreadMay() {
        UiThread.claim();

        assertThatCode(() -> CompletableFuture.runAsync(() -> UiThread.forbid("Store.read"))
                        .join())
                .doesNotThrowAnyException();
    }

    @Test
    void withoutAWindowEveryThreadMay() {
        assertThatCode(() -> UiThread.forbid("Store.read")).doesNotThrowAnyException();
    }
}
