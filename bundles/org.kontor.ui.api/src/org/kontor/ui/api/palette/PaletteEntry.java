package org.kontor.ui.api.palette;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kontor.api.account.Colour;
import org.kontor.api.store.ConversationRef;
import org.kontor.ui.api.BrandFilter;

/**
 * One thing that the palette found.
 *
 * @param label what it is, not blank
 * @param detail quiet text beside it; may be empty
 * @param icon name of an icon of {@code org.kontor.ui.common}, such as {@code mail}; null for none
 * @param colour of the brand that it belongs to; null if it belongs to none
 * @param action what choosing it does
 * @since 0.1
 */
public record PaletteEntry(
        String label,
        String detail,
        @Nullable String icon,
        @Nullable Colour colour,
        Action action) {
    /** What choosing an entry does. */
    public sealed interface Action {
        /** Shows a conversation in the inbox. */
        record OpenConversation(ConversationRef conversation) implements Action {}

        /** Runs a command of the application model. */
        record RunCommand(String command, Map<String, String> parameters) implements Action {
            public RunCommand {
                parameters = Map.copyOf(parameters);
            }
        }

        /** Sets the brand filter. */
        record ShowBrands(BrandFilter brands) implements Action {}
    }

    public PaletteEntry {
        if (label.isBlank()) {
            throw new IllegalArgumentException("label must not be blank");
        }
    }
}
