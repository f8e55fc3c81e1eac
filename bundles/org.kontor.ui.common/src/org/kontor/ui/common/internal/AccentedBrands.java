package org.kontor.ui.common.internal;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.jspecify.annotations.Nullable;
import org.kontor.api.account.Brand;
import org.kontor.api.account.Colour;
import org.kontor.api.id.BrandId;
import org.kontor.api.plugin.Contribution;
import org.kontor.api.plugin.Guard;
import org.kontor.api.plugin.Guarded;
import org.kontor.api.plugin.PluginBrands;
import org.kontor.ui.api.theme.BrandAccent;
import org.kontor.ui.common.brand.BrandColours;
import org.osgi.framework.Bundle;
import org.osgi.framework.FrameworkUtil;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/**
 * Asks each accent once for each brand, through the guard, and remembers what it said; whether its bundle still sees the brand is
 * asked every time. Where there is no guard, there are no accents.
 */
@Component(service = BrandColours.class)
public final class AccentedBrands implements BrandColours {
    private final Map<BrandAccent, Map<BrandId, Optional<Colour>>> said = new ConcurrentHashMap<>();
    private final List<BrandAccent> accents = new CopyOnWriteArrayList<>();

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile @Nullable Guard guard;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile @Nullable PluginBrands brands;

    public AccentedBrands() {}

    AccentedBrands(Guard guard, PluginBrands brands) {
        this.guard = guard;
        this.brands = brands;
    }

    /** An accent arrived. */
    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    public void add(BrandAccent accent) {
        accents.add(accent);
    }

    /** An accent left. */
    public void remove(BrandAccent accent) {
        accents.remove(accent);
        said.remove(accent);
    }

    @Override
    public Brand shown(Brand brand) {
        Guard calls = guard;
        PluginBrands wall = brands;
        if (calls == null || wall == null) {
            return brand;
        }
        for (BrandAccent accent : accents) {
            if (wall.sees(bundle(accent), brand.id())) {
                Optional<Colour> colour = ask(calls, accent, brand.id());
                if (colour.isPresent()) {
                    return new Brand(
                            brand.id(), brand.client(), brand.name(), colour.get(), brand.zone(), brand.signature());
                }
            }
        }
        return brand;
    }

    private Optional<Colour> ask(Guard calls, BrandAccent accent, BrandId brand) {
        Map<BrandId, Optional<Colour>> known = said.computeIfAbsent(accent, each -> new ConcurrentHashMap<>());
        Optional<Optional<Colour>> before = Optional.ofNullable(known.get(brand));
        if (before.isPresent()) {
            return before.get();
        }
        Guarded<Optional<Colour>> answer = calls.call(
                Contribution.Kind.BRAND_ACCENT,
                accent.getClass().getName(),
                accent,
                new NullProgressMonitor(),
                (each, monitor) -> each.accent(brand));
        if (answer instanceof Guarded.Answered<Optional<Colour>> answered) {
            known.put(brand, answered.value());
            return answered.value();
        }
        return Optional.empty();
    }

    private static String bundle(BrandAccent accent) {
        Bundle bundle = FrameworkUtil.getBundle(accent.getClass());
        String name = bundle == null ? null : bundle.getSymbolicName();
        return name == null ? "" : name;
    }
}
