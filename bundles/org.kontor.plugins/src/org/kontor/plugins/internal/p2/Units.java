package org.kontor.plugins.internal.p2;

import java.util.Collection;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.eclipse.equinox.p2.metadata.IArtifactKey;
import org.eclipse.equinox.p2.metadata.IInstallableUnit;
import org.eclipse.equinox.p2.metadata.ILicense;
import org.eclipse.equinox.p2.query.IQueryable;
import org.eclipse.equinox.p2.query.QueryUtil;
import org.jspecify.annotations.Nullable;
import org.kontor.api.plugin.Plugin;
import org.kontor.api.plugin.PluginBrands;
import org.kontor.api.plugin.Plugins;

/** Reads p2's installable units in the words of the house. */
final class Units {
    static final String FEATURE = ".feature.group";

    private static final String BUNDLE = "osgi.bundle";
    private static final Set<String> HOUSE =
            Set.of(Plugins.HOUSE, "org.kontor.feature" + FEATURE, "org.kontor.demo.feature" + FEATURE);

    /** Other names of the framework itself, to which a fragment may attach. */
    private static final Set<String> SYSTEM = Set.of("system.bundle", "org.eclipse.osgi");

    /**
     * p2's own words for "all that these units need"; the cache keeps a requirement from being looked up twice. What is not greedy
     * is no need: p2's own default settings name every bundle so, and the house would have them all.
     */
    private static final String NEEDED = "$0.traverse(set(), _, { cache, parent | parent.requirements.unique(cache)"
            + ".select(rc | rc.greedy).collect(rc | everything.select(iu | iu ~= rc)).flatten() })";

    private Units() {}

    /** Whether a root belongs to the workbench itself. */
    static boolean house(IInstallableUnit root) {
        return HOUSE.contains(root.getId());
    }

    /** Whether it is the part of the house under which the whole is listed and updated. */
    static boolean product(IInstallableUnit root) {
        return root.getId().equals(Plugins.HOUSE);
    }

    /** Whether a name is one that only the house may bring. */
    static boolean houseName(@Nullable String name) {
        return name != null && (name + ".").startsWith(PluginBrands.HOUSE);
    }

    /** Whether a bundle of that name is trusted with every service: one of the house, or of the platform below it. */
    static boolean trustedName(@Nullable String name) {
        return name != null
                && (SYSTEM.contains(name) || PluginBrands.TRUSTED.stream().anyMatch((name + ".")::startsWith));
    }

    /** The id under which we know a unit: that of its feature. */
    static String id(IInstallableUnit unit) {
        String id = unit.getId();
        return id.endsWith(FEATURE) ? id.substring(0, id.length() - FEATURE.length()) : id;
    }

    /** The id of p2's unit for one of ours. */
    static String unitId(String id) {
        return id.equals(Plugins.HOUSE) ? id : id + FEATURE;
    }

    /** How a unit describes itself. */
    static Plugin plugin(IInstallableUnit unit) {
        return new Plugin(
                id(unit),
                orElse(text(unit, IInstallableUnit.PROP_NAME), id(unit)),
                unit.getVersion().toString(),
                text(unit, IInstallableUnit.PROP_PROVIDER),
                text(unit, IInstallableUnit.PROP_DESCRIPTION),
                licence(unit));
    }

    /** The symbolic names of the bundles that some roots need and the house does not. */
    static Set<String> bundles(
            IQueryable<IInstallableUnit> place, Collection<IInstallableUnit> roots, Set<IInstallableUnit> house) {
        return needed(place, roots).stream()
                .filter(unit -> !house.contains(unit) && bundle(unit))
                .map(IInstallableUnit::getId)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Units with all that they need, as far as it lies in {@code place}. */
    static Set<IInstallableUnit> needed(IQueryable<IInstallableUnit> place, Collection<IInstallableUnit> roots) {
        return place.query(QueryUtil.createQuery(NEEDED, roots), null).toUnmodifiableSet();
    }

    /** Whether a unit is a bundle. */
    static boolean bundle(IInstallableUnit unit) {
        return unit.getArtifacts().stream().map(IArtifactKey::getClassifier).anyMatch(BUNDLE::equals);
    }

    private static String licence(IInstallableUnit unit) {
        return unit.getLicenses(Locale.getDefault().toString()).stream()
                .map(ILicense::getBody)
                .map(body -> body == null ? "" : body.strip())
                .filter(body -> !body.isEmpty())
                .collect(Collectors.joining("\n\n"));
    }

    private static String text(IInstallableUnit unit, String property) {
        String text = unit.getProperty(property, Locale.getDefault().toString());
        // A key of a text that the feature does not bring says nothing to anybody.
        return text == null || text.startsWith("%") ? "" : text.strip();
    }

    private static String orElse(String text, String other) {
        return text.isEmpty() ? other : text;
    }
}
