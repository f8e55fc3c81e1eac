package org.kontor.api.conversation;

import org.jspecify.annotations.Nullable;

/**
 * What is known of an inquiry's kind, each with its source (the name of the rule, the classifier or "agent").
 *
 * @param language as an ISO 639-1 code
 * @param intent such as {@code product-problem}
 * @param sentiment -1 (angry) to 1 (content)
 * @param urgency 0 to 1
 * @param reach how many people may read it
 */
public record Triage(
        @Nullable Judged<String> language,
        @Nullable Judged<String> intent,
        @Nullable Judged<Double> sentiment,
        @Nullable Judged<Double> urgency,
        @Nullable Judged<Long> reach) {
    /** Nothing is known yet. */
    public static final Triage NONE = new Triage(null, null, null, null, null);

    /**
     * A judgement with its source.
     *
     * @param source who or what judged; not blank
     */
    public record Judged<T>(T value, String source) {}
}
