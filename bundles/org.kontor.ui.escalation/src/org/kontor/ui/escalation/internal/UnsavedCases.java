package org.kontor.ui.escalation.internal;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import org.kontor.api.cases.CaseRef;
import org.kontor.ui.api.CloseVeto;
import org.kontor.ui.escalation.internal.model.CaseKey;
import org.kontor.ui.escalation.internal.model.Messages;
import org.osgi.service.component.annotations.Component;

/** Knows which cases have changes that are not saved, and says so before the window closes. */
@Component(service = {CloseVeto.class, UnsavedCases.class})
public final class UnsavedCases implements CloseVeto {
    private final Map<String, String> numbers = new ConcurrentSkipListMap<>();

    /**
     * Notes how a case stands.
     *
     * @param number of a case with changes; empty for one without
     */
    public void set(CaseRef ref, Optional<String> number) {
        if (number.isPresent()) {
            numbers.put(CaseKey.of(ref), number.get());
        } else {
            numbers.remove(CaseKey.of(ref));
        }
    }

    @Override
    public Optional<String> concern(Locale locale) {
        Map<String, String> now = Map.copyOf(numbers);
        return now.isEmpty()
                ? Optional.empty()
                : Optional.of(Messages.of(locale)
                        .text(
                                "leave.window",
                                now.size(),
                                String.join(", ", now.values().stream().sorted().toList())));
    }
}
