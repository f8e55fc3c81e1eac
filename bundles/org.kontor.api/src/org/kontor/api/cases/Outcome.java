package org.kontor.api.cases;

/** How a case ended. */
public enum Outcome {
    /** What was wrong is mended. */
    SOLVED,
    /** The customer got something for it: money, goods, a voucher. */
    COMPENSATED,
    /** The complaint was not justified, or not for this brand. */
    REJECTED,
    /** The client or a third party goes on with it. */
    HANDED_OVER,
    /** The customer does not answer any more. */
    NO_RESPONSE,
    /** It was none, or is another case already. */
    MISTAKE
}
