package org.kontor.store.internal.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kontor.api.access.User;
import org.kontor.store.TestGrants;
import org.kontor.store.internal.engine.StoreLog;

/** What the person at the keyboard is called. */
class LocalUserTest {
    private static final StoreOptions OPTIONS = StoreOptions.of(InstantSource.system(), StoreLog.NONE);

    @TempDir
    Path folder;

    private User local(StoreOptions options) {
        try (EmbeddedStore store = EmbeddedStore.open(folder, options)) {
            return store.read(new TestGrants().current(), rows -> rows.users()).stream()
                    .filter(user -> user.id().equals(User.LOCAL))
                    .findFirst()
                    .orElseThrow();
        }
    }

    @Test
    void aNewStoreTakesTheNameThatItIsToldAndKeepsIt() {
        User told = local(OPTIONS.calling("Jana Brandt"));
        assertThat(told.name()).isEqualTo("Jana Brandt");
        assertThat(told.initials()).isEqualTo("JB");
        assertThat(local(OPTIONS)).isEqualTo(told);
    }

    @Test
    void withoutOneItIsTheNameThatTheSystemKnows() {
        assertThat(local(OPTIONS).name()).isEqualTo(System.getProperty("user.name"));
    }
}
