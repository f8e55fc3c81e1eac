package org.kontor.ui.api;

/**
 * Names under which the window keeps its selections in the application's context. A part asks for them with
 * {@code @Inject @Optional @Named(...)} in a method and is called again on every change.
 *
 * @since 0.1
 */
public final class ContextKeys {
    /** The selected {@code ConversationRef}; null while none is. Set by the inbox list. */
    public static final String CONVERSATION = "org.kontor.selection.conversation";

    /** The {@link BrandFilter} of the top bar; never null once the window stands. */
    public static final String BRANDS = "org.kontor.filter.brands";

    /** The {@link TimeRange} of the top bar; never null once the window stands. */
    public static final String RANGE = "org.kontor.filter.range";

    private ContextKeys() {}
}
