package org.kontor.ui.api.preference;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * One page of the preferences; a service. It gives fields that the window draws, and keeps what was entered. Both calls come on
 * a worker thread, through the guard.
 *
 * @since 0.1
 */
public interface PreferencePage {
    /**
     * The page in a language.
     *
     * @param title in the list of pages, not blank
     * @param explanation one or two sentences above the fields; may be empty
     */
    record Page(String title, String explanation, List<Field> fields) {
        public Page {
            if (title.isBlank()) {
                throw new IllegalArgumentException("title must not be blank");
            }
            fields = List.copyOf(fields);
        }
    }

    /**
     * One field.
     *
     * @param name stable key of the value
     * @param label beside the field, in the language of the page
     * @param hint quiet text below it; may be empty
     * @param kind decides the widget
     * @param value as it stands; {@code true} or {@code false} for a switch, one of {@code choices} for a choice
     * @param choices the values of a choice with their labels, in order; else empty
     */
    record Field(String name, String label, String hint, Kind kind, String value, List<Choice> choices) {
        public Field {
            choices = List.copyOf(choices);
        }
    }

    /** One value of a choice. */
    record Choice(String value, String label) {}

    /** How a value is asked for. */
    enum Kind {
        SWITCH,
        CHOICE,
        TEXT,
        /** A whole number. */
        NUMBER,
        FOLDER
    }

    /**
     * What is wrong with a value; nothing was kept then.
     *
     * @param field the name of the field
     * @param sentence what is wrong and what to do
     */
    record Problem(String field, String sentence) {}

    /** Names the page; the bundle's name leads it. */
    String id();

    /** Place among the pages; smaller stands higher. Ours are 100, 200 and so on. */
    int order();

    /** The page as it stands now. */
    Page page(Locale locale);

    /**
     * Keeps values, all or none.
     *
     * @param values every field by its name
     * @return what is wrong; empty if all was kept
     */
    List<Problem> save(Map<String, String> values, Locale locale);
}
