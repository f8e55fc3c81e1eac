package org.kontor.api.account;

import java.util.regex.Pattern;

/**
 * Names a kind of channel, such as {@code mail} or {@code bluesky}. A connector brings its own, so this is an open set.
 *
 * @param name lower-case letters, digits and dots
 */
public record ChannelType(String name) {
    private static final Pattern FORM = Pattern.compile("[a-z][a-z0-9.]{0,39}");

    public ChannelType {
        if (!FORM.matcher(name).matches()) {
            throw new IllegalArgumentException("a channel type is lower-case letters, digits and dots, was: " + name);
        }
    }

    @Override
    public String toString() {
        return name;
    }
}
