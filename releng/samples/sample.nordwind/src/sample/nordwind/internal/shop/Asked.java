package sample.nordwind.internal.shop;

import java.util.List;

/**
 * How a question to the shop ended.
 *
 * @param <T> what was asked for
 */
public sealed interface Asked<T> {
    /** The shop answered, perhaps with nothing. */
    record Answer<T>(List<T> found) implements Asked<T> {
        public Answer {
            found = List.copyOf(found);
        }
    }

    /** Nobody has entered the address of the shop. */
    record NoAddress<T>() implements Asked<T> {}

    /**
     * The shop could not be asked.
     *
     * @param why for a person; no personal data
     */
    record Silent<T>(String why) implements Asked<T> {}
}
