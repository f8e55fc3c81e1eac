package org.kontor.ui.reporting.internal.model;

/** How far a report looks back; every choice ends with today. */
public enum RangeChoice {
    TODAY(1),
    WEEK(7),
    MONTH(30),
    QUARTER(90),
    YEAR(365);

    private final int days;

    RangeChoice(int days) {
        this.days = days;
    }

    /** How many days, today among them. */
    public int days() {
        return days;
    }
}
