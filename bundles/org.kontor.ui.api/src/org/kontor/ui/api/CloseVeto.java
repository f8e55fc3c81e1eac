package org.kontor.ui.api;

import java.util.Locale;
import java.util.Optional;

/**
 * Asked before the window closes; a service. It names what will not happen while the window is closed, such as replies that
 * wait to be sent, and the user decides.
 *
 * @since 0.1
 */
public interface CloseVeto {
    /**
     * What the user should know before closing. Called on the UI thread: answers from memory, never from disk or network.
     *
     * @param locale the language to say it in
     * @return one sentence, or nothing if the window may close without a word
     */
    Optional<String> concern(Locale locale);
}
