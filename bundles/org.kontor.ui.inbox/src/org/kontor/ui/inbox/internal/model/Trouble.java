package org.kontor.ui.inbox.internal.model;

import org.kontor.api.store.StoreException;

/**
 * Why something could not be shown or done.
 *
 * @param kind decides the sentence shown
 * @param detail what exactly, for the one who mends it
 */
public record Trouble(StoreException.Kind kind, String detail) {
    static Trouble of(RuntimeException fault) {
        if (fault instanceof StoreException store) {
            return new Trouble(store.kind(), String.valueOf(store.getMessage()));
        }
        return new Trouble(StoreException.Kind.OTHER, fault.getClass().getSimpleName());
    }
}
