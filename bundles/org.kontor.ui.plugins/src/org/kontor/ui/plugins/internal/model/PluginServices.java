package org.kontor.ui.plugins.internal.model;

import java.util.List;
import java.util.function.Supplier;
import org.kontor.api.account.Brand;
import org.kontor.api.plugin.Guard;
import org.kontor.api.plugin.Plugins;
import org.kontor.ui.common.work.Work;

/**
 * What the perspective works with.
 *
 * @param brands reads the brands that whoever sits here may see; asked in jobs only
 */
public record PluginServices(Plugins plugins, Guard guard, Supplier<List<Brand>> brands, Work work) {
    /** The family of all jobs of the perspective. */
    public static final Object FAMILY = "org.kontor.ui.plugins";
}
