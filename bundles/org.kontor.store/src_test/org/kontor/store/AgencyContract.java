package org.kontor.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.kontor.store.World.NOW;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.kontor.api.access.Right;
import org.kontor.api.access.ScopeException;
import org.kontor.api.access.User;
import org.kontor.api.account.Account;
import org.kontor.api.account.AccountStatus;
import org.kontor.api.account.Brand;
import org.kontor.api.account.Client;
import org.kontor.api.channel.Cursor;
import org.kontor.api.channel.Fault;
import org.kontor.api.channel.FaultKind;
import org.kontor.api.id.BrandId;

/** Clients, brands, accounts. */
public abstract class AgencyContract extends StoreContract {
    protected AgencyContract(Engine engine, Path folder) {
        super(engine, folder);
    }

    @Test
    void theTwoFirstUsersAreThere() {
        List<User> users = store.read(world.all, rows -> rows.users());
        assertThat(users).extracting(User::id).containsExactlyInAnyOrder(User.SYSTEM, User.LOCAL);
        assertThat(users).allSatisfy(user -> assertThat(user.initials()).isNotBlank());
    }

    @Test
    void aNewBrandIsGrantedToEveryUser() {
        Map<BrandId, Set<Right>> grants = store.read(world.onlyAlma, rows -> rows.grantsOf(User.LOCAL));
        assertThat(grants)
                .containsOnlyKeys(world.nordwind.id(), world.alma.id())
                .allSatisfy((brand, rights) -> assertThat(rights).containsExactlyInAnyOrder(Right.values()));
    }

    @Test
    void grantsOfOthersAreForTheAgencyOnly() {
        read(world.onlyAlma, rows -> assertThat(rows.grantsOf(User.SYSTEM)).isEmpty());
        read(world.all, rows -> assertThat(rows.grantsOf(User.SYSTEM)).hasSize(2));
    }

    @Test
    void whatWasSavedComesBack() {
        read(world.all, rows -> {
            assertThat(rows.clients()).containsExactly(world.client);
            assertThat(rows.brands()).containsExactly(world.alma, world.nordwind);
            assertThat(rows.brand(world.alma.id())).contains(world.alma);
            assertThat(rows.accounts()).containsExactly(world.almaMail, world.sky, world.mail);
            assertThat(rows.account(world.nordwind.id(), world.mail.id())).contains(world.mail);
        });
    }

    @Test
    void savingAgainReplaces() {
        Brand renamed = Bend.with(world.alma, "name", "Älma");
        Account changed = Bend.with(world.almaMail, "settings", Map.of("port", "993"), "active", false);
        Client merged = Bend.with(world.client, "name", "Nordlicht AG");
        write(world.all, rows -> {
            rows.saveBrand(renamed);
            rows.saveAccount(changed);
            rows.saveClient(merged);
        });
        read(world.all, rows -> {
            assertThat(rows.brand(renamed.id())).contains(renamed);
            assertThat(rows.account(renamed.id(), changed.id())).contains(changed);
            assertThat(rows.clients()).containsExactly(merged);
        });
    }

    @Test
    void aNewBrandOrClientNeedsTheAgency() {
        Brand third = world.brand("Third", "Europe/Berlin");
        assertThatExceptionOfType(ScopeException.class)
                .isThrownBy(() -> write(world.onlyAlma, rows -> {
                    rows.saveBrand(third);
                }));
        assertThatExceptionOfType(ScopeException.class)
                .isThrownBy(() -> write(world.onlyAlma, rows -> {
                    rows.saveClient(Bend.with(world.client, "name", "Mine"));
                }));
    }

    @Test
    void anAccountNobodyHasReadSaysSo() {
        read(
                world.onlyAlma,
                rows -> assertThat(rows.accountStatuses()).containsExactly(AccountStatus.unread(world.almaMail.id())));
    }

    @Test
    void aStatusKeepsItsFault() {
        AccountStatus status = new AccountStatus(
                world.mail.id(),
                NOW,
                NOW.minusSeconds(5),
                null,
                new Fault(FaultKind.AUTH, "535 5.7.8", "imap.password", NOW.plusSeconds(60)),
                NOW.plusSeconds(90),
                NOW.plusSeconds(1000));
        write(world.onlyNordwind, rows -> {
            rows.saveStatus(status);
        });
        read(
                world.onlyNordwind,
                rows -> assertThat(rows.accountStatuses()).contains(status, AccountStatus.unread(world.sky.id())));
    }

    @Test
    void aCursorStartsAtTheStart() {
        read(
                world.all,
                rows -> assertThat(rows.cursor(world.nordwind.id(), world.mail.id()))
                        .isEqualTo(Cursor.START));
    }
}
