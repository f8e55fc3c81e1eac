package org.kontor.simulator;

import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A client's brand in the simulated agency.
 *
 * @param key short name used in the control interface, such as {@code nordwind}
 * @param name the brand's name
 * @param client the company that owns it
 * @param colour colour as {@code #rrggbb}
 * @param languages languages its customers write in, the more frequent one first
 * @param mail its mailbox
 * @param bluesky its Bluesky account
 * @param shop address of its web shop; null where it has none
 */
public record Brand(
        String key,
        String name,
        String client,
        String colour,
        List<String> languages,
        MailAccount mail,
        BlueskyAccount bluesky,
        @Nullable URI shop) {

    public Brand {
        languages = List.copyOf(languages);
    }
}
