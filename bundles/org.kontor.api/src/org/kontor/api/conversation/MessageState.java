package org.kontor.api.conversation;

/** Whether a message is still there. */
public enum MessageState {
    /** On the platform as shown. */
    PRESENT,
    /** The author or the platform took it away; we may still show the text. */
    DELETED,
    /** The text is gone here too; that it was there stays. */
    REDACTED
}
