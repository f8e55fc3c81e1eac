package org.kontor.architecture;

import java.util.ArrayList;
import java.util.List;

/** All rules of the house. */
public final class Rules {
    private Rules() {}

    /** Every rule once. */
    public static List<Rule> all() {
        List<Rule> rules = new ArrayList<>(List.of(
                new LayerRule(),
                new PerspectiveRule(),
                new GrantsRule(),
                new ComponentRule(),
                new ConsoleRule(),
                new ManifestRule(),
                new NullMarkedRule(),
                new MessageRule(),
                new ModelRule(),
                new FeatureRule(),
                new ExtendingRule()));
        rules.addAll(LibraryRule.all());
        rules.addAll(SourceRule.all());
        return List.copyOf(rules);
    }
}
