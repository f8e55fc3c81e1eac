package org.kontor.api.cases;

import java.time.Instant;
import org.kontor.api.id.CaseEntryId;
import org.kontor.api.id.ConversationId;
import org.kontor.api.id.UserId;

/** One line of a case's timeline. Entries are only ever added: together they are its audit. */
public record CaseEntry(CaseEntryId id, Instant at, UserId by, What what) {
    /** What happened. */
    public sealed interface What {
        /** The case was opened. */
        record Opened() implements What {}

        /** Someone wrote something down. */
        record Noted(String text) implements What {}

        /** Something was decided. */
        record Decided(String text) implements What {}

        /**
         * A fact was changed.
         *
         * @param before as {@link Field} says; empty for nothing
         * @param after as {@link Field} says; empty for nothing
         */
        record Changed(Field field, String before, String after) implements What {}

        /** A conversation was added. */
        record Linked(ConversationId conversation) implements What {}

        /** A conversation was taken out. */
        record Unlinked(ConversationId conversation) implements What {}

        /** The case was closed. */
        record Closed(Outcome outcome, String words) implements What {}

        /** The case was opened again. */
        record Reopened() implements What {}
    }

    /** A fact of a case, and how its values are written in {@link What.Changed}. */
    public enum Field {
        /** The words. */
        TITLE,
        /** The constant's name. */
        SEVERITY,
        /** The constant's name. */
        CATEGORY,
        /** The words. */
        CAUSE,
        /** The words. */
        REMEDY,
        /** The user's id as a decimal number. */
        OWNER,
        /** The instant as ISO-8601. */
        DUE
    }
}
