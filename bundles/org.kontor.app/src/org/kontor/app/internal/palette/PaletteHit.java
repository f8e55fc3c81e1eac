package org.kontor.app.internal.palette;

import org.kontor.ui.api.palette.PaletteEntry;

/**
 * One thing that can be chosen.
 *
 * @param id names it among those that were used lately; empty if it is not to be remembered
 * @param key that does the same, as it stands on the keyboard; empty for none
 * @param enabled whether it can be done now
 */
public record PaletteHit(String id, PaletteEntry entry, String key, boolean enabled) {}
