package org.kontor.api.cases;

/** What a case is about. */
public enum Category {
    COMPLAINT,
    PRODUCT,
    DELIVERY,
    PAYMENT,
    SAFETY,
    LEGAL,
    PRESS,
    OTHER
}
