package org.kontor.ui.api.theme;

import java.util.Optional;
import org.kontor.api.account.Colour;
import org.kontor.api.id.BrandId;

/**
 * Gives a brand a colour of the client's own in place of the one from the set-up; a service. Asked only about brands that the
 * contributing bundle may see.
 *
 * @since 0.1
 */
public interface BrandAccent {
    /** Names the accent in messages; the bundle's name leads it. */
    String id();

    /** The accent of a brand; nothing where the set-up's colour stays. No I/O; called on a worker thread. */
    Optional<Colour> accent(BrandId brand);
}
