package org.kontor.api.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.kontor.api.id.BrandId;
import org.kontor.api.id.UserId;

class ScopeTest {
    private static final UserId MIRA = new UserId(40);
    private static final BrandId TEA = new BrandId(1);
    private static final BrandId BIKES = new BrandId(2);
    private static final BrandId SHOES = new BrandId(3);

    private final Scope scope =
            new Scope(MIRA, true, Map.of(TEA, Set.of(Right.READ, Right.ANSWER), BIKES, Set.of(Right.READ)));

    @Test
    void aBrandThatIsNotHeldAllowsNothing() {
        for (Right right : Right.values()) {
            assertThat(scope.allows(SHOES, right)).isFalse();
        }
        assertThatThrownBy(() -> scope.require(SHOES, Right.READ))
                .isInstanceOf(ScopeException.class)
                .hasMessageContaining("user:28")
                .hasMessageContaining("READ")
                .hasMessageContaining("brand:3");
    }

    @Test
    void brandsAreListedByTheRightThatIsHeld() {
        assertThat(scope.brands()).containsExactlyInAnyOrder(TEA, BIKES);
        assertThat(scope.brands(Right.ANSWER)).containsExactly(TEA);
        assertThat(scope.brands(Right.SET_UP)).isEmpty();
        assertThatNoException().isThrownBy(() -> scope.require(TEA, Right.ANSWER));
    }

    @Test
    void narrowingKeepsOnlyWantedBrandsAndDropsTheAgency() {
        Scope tea = scope.only(Set.of(TEA, SHOES));
        assertThat(tea.brands()).containsExactly(TEA);
        assertThat(tea.allows(TEA, Right.ANSWER)).isTrue();
        assertThat(tea.user()).isEqualTo(MIRA);
        assertThat(tea.agency()).isFalse();
        assertThatThrownBy(tea::requireAgency).isInstanceOf(ScopeException.class);
        assertThatNoException().isThrownBy(scope::requireAgency);
    }

    @Test
    void narrowingTwiceNeverBringsABrandBack() {
        assertThat(scope.only(Set.of(TEA)).only(Set.of(TEA, BIKES)).brands()).containsExactly(TEA);
        assertThat(scope.only(Set.of()).only(Set.of(TEA, BIKES)).brands()).isEmpty();
    }

    @Test
    void narrowingNeverWidensWhateverIsAskedFor() {
        long seed = 20_260_301L;
        Random random = new Random(seed);
        for (int round = 0; round < 2_000; round++) {
            Scope wide = new Scope(MIRA, random.nextBoolean(), randomRights(random));
            Set<BrandId> wanted = randomRights(random).keySet();
            Scope narrow = wide.only(wanted);
            for (Right right : Right.values()) {
                Set<BrandId> expected =
                        wide.brands(right).stream().filter(wanted::contains).collect(Collectors.toSet());
                assertThat(narrow.brands(right))
                        .as("seed %d, round %d, %s", seed, round, right)
                        .isEqualTo(expected);
            }
        }
    }

    @Test
    void laterChangesToTheGivenRightsDoNotReachTheScope() {
        Map<BrandId, Set<Right>> rights = new HashMap<>();
        Set<Right> read = new HashSet<>(Set.of(Right.READ));
        rights.put(TEA, read);
        Scope copy = new Scope(MIRA, false, rights);
        read.add(Right.SET_UP);
        rights.put(SHOES, Set.of(Right.READ));
        assertThat(copy.brands()).containsExactly(TEA);
        assertThat(copy.allows(TEA, Right.SET_UP)).isFalse();
    }

    private static Map<BrandId, Set<Right>> randomRights(Random random) {
        Map<BrandId, Set<Right>> rights = new HashMap<>();
        for (int brand = 1; brand <= 6; brand++) {
            if (random.nextBoolean()) {
                Set<Right> held = EnumSet.noneOf(Right.class);
                for (Right right : Right.values()) {
                    if (random.nextBoolean()) {
                        held.add(right);
                    }
                }
                rights.put(new BrandId(brand), held);
            }
        }
        return rights;
    }
}
