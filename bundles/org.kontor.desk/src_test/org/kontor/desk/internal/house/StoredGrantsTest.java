package org.kontor.desk.internal.house;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.function.Consumer;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kontor.api.access.Grants;
import org.kontor.api.access.Right;
import org.kontor.api.access.Scope;
import org.kontor.api.access.ScopeException;
import org.kontor.api.account.Brand;
import org.kontor.api.account.Colour;
import org.kontor.api.id.UserId;
import org.kontor.api.store.ReadRows;
import org.kontor.api.store.Store;
import org.kontor.api.store.WriteRows;
import org.kontor.desk.internal.Desk;

class StoredGrantsTest {
    private final Desk desk;
    private final Brand other;

    StoredGrantsTest(@TempDir Path folder) {
        desk = new Desk(folder);
        other = desk.setup.createBrand(
                desk.scope(), null, "Alma", Colour.of("#0f766e"), ZoneId.of("Europe/Berlin"), "");
        desk.guard.hidden.add(other.id());
    }

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void theHouseAndThePlatformSeeEverything() {
        for (String bundle : new String[] {"org.kontor.ui.inbox", "org.eclipse.e4.core.contexts"}) {
            Scope scope = desk.grantsOf(bundle).current();
            assertThat(scope.brands()).containsExactlyInAnyOrder(desk.brand.id(), other.id());
            assertThat(scope.agency()).isTrue();
        }
    }

    @Test
    void aPlugInReadsAndAnswersForItsBrandsAndSetsNothingUp() {
        Scope scope = desk.grantsOf("sample.nordwind").current();
        assertThat(scope.brands(Right.READ)).containsExactly(desk.brand.id());
        assertThat(scope.brands(Right.ANSWER)).containsExactly(desk.brand.id());
        assertThat(scope.brands(Right.SET_UP)).isEmpty();
        assertThat(scope.agency()).isFalse();
        assertThat(desk.store().read(scope, ReadRows::brands)).containsExactly(desk.brand);
    }

    @Test
    void aPersonOfATeamIsWhoTheLoginSaysAndDoesNotTheHousesWork() {
        Store shared = new Store() {
            @Override
            public <T> T read(Scope scope, Function<ReadRows, T> work) {
                return desk.store().read(scope, work);
            }

            @Override
            public <T> T write(Scope scope, Function<WriteRows, T> work) {
                return desk.store().write(scope, work);
            }

            @Override
            public Registration onCommit(Consumer<Long> hint) {
                return desk.store().onCommit(hint);
            }

            @Override
            public UserId user() {
                return new UserId(77);
            }

            @Override
            public boolean keepsHouse() {
                return false;
            }
        };
        Grants grants = StoredGrants.of(shared, desk.guard, "org.kontor.runner");
        assertThat(grants.current().user()).isEqualTo(new UserId(77));
        assertThat(grants.current().brands()).isEmpty();
        assertThat(grants.system().brands()).isEmpty();
        assertThat(desk.grantsOf("org.kontor.runner").system().brands()).hasSize(2);
    }

    @Test
    void aPlugInNeverActsForTheHouse() {
        Grants grants = desk.grantsOf("sample.nordwind");
        assertThatThrownBy(grants::system).isInstanceOf(ScopeException.class);
        assertThatThrownBy(() -> grants.system(desk.brand.id())).isInstanceOf(ScopeException.class);
    }
}
