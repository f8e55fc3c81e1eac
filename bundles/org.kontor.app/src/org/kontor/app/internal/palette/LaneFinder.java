package org.kontor.app.internal.palette;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.kontor.app.internal.palette.PaletteSources.Known;
import org.kontor.app.internal.palette.PaletteSources.Search;
import org.kontor.ui.api.BrandFilter;
import org.kontor.ui.common.work.Work;

/** Searches every source in a lane of its own, so that a slow one keeps none of the others. */
public final class LaneFinder implements PaletteModel.Finder {
    /** Family of the searching jobs, for tests that wait. */
    public static final Object FAMILY = LaneFinder.class;

    private static final int MOST = 6;

    private final Work work;
    private final PaletteSources sources;
    private final String conversations;
    private final Supplier<BrandFilter> brands;
    private final Map<Object, Work.Lane> lanes = new HashMap<>();

    /** @param conversations head of the group of conversations */
    public LaneFinder(Work work, PaletteSources sources, String conversations, Supplier<BrandFilter> brands) {
        this.work = work;
        this.sources = sources;
        this.conversations = conversations;
        this.brands = brands;
    }

    @Override
    public void find(String text, Consumer<PaletteGroup> arrived) {
        Search search = new Search(text, brands.get(), Locale.getDefault(), MOST);
        for (Known known : sources.all(conversations)) {
            lanes.computeIfAbsent(known.key(), each -> work.lane("Palette: " + known.bundle(), FAMILY))
                    .run(monitor -> sources.find(known, search, monitor), found -> found.ifPresent(arrived));
        }
    }

    @Override
    public void cancel() {
        lanes.values().forEach(Work.Lane::cancel);
    }
}
