package org.kontor.ui.api.theme;

import java.util.Locale;

/**
 * A colour by its job. The values stand in the CSS of the theme and nowhere else: two greys, one accent, three signal
 * colours that mean state and nothing more. The brand's own colour is no token; it comes with the brand.
 *
 * @since 0.1
 */
public enum Token {
    /** Ground of bars, lists, cards and fields. */
    SURFACE,
    /** Ground behind cards; the quieter of the two. */
    CANVAS,
    /** Row or control under the pointer. */
    HOVER,
    /** Hairline between areas and rows, edge of cards. */
    LINE,
    /** Edge of fields and buttons. */
    EDGE,
    /** Ground of chips, key caps and bars of a chart. */
    CHIP,
    /** Words that are read. */
    TEXT,
    /** Words beside them: labels, times, hints. */
    TEXT_QUIET,
    /** The one accent: links, main button, focus ring, selected tab. */
    ACCENT,
    /** Words on {@link #ACCENT}. */
    ON_ACCENT,
    /** Ground of the selected row or queue. */
    SELECTED,
    /** Ground of a chip that is on, of quiet marks of the accent. */
    ACCENT_SOFT,
    /** State: fine. */
    OK,
    /** State: needs a look soon. */
    WARN,
    /** State: over time, failed, wrong. */
    OVER,
    /** Ground of a banner that warns. */
    WARN_SOFT,
    /** Ground of a banner that tells of a failure. */
    OVER_SOFT,
    /** Ground of the user's own avatar. */
    AVATAR,
    /** Letters on an avatar, whatever brand's colour it has. */
    ON_AVATAR;

    /** The name in the CSS: {@code ColorDefinition#kontor-text-quiet}, used in rules as {@code '#kontor-text-quiet'}. */
    public String cssName() {
        return "kontor-" + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
