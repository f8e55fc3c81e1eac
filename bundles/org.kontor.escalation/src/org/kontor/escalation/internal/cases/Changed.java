package org.kontor.escalation.internal.cases;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kontor.api.cases.CaseEntry.Field;
import org.kontor.api.cases.CaseEntry.What;
import org.kontor.api.cases.CaseFacts;
import org.kontor.api.id.UserId;

/** Which facts of a case are different, as its timeline says it. */
final class Changed {
    private final List<What> found = new ArrayList<>();

    private Changed() {}

    static List<What> between(CaseFacts before, CaseFacts after) {
        Changed changed = new Changed();
        changed.look(Field.TITLE, before.title(), after.title());
        changed.look(Field.SEVERITY, before.severity().name(), after.severity().name());
        changed.look(Field.CATEGORY, before.category().name(), after.category().name());
        changed.look(Field.CAUSE, before.cause(), after.cause());
        changed.look(Field.REMEDY, before.remedy(), after.remedy());
        changed.look(Field.OWNER, user(before.owner()), user(after.owner()));
        changed.look(Field.DUE, text(before.due()), text(after.due()));
        return changed.found;
    }

    private void look(Field field, String before, String after) {
        if (!before.equals(after)) {
            found.add(new What.Changed(field, before, after));
        }
    }

    private static String user(@Nullable UserId user) {
        return user == null ? "" : String.valueOf(user.value());
    }

    private static String text(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }
}
