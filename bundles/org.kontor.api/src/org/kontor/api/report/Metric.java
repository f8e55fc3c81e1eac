package org.kontor.api.report;

/**
 * What a number counts. "Of the range" means begun in the range, by the publication of the first message, in days of the
 * brand. The written definition that users read comes from {@link Reports#words}.
 *
 * @since 0.1
 */
public enum Metric {
    /** Answered / (answered + open) of the range; ignored, merged and deleted ones are left out. */
    ANSWERED_SHARE,
    /** Inquiries of the range. */
    BEGUN,
    /** Inquiries that were answered within the range, here or elsewhere, whenever they began. */
    ANSWERS,
    /** Time from the first message to the answer, within which half of the answered ones of the range got it. */
    RESPONSE_P50,
    /** The same for nine of ten. */
    RESPONSE_P90,
    /** Inquiries that are open now, whenever they began. */
    OPEN_NOW,
    /**
     * Answered before their deadline / (answered + open and late) of the range, of those that had a deadline. Ignored, merged
     * and deleted ones are left out, and open ones that have time left.
     */
    CLOCKS_HELD,
    /** Of the range: answered, here or elsewhere. */
    ANSWERED,
    /** Of the range: still open. */
    OPEN,
    /** Of the range: set aside with a reason. */
    IGNORED,
    /** Of the range: taken up by another. */
    MERGED,
    /** Of the range: taken away by their author. */
    DELETED;

    /** What a change of a number means for those who answer. */
    public enum Sense {
        /** More is better. */
        UP,
        /** Less is better. */
        DOWN,
        /** It says nothing of how well they answer. */
        NEITHER
    }

    /** Which way is better. */
    public Sense sense() {
        return switch (this) {
            case ANSWERED_SHARE, CLOCKS_HELD -> Sense.UP;
            case RESPONSE_P50, RESPONSE_P90, OPEN_NOW -> Sense.DOWN;
            case BEGUN, ANSWERS, ANSWERED, OPEN, IGNORED, MERGED, DELETED -> Sense.NEITHER;
        };
    }
}
