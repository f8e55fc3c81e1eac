package org.kontor.api.reply;

import java.util.List;
import java.util.Locale;
import org.eclipse.core.runtime.IProgressMonitor;
import org.kontor.api.access.Scope;

/**
 * Looks at replies while they are written and once more before they go; a service. Called through the guard: a check that throws
 * or takes longer than two seconds is left out, and the agent is told so.
 *
 * @since 0.1
 */
public interface ReplyCheck {
    /** Names the check in messages; the bundle's name leads it, such as {@code sample.nordwind.wording}. */
    String id();

    /**
     * Looks at a reply. Called on a worker thread, some 300 ms after the last key; may read the store.
     *
     * @param scope holds the brand of the reply and nothing else
     * @param locale the language of the window, for the sentences
     * @return what there is to say, the most important first; at most ten are shown
     */
    List<Finding> check(ReplyText reply, Scope scope, Locale locale, IProgressMonitor monitor);
}
