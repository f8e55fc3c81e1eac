package org.kontor.ui.setup.internal.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.kontor.api.channel.SettingSpec;

/**
 * One field of a form that a connector declared, with its words in the user's language.
 *
 * @param hint below the field; may be empty
 * @param choices what can be chosen, value to words, in the order to be shown; empty unless it is a choice
 */
public record FormField(SettingSpec spec, String label, String hint, List<Choice> choices) {
    /** One thing to choose. */
    public record Choice(String value, String label) {}

    public FormField {
        choices = List.copyOf(choices);
    }

    /** The fields of an account of a channel. */
    public static List<FormField> of(ConnectorWords words) {
        List<FormField> fields = new ArrayList<>();
        for (SettingSpec spec : words.connector().settings()) {
            List<Choice> choices = spec.choices().stream()
                    .map(value -> new Choice(value, words.choice(spec.name(), value)))
                    .toList();
            fields.add(new FormField(spec, words.setting(spec.name()), words.hint(spec.name()), choices));
        }
        return fields;
    }

    /** The setting's stable name. */
    public String name() {
        return spec.name();
    }

    /** The words for a choice; the value itself if it is none. */
    public String choiceLabel(String value) {
        Map<String, String> labels =
                choices.stream().collect(Collectors.toMap(Choice::value, Choice::label, (one, other) -> one));
        return labels.getOrDefault(value, value);
    }
}
