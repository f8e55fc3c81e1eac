package org.kontor.api.account;

import java.time.Instant;
import java.util.Map;
import org.kontor.api.id.AccountId;
import org.kontor.api.id.BrandId;

/**
 * One presence of a brand on a channel: page, handle, mailbox, bot, widget.
 *
 * @param name as shown to agents, such as {@code hilfe@nordwind.example} or {@code @alma.example}; not blank
 * @param settings what the connector declared in its {@code SettingSpec}s, secrets excepted
 * @param workFrom messages published before this are history: no inquiry, clock or alarm
 * @param active false while someone has paused it: nothing is received or sent
 */
public record Account(
        AccountId id,
        BrandId brand,
        ChannelType channel,
        String name,
        Map<String, String> settings,
        Instant workFrom,
        boolean active) {
    public Account {
        if (name.isBlank()) {
            throw new IllegalArgumentException("name must not be blank");
        }
        settings = Map.copyOf(settings);
    }
}
