package org.kontor.ui.setup.internal;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.kontor.ui.api.CloseVeto;
import org.kontor.ui.setup.internal.model.Messages;
import org.osgi.service.component.annotations.Component;

/** Knows which forms have changes that are not saved, and says so before the window closes. */
@Component(service = {CloseVeto.class, UnsavedForms.class})
public final class UnsavedForms implements CloseVeto {
    private volatile List<String> names = List.of();

    /** The names of what has changes that are not saved. */
    public void set(List<String> now) {
        names = List.copyOf(now);
    }

    @Override
    public Optional<String> concern(Locale locale) {
        List<String> now = names;
        if (now.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(Messages.of(locale).text("close.unsaved", now.size(), String.join(", ", now)));
    }
}
