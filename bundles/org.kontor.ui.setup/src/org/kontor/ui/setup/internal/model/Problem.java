package org.kontor.ui.setup.internal.model;

import java.util.List;

/**
 * What is wrong with a field, said so that it can be mended: the field, the cause, what to do.
 *
 * @param field the field's name in the model
 * @param label the field's name as it stands in the form
 * @param arguments what the sentence needs beyond the label
 */
public record Problem(String field, String label, Cause cause, List<String> arguments) {
    /** Why a value does not do; each has its sentence in the texts under {@code problem.}. */
    public enum Cause {
        MISSING,
        HAS_BLANKS,
        NOT_A_HOST,
        HOST_WITH_PORT,
        NOT_A_PORT,
        NO_AT_SIGN,
        NOT_A_MAIL_ADDRESS,
        NOT_AN_ADDRESS,
        NOT_PROTECTED,
        NOT_A_CHOICE,
        NO_DOT_IN_HANDLE,
        NOT_A_HANDLE,
        NOT_A_ZONE,
        NOT_A_COLOUR,
        NOT_A_NUMBER_OF_DAYS,
        NAME_TAKEN,
        NOT_HOURS,
        OVER_MIDNIGHT,
        HOURS_OVERLAP,
        NOT_A_DAY,
        DAY_TWICE,
        NOT_A_LENGTH
    }

    public Problem {
        arguments = List.copyOf(arguments);
    }

    static Problem of(FormField field, Cause cause, String... arguments) {
        return new Problem(field.name(), field.label(), cause, List.of(arguments));
    }

    /** The sentence for the user. */
    public String text(Messages messages) {
        Object[] all = new Object[1 + arguments.size()];
        all[0] = label;
        for (int i = 0; i < arguments.size(); i++) {
            all[i + 1] = arguments.get(i);
        }
        return messages.text("problem." + cause, all);
    }
}
