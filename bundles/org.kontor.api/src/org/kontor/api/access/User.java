package org.kontor.api.access;

import org.kontor.api.id.UserId;

/**
 * Someone who works here.
 *
 * @param id identifies the user
 * @param name as colleagues see it, not blank
 * @param initials one to three letters for an avatar
 */
public record User(UserId id, String name, String initials) {
    /** The house itself: receiving, sending, housekeeping. */
    public static final UserId SYSTEM = new UserId(1);
    /** The one local user of an embedded store. */
    public static final UserId LOCAL = new UserId(2);

    public User {
        if (name.isBlank()) {
            throw new IllegalArgumentException("name must not be blank");
        }
    }
}
