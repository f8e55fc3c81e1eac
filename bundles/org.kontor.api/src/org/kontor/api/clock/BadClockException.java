package org.kontor.api.clock;

/** Office hours or a policy that cannot work. Names the part that is wrong. */
public final class BadClockException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    private final String field;

    /**
     * @param field the part, such as {@code weekly.MONDAY}, {@code special.2026-12-24} or {@code firstResponse}
     * @param problem what is wrong with it, in English
     */
    public BadClockException(String field, String problem) {
        super(field + ": " + problem);
        this.field = field;
    }

    /** The part that is wrong. */
    public String field() {
        return field;
    }
}
