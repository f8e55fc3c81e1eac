package org.kontor.plugins.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.kontor.api.id.BrandId;

/**
 * What is kept about plug-ins beside p2's own records.
 *
 * @param sites addresses, in the order in which they came
 * @param states for the last states, by their ids, the brands that were chosen for each plug-in
 */
public record Memory(List<String> sites, Map<Long, Map<String, Set<Long>>> states) {
    /** So many states are remembered; p2 keeps more, but nobody chooses from a longer list. */
    private static final int STATES = 30;

    /** Nothing is kept yet. */
    public static final Memory EMPTY = new Memory(List.of(), Map.of());

    public Memory {
        // A file that somebody wrote by hand may lack the one or the other.
        sites = List.copyOf(Objects.requireNonNullElse(sites, List.of()));
        states = Map.copyOf(Objects.requireNonNullElse(states, Map.of()));
    }

    /** With a site more; the same if it is there. */
    public Memory withSite(String site) {
        if (sites.contains(site)) {
            return this;
        }
        List<String> more = new ArrayList<>(sites);
        more.add(site);
        return new Memory(more, states);
    }

    /** Without a site. */
    public Memory withoutSite(String site) {
        return new Memory(sites.stream().filter(each -> !each.equals(site)).toList(), states);
    }

    /** With the choice of brands in a state; the oldest states go. */
    public Memory withState(long state, Map<String, Set<BrandId>> brands) {
        Map<Long, Map<String, Set<Long>>> more = new HashMap<>(states);
        more.put(
                state,
                brands.entrySet().stream()
                        .collect(Collectors.toMap(
                                Map.Entry::getKey,
                                entry -> entry.getValue().stream()
                                        .map(BrandId::value)
                                        .collect(Collectors.toCollection(TreeSet::new)))));
        more.keySet().stream()
                .sorted()
                .limit(Math.max(0, more.size() - STATES))
                .toList()
                .forEach(more::remove);
        return new Memory(sites, more);
    }

    /** The brands that were chosen for a plug-in in a state; empty if that is not known. */
    public Optional<Set<BrandId>> brands(long state, String plugin) {
        return Optional.ofNullable(states.get(state))
                .flatMap(plugins -> Optional.ofNullable(plugins.get(plugin)))
                .map(values -> values.stream().map(BrandId::new).collect(Collectors.toUnmodifiableSet()));
    }
}
