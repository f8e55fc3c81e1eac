package org.kontor.ui.escalation.internal.model;

import org.jspecify.annotations.Nullable;
import org.kontor.api.cases.Case;
import org.kontor.api.cases.CaseFacts;
import org.kontor.api.cases.Category;
import org.kontor.api.cases.Severity;
import org.kontor.api.id.UserId;

/**
 * What stands in the fields of the editor, as it was typed.
 *
 * @param due words for a time, see {@link DueText}
 */
public record CaseForm(
        String title,
        Severity severity,
        Category category,
        String cause,
        String remedy,
        @Nullable UserId owner,
        String due) {
    /** The fields of a case. */
    static CaseForm of(Case from, DueText dates) {
        CaseFacts facts = from.facts();
        return new CaseForm(
                facts.title(),
                facts.severity(),
                facts.category(),
                facts.cause(),
                facts.remedy(),
                facts.owner(),
                dates.print(facts.due()));
    }

    public CaseForm withTitle(String now) {
        return new CaseForm(now, severity, category, cause, remedy, owner, due);
    }

    public CaseForm withSeverity(Severity now) {
        return new CaseForm(title, now, category, cause, remedy, owner, due);
    }

    public CaseForm withCategory(Category now) {
        return new CaseForm(title, severity, now, cause, remedy, owner, due);
    }

    public CaseForm withCause(String now) {
        return new CaseForm(title, severity, category, now, remedy, owner, due);
    }

    public CaseForm withRemedy(String now) {
        return new CaseForm(title, severity, category, cause, now, owner, due);
    }

    public CaseForm withOwner(@Nullable UserId now) {
        return new CaseForm(title, severity, category, cause, remedy, now, due);
    }

    public CaseForm withDue(String now) {
        return new CaseForm(title, severity, category, cause, remedy, owner, now);
    }
}
