package org.kontor.ui.common.fault;

import java.text.MessageFormat;
import java.time.Instant;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.function.UnaryOperator;
import org.kontor.api.channel.Fault;
import org.kontor.api.channel.FaultKind;
import org.kontor.ui.common.format.Times;
import org.kontor.ui.common.format.Words;

/**
 * Puts faults into words: what is wrong, and what to do about it. The same fault asks for different deeds while an account
 * is tested, while it receives, and when a reply was to be sent. Immutable.
 *
 * @since 0.1
 */
public final class FaultTexts {
    /** When the fault came. */
    public enum Moment {
        /** While reading what is new; Kontor goes on trying. */
        RECEIVE,
        /** While sending a reply. */
        SEND,
        /** While someone tests the account and looks at the answer. */
        TEST
    }

    private final Locale locale;
    private final Times times;
    private final ResourceBundle texts;

    private FaultTexts(Locale locale, Times times) {
        this.locale = locale;
        this.times = times;
        texts = Words.in(locale);
    }

    /** Words in a language; {@code times} says when the next try is. */
    public static FaultTexts of(Locale locale, Times times) {
        return new FaultTexts(locale, times);
    }

    /** Words for the person in front of the window. */
    public static FaultTexts here() {
        return new FaultTexts(Locale.getDefault(), Times.here());
    }

    /** Two or three words for a kind of fault. */
    public String word(FaultKind kind) {
        return texts.getString("fault." + kind + ".word");
    }

    /** A fault in words; a setting that is to blame goes by its bare name. */
    public FaultText explain(Fault fault, Moment moment) {
        return explain(fault, moment, UnaryOperator.identity());
    }

    /**
     * A fault in words.
     *
     * @param label gives the name of a setting as it stands in the form, such as {@code connector.text("setting." + name)}
     */
    public FaultText explain(Fault fault, Moment moment, UnaryOperator<String> label) {
        return new FaultText(word(fault.kind()), what(fault, moment, label), todo(fault, moment), fault.detail());
    }

    private String what(Fault fault, Moment moment, UnaryOperator<String> label) {
        String setting = fault.setting();
        if (setting != null) {
            return format(closest("fault." + fault.kind() + ".what.setting", "fault.any.setting"), label.apply(setting))
                    .strip();
        }
        return text("fault." + fault.kind() + ".what", moment);
    }

    private String todo(Fault fault, Moment moment) {
        Instant retry = fault.retryAt();
        String key = "fault." + fault.kind() + ".todo";
        if (retry != null && texts.containsKey(key + "." + moment + ".at")) {
            return format(key + "." + moment + ".at", times.relative(retry));
        }
        return text(key, moment);
    }

    private String text(String key, Moment moment) {
        return texts.getString(closest(key + "." + moment, key));
    }

    private String closest(String wanted, String otherwise) {
        return texts.containsKey(wanted) ? wanted : otherwise;
    }

    private String format(String key, Object... arguments) {
        return new MessageFormat(texts.getString(key), locale).format(arguments);
    }
}
