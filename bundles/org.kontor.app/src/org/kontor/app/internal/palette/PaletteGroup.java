package org.kontor.app.internal.palette;

import java.util.List;

/**
 * Things of one kind.
 *
 * @param id names the group
 * @param order place among the groups; smaller stands higher
 * @param title its head
 * @param most so many are shown while something is looked for
 */
public record PaletteGroup(String id, int order, String title, int most, List<PaletteHit> hits) {
    public PaletteGroup {
        hits = List.copyOf(hits);
    }
}
