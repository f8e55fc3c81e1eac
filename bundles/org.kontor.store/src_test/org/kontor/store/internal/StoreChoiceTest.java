package org.kontor.store.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kontor.api.runner.DataFolder;
import org.kontor.api.store.StoreException;
import org.kontor.api.store.TeamDatabase.Address;
import org.kontor.store.internal.engine.StoreLog;
import org.kontor.store.internal.secret.SealedSecrets;

/** Which database a workbench uses. */
class StoreChoiceTest {
    private static final Address ADDRESS = new Address("db.example:5432,db2.example", "kontor", "anna");

    private final Path folder;

    StoreChoiceTest(@TempDir Path folder) {
        this.folder = folder;
    }

    private TeamFile team(boolean demo) {
        DataFolder here = new DataFolder() {
            @Override
            public Path path() {
                return folder;
            }

            @Override
            public boolean demo() {
                return demo;
            }
        };
        return new TeamFile(here, new SealedSecrets(here));
    }

    @Test
    void withoutASettingItIsTheFile() {
        assertThat(team(false).address()).isEmpty();
        assertThat(team(false).passwordKept()).isFalse();
    }

    @Test
    void whatIsSetIsThereAtTheNextStart() throws Exception {
        team(false).use(ADDRESS, "geheim \\ 1");
        assertThat(team(false).address()).contains(ADDRESS);
        assertThat(team(false).options(ADDRESS, StoreLog.NONE).login().password())
                .isEqualTo("geheim \\ 1");
        assertThat(Files.readString(folder.resolve(TeamFile.FILE))).doesNotContain("geheim");
    }

    @Test
    void anotherAddressKeepsThePassword() {
        team(false).use(ADDRESS, "geheim");
        Address moved = new Address("new.example", "kontor\\2", "anna");
        team(false).use(moved, null);
        assertThat(team(false).address()).contains(moved);
        assertThat(team(false).passwordKept()).isTrue();
    }

    @Test
    void whoLeavesLeavesNothing() {
        team(false).use(ADDRESS, "geheim");
        team(false).leave();
        assertThat(team(false).address()).isEmpty();
        assertThat(team(false).passwordKept()).isFalse();
    }

    @Test
    void aDemoKeepsItsOwnFile() {
        team(false).use(ADDRESS, "geheim");
        assertThat(team(true).address()).isEqualTo(Optional.empty());
    }

    @Test
    void aFileThatSaysTooLittleIsNoReasonToWorkElsewhere() throws Exception {
        Files.writeString(folder.resolve(TeamFile.FILE), "hosts=db\n");
        assertThatExceptionOfType(StoreException.class)
                .isThrownBy(() -> team(false).address())
                .withMessageContaining("team.properties");
    }

    @Test
    void aServerThatCannotBeReachedIsSaidBeforeItIsUsed() {
        assertThatExceptionOfType(StoreException.class)
                .isThrownBy(() -> team(false).test(new Address("127.0.0.1:1", "kontor", "anna"), "x"))
                .satisfies(e -> assertThat(e.kind()).isEqualTo(StoreException.Kind.UNREACHABLE));
    }
}
