package org.kontor.guard.internal.brand;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.kontor.api.access.Scope;
import org.kontor.api.id.BrandId;
import org.kontor.api.plugin.PluginBrands;
import org.kontor.api.runner.DataFolder;
import org.kontor.api.store.UiThread;
import org.kontor.guard.internal.file.KeptRecord;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.log.Logger;
import org.osgi.service.log.LoggerFactory;

/** Keeps the choice in a file of the data folder. A bundle that two plug-ins bring sees the brands of both. */
@Component(service = PluginBrands.class)
public final class ChosenBrands implements PluginBrands {
    static final String FILE = "plugin-brands.json";

    /** One plug-in as it is kept. */
    record Choice(String plugin, List<String> bundles, List<Long> brands) {}

    /** All of them. */
    record Kept(List<Choice> plugins) {}

    private final KeptRecord<Kept> file;
    private final Map<String, Choice> choices = new TreeMap<>();
    private volatile Map<String, Set<BrandId>> seen = Map.of();
    private volatile Map<String, Set<BrandId>> chosen = Map.of();

    @Activate
    public ChosenBrands(@Reference DataFolder folder, @Reference(service = LoggerFactory.class) Logger log) {
        file = new KeptRecord<>(folder.path().resolve(FILE), Kept.class, log);
        file.read().ifPresent(kept -> kept.plugins().forEach(choice -> choices.put(choice.plugin(), choice)));
        spread();
    }

    @Override
    public boolean sees(String bundle, BrandId brand) {
        return bundle.startsWith(HOUSE) || seen.getOrDefault(bundle, Set.of()).contains(brand);
    }

    @Override
    public Scope narrow(String bundle, Scope scope) {
        return bundle.startsWith(HOUSE) ? scope : scope.only(seen.getOrDefault(bundle, Set.of()));
    }

    @Override
    public Set<BrandId> chosen(String plugin) {
        return chosen.getOrDefault(plugin, Set.of());
    }

    @Override
    public synchronized void choose(String plugin, Set<String> bundles, Set<BrandId> brands) {
        UiThread.forbid("PluginBrands.choose");
        for (String bundle : bundles) {
            if (bundle.startsWith(HOUSE)) {
                throw new IllegalArgumentException(bundle + " has a name of the house; no plug-in may bring it");
            }
        }
        Map<String, Choice> next = new TreeMap<>(choices);
        next.put(
                plugin,
                new Choice(
                        plugin,
                        bundles.stream().sorted().toList(),
                        brands.stream().map(BrandId::value).sorted().toList()));
        become(next);
    }

    @Override
    public synchronized void forget(String plugin) {
        UiThread.forbid("PluginBrands.forget");
        if (choices.containsKey(plugin)) {
            Map<String, Choice> next = new TreeMap<>(choices);
            next.remove(plugin);
            become(next);
        }
    }

    /** First on the disk, then in memory: what a plug-in sees now it sees after the next start too. */
    private void become(Map<String, Choice> next) {
        file.write(new Kept(new ArrayList<>(next.values())));
        choices.clear();
        choices.putAll(next);
        spread();
    }

    private void spread() {
        Map<String, Set<BrandId>> byBundle = new HashMap<>();
        Map<String, Set<BrandId>> byPlugin = new HashMap<>();
        for (Choice choice : choices.values()) {
            Set<BrandId> brands = choice.brands().stream().map(BrandId::new).collect(Collectors.toUnmodifiableSet());
            byPlugin.put(choice.plugin(), brands);
            choice.bundles()
                    .forEach(bundle -> byBundle.computeIfAbsent(bundle, b -> new HashSet<>())
                            .addAll(brands));
        }
        byBundle.replaceAll((bundle, brands) -> Set.copyOf(brands));
        chosen = Map.copyOf(byPlugin);
        seen = Map.copyOf(byBundle);
    }
}
