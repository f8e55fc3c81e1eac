package org.kontor.ui.setup.internal.model;

import java.util.Locale;
import java.util.Optional;
import org.kontor.ui.setup.internal.model.Problem.Cause;

/** Reads what is typed into the form of a policy, and writes it in one way. */
final class PolicyAssist implements Assist {
    private final Locale locale;

    PolicyAssist(Locale locale) {
        this.locale = locale;
    }

    @Override
    public String normalise(String name, String value) {
        return switch (name) {
            case PolicyEditor.TARGET ->
                HoursText.length(value).value().map(HoursText::length).orElse(value);
            case PolicyEditor.ZONE ->
                Zones.parse(value).map(zone -> zone.getId()).orElse(value);
            case PolicyEditor.DAYS ->
                HoursText.days(value)
                        .value()
                        .map(d -> HoursText.days(d, locale))
                        .orElse(value);
            case PolicyEditor.PROMISE, PolicyEditor.START -> value;
            default -> HoursText.hours(value).value().map(HoursText::hours).orElse(value);
        };
    }

    @Override
    public Optional<Problem> check(FormField field, String value) {
        return switch (field.name()) {
            case PolicyEditor.TARGET -> HoursText.length(value).wrong().map(cause -> Problem.of(field, cause, value));
            case PolicyEditor.ZONE ->
                Zones.parse(value).isPresent()
                        ? Optional.empty()
                        : Optional.of(Problem.of(field, Cause.NOT_A_ZONE, value));
            case PolicyEditor.DAYS ->
                HoursText.days(value).wrong().map(cause -> Problem.of(field, cause, HoursText.stumble(value)));
            case PolicyEditor.PROMISE, PolicyEditor.START -> Optional.empty();
            default -> HoursText.hours(value).wrong().map(cause -> Problem.of(field, cause, value));
        };
    }
}
