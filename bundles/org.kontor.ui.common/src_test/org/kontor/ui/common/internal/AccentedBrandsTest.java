package org.kontor.ui.common.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.junit.jupiter.api.Test;
import org.kontor.api.account.Brand;
import org.kontor.api.account.Colour;
import org.kontor.api.id.BrandId;
import org.kontor.api.id.ClientId;
import org.kontor.api.plugin.Contribution;
import org.kontor.api.plugin.Guard;
import org.kontor.api.plugin.Guarded;
import org.kontor.api.plugin.PluginBrands;
import org.kontor.api.plugin.Trouble;
import org.kontor.ui.api.theme.BrandAccent;

class AccentedBrandsTest {
    private static final Colour ORANGE = Colour.of("#c2410c");
    private static final Colour GREEN = Colour.of("#0f766e");

    private final Brand nordwind = brand(1, "Nordwind");
    private final Brand alma = brand(2, "Alma");
    private final Set<BrandId> seen = new HashSet<>();
    private final AccentedBrands colours = new AccentedBrands(guard(), walls());

    private record Accent(Function<BrandId, Optional<Colour>> says) implements BrandAccent {
        @Override
        public String id() {
            return "sample.accent";
        }

        @Override
        public Optional<Colour> accent(BrandId brand) {
            return says.apply(brand);
        }
    }

    private static Brand brand(long id, String name) {
        return new Brand(new BrandId(id), new ClientId(1), name, ORANGE, ZoneId.of("Europe/Berlin"), "");
    }

    @SuppressWarnings("unchecked")
    private static Guard guard() {
        return (Guard) Proxy.newProxyInstance(
                Guard.class.getClassLoader(), new Class<?>[] {Guard.class}, (proxy, method, args) -> {
                    try {
                        return new Guarded.Answered<>(
                                ((Guard.Call<Object, Object>) args[4]).on(args[2], new NullProgressMonitor()));
                    } catch (IllegalStateException e) {
                        return new Guarded.Failed<>(new Trouble(
                                new Contribution("sample", Contribution.Kind.BRAND_ACCENT, "sample.accent"),
                                Trouble.Reason.THREW,
                                "",
                                Instant.EPOCH,
                                1,
                                false));
                    }
                });
    }

    private PluginBrands walls() {
        return (PluginBrands) Proxy.newProxyInstance(
                PluginBrands.class.getClassLoader(),
                new Class<?>[] {PluginBrands.class},
                (proxy, method, args) -> seen.contains((BrandId) args[1]));
    }

    @Test
    void anAccentTakesTheColoursPlaceWhereItsBundleSeesTheBrand() {
        colours.add(new Accent(brand -> Optional.of(GREEN)));
        seen.add(nordwind.id());
        assertThat(colours.shown(List.of(nordwind, alma)))
                .extracting(Brand::colour)
                .containsExactly(GREEN, ORANGE);
        assertThat(colours.shown(nordwind).name()).isEqualTo("Nordwind");
        seen.clear();
        assertThat(colours.shown(nordwind)).isEqualTo(nordwind);
    }

    @Test
    void anAccentIsAskedOnceForABrandAndForgottenWhenItLeaves() {
        int[] asked = new int[1];
        Accent accent = new Accent(brand -> {
            asked[0]++;
            return Optional.of(GREEN);
        });
        colours.add(accent);
        seen.add(nordwind.id());
        for (int i = 0; i < 10; i++) {
            colours.shown(nordwind);
        }
        assertThat(asked[0]).isEqualTo(1);
        colours.remove(accent);
        assertThat(colours.shown(nordwind)).isEqualTo(nordwind);
    }

    @Test
    void oneThatFailsOrHasNothingToSayLeavesTheNextItsTurn() {
        seen.add(nordwind.id());
        colours.add(new Accent(brand -> {
            throw new IllegalStateException("no colour");
        }));
        colours.add(new Accent(brand -> Optional.empty()));
        assertThat(colours.shown(nordwind)).isEqualTo(nordwind);
        colours.add(new Accent(brand -> Optional.of(GREEN)));
        assertThat(colours.shown(nordwind).colour()).isEqualTo(GREEN);
    }
}
