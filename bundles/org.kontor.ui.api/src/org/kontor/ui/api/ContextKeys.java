package org.kontor.ui.api;

/**
 * Names under which the window keeps its selections in the application's context. A part asks for them with
 * {@code @Inject @Optional @Named(...)} in a method and is called again on every change. This is the only way by which a
 * selection travels: a part that selects sets the key in the context of the {@code MApplication}, and no bundle holds another's
 * part or model.
 *
 * @since 0.1
 */
public final class ContextKeys {
    /** The selected {@code ConversationRef}; null while none is. Set by the inbox list. */
    public static final String CONVERSATION = "org.kontor.selection.conversation";

    /** The selected {@code CaseRef}; null while none is. Set by the board of cases and by the editor that has the focus. */
    public static final String CASE = "org.kontor.selection.case";

    /** The {@link BrandFilter} of the top bar; never null once the window stands. */
    public static final String BRANDS = "org.kontor.filter.brands";

    /** The {@link TimeRange} of the top bar; never null once the window stands. */
    public static final String RANGE = "org.kontor.filter.range";

    private ContextKeys() {}
}
