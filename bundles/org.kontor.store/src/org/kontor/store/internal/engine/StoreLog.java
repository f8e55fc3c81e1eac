package org.kontor.store.internal.engine;

/** Where the store says what an administrator should know. */
public interface StoreLog {
    /** Says nothing. */
    StoreLog NONE = new StoreLog() {
        @Override
        public void info(String message) {}

        @Override
        public void warn(String message, Throwable cause) {}
    };

    /** Something worth knowing. */
    void info(String message);

    /** Something went wrong beside the work that was asked for. */
    void warn(String message, Throwable cause);
}
