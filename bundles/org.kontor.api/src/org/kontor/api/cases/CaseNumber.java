package org.kontor.api.cases;

/**
 * What people call a case: counted from 1 within a brand and a year of its time zone.
 *
 * @param year in which it was opened
 * @param number of the case within it
 */
public record CaseNumber(int year, int number) {
    public CaseNumber {
        if (number < 1) {
            throw new IllegalArgumentException("cases are counted from 1, not " + number);
        }
    }

    /** As it is written, such as {@code 2026-117}. */
    @Override
    public String toString() {
        return year + "-" + number;
    }
}
