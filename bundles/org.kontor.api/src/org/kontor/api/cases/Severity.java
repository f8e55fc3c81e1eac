package org.kontor.api.cases;

/** How bad a case is; the later, the worse. */
public enum Severity {
    LOW,
    MEDIUM,
    HIGH,
    /** Many customers, or much money or reputation. */
    CRITICAL,
    /** Someone may come to harm. */
    SAFETY
}
