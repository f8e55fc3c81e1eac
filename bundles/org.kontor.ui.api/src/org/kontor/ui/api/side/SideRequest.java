package org.kontor.ui.api.side;

import java.util.Locale;
import org.kontor.api.access.Scope;
import org.kontor.api.store.ConversationRef;

/**
 * For what a section is wanted.
 *
 * @param scope holds the brand of the conversation and nothing else
 * @param locale the language of the window
 * @since 0.1
 */
public record SideRequest(ConversationRef conversation, Scope scope, Locale locale) {}
