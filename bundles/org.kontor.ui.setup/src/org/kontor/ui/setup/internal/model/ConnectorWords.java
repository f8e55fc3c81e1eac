package org.kontor.ui.setup.internal.model;

import java.util.Locale;
import org.kontor.api.channel.ChannelConnector;

/**
 * What a connector says of itself in the user's language. A text that it lacks comes back from it as its key; a person then
 * gets the plain name, or nothing where a hint would be.
 */
public record ConnectorWords(ChannelConnector connector, Locale locale) {
    /** The channel's name. */
    public String name() {
        return or("name", connector.type().name());
    }

    /** The name of a setting's field. */
    public String setting(String name) {
        return or("setting." + name, name);
    }

    /** What stands below a setting's field; may be empty. */
    public String hint(String name) {
        return or("setting." + name + ".hint", "");
    }

    /** The words for one value of a choice. */
    public String choice(String setting, String value) {
        return or("setting." + setting + "." + value, value);
    }

    /** The words for a step of the connection test, by the name that the connector gave it. */
    public String check(String name) {
        String key = name.startsWith("check.") ? name : "check." + name;
        return or(key, name);
    }

    private String or(String key, String otherwise) {
        String text = connector.text(key, locale);
        return text.equals(key) || text.isBlank() ? otherwise : text;
    }
}
