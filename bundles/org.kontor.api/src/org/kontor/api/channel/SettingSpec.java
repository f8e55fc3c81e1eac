package org.kontor.api.channel;

import java.util.List;

/**
 * One setting of an account. The connector declares it, the UI draws the field, the house keeps the value; a secret goes
 * to the secret store only.
 *
 * @param name stable key, such as {@code imap.host}
 * @param kind decides the field
 * @param required whether the account can be opened without it
 * @param initial what stands in the field first; may be empty
 * @param choices the values of a {@link Kind#CHOICE}, labelled {@code setting.<name>.<value>}; else empty
 * @param advanced shown only on demand
 */
public record SettingSpec(
        String name, Kind kind, boolean required, String initial, List<String> choices, boolean advanced) {
    /** How a setting is asked for. */
    public enum Kind {
        TEXT,
        HOST,
        PORT,
        MAIL_ADDRESS,
        ADDRESS,
        SECRET,
        CHOICE,
        SWITCH
    }

    public SettingSpec {
        choices = List.copyOf(choices);
    }

    /** A setting without choices. */
    public static SettingSpec of(String name, Kind kind, boolean required, String initial) {
        return new SettingSpec(name, kind, required, initial, List.of(), false);
    }

    /** The same setting, shown only on demand. */
    public SettingSpec onDemand() {
        return new SettingSpec(name, kind, required, initial, choices, true);
    }
}
