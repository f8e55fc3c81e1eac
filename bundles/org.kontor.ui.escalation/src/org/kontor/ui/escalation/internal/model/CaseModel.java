package org.kontor.ui.escalation.internal.model;

import java.time.Instant;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.kontor.api.access.Scope;
import org.kontor.api.cases.Case;
import org.kontor.api.cases.CaseFacts;
import org.kontor.api.cases.CaseRef;
import org.kontor.api.cases.CaseResult;
import org.kontor.api.cases.CaseResult.Why;
import org.kontor.api.cases.Outcome;
import org.kontor.api.store.ConversationRef;
import org.kontor.api.store.Store;
import org.kontor.ui.common.work.Work;

/**
 * One case in its editor: what the store has, what was typed, and whether somebody else was faster. Whatever happens, what was
 * typed stays until the user saves it or takes it back. Belongs to the UI thread.
 */
public final class CaseModel implements AutoCloseable {
    private final EscalationServices services;
    private final Messages messages;
    private final CaseRef ref;
    private final Listeners listeners = new Listeners();
    private final Work.Lane reading;
    private final Store.Registration registration;
    private @Nullable CaseFile file;
    /** The case that the fields were filled from. */
    private @Nullable Case base;

    private @Nullable CaseForm form;
    private String note = "";
    private Said said = new Said.Nothing();
    private boolean gone;
    private boolean busy;
    /** Set by store threads. */
    private volatile boolean stale;

    public CaseModel(EscalationServices services, Messages messages, CaseRef ref) {
        this.services = services;
        this.messages = messages;
        this.ref = ref;
        reading = services.work().lane(messages.text("job.read"), EscalationServices.FAMILY);
        registration = services.store().onCommit(seq -> stale = true);
    }

    /** Calls {@code listener} after every change. */
    public Runnable onChange(Runnable listener) {
        return listeners.add(listener);
    }

    /** Reads the case, in a job. */
    public void reload() {
        stale = false;
        reading.run(monitor -> read(services.grants().current()), this::took, this::failed);
    }

    private Optional<CaseFile> read(Scope scope) {
        return CaseFile.read(services.store(), scope, ref);
    }

    /** Called from time to time while the editor shows: follows the store. */
    public void tick() {
        if (stale && !busy) {
            reload();
        }
    }

    private void took(Optional<CaseFile> found) {
        gone = found.isEmpty();
        found.ifPresent(this::take);
        listeners.fire();
    }

    private void take(CaseFile found) {
        boolean edited = factsEdited();
        file = found;
        Case was = base;
        if (was == null || !edited) {
            fill(found);
        } else if (found.now().revision() != was.revision()) {
            said = new Said.Overtaken(messages.text("conflict.somebody"));
        }
    }

    private void fill(CaseFile from) {
        base = from.now();
        form = CaseForm.of(from.now(), dates(from));
        if (said instanceof Said.Overtaken) {
            said = new Said.Nothing();
        }
    }

    private DueText dates(CaseFile of) {
        return new DueText(messages.locale(), of.brand().zone());
    }

    private void failed(Throwable fault) {
        busy = false;
        say(new Said.Failed(messages.text("said.fault", String.valueOf(fault.getMessage()))));
    }

    private void say(Said what) {
        said = what;
        listeners.fire();
    }

    // -- what is shown

    /** The case; empty until it is read. */
    public Optional<CaseFile> file() {
        return Optional.ofNullable(file);
    }

    /** What stands in the fields; empty until the case is read. */
    public Optional<CaseForm> form() {
        return Optional.ofNullable(form);
    }

    /** Whether the case cannot be found any more. */
    public boolean gone() {
        return gone;
    }

    /** What is to be said. */
    public Said said() {
        return said;
    }

    /** Whether something is being written. */
    public boolean busy() {
        return busy;
    }

    /** Whether the fields may be changed. */
    public boolean editable() {
        CaseFile shown = file;
        return shown != null && shown.now().open() && !gone;
    }

    /** Whether something is typed that is not saved. */
    public boolean dirty() {
        return factsEdited() || !note.isBlank();
    }

    private boolean factsEdited() {
        Case was = base;
        CaseFile shown = file;
        CaseForm typed = form;
        return was != null && shown != null && typed != null && !typed.equals(CaseForm.of(was, dates(shown)));
    }

    /** What is wrong with the words of the due time; empty while nothing is. */
    public String dueProblem() {
        CaseFile shown = file;
        CaseForm typed = form;
        if (shown == null || typed == null) {
            return "";
        }
        return dates(shown).read(typed.due(), now()) instanceof DueText.Read.Unreadable
                ? messages.text("due.unreadable", dates(shown).print(now()))
                : "";
    }

    private Instant now() {
        return services.clock().instant();
    }

    // -- editing

    /** Changes what stands in the fields. */
    public void edit(UnaryOperator<CaseForm> change) {
        CaseForm typed = form;
        if (typed != null && editable()) {
            CaseForm now = change.apply(typed);
            if (!now.equals(typed)) {
                form = now;
                listeners.fire();
            }
        }
    }

    /** The note that is being written. */
    public String note() {
        return note;
    }

    /** Changes the note that is being written. */
    public void note(String typed) {
        if (!typed.equals(note)) {
            note = typed;
            listeners.fire();
        }
    }

    /** Takes back what was typed: the fields stand as they are saved now, by whomever. */
    public void revert() {
        CaseFile shown = file;
        if (shown != null) {
            note = "";
            said = new Said.Nothing();
            fill(shown);
            listeners.fire();
        }
    }

    // -- saving

    /** Saves facts and note, then does {@code then}, if all of it was saved. */
    public void save(Runnable then) {
        CaseFile shown = file;
        Case was = base;
        CaseForm typed = form;
        if (shown == null || was == null || typed == null || busy) {
            return;
        }
        String writing = note;
        if (!factsEdited()) {
            if (writing.isBlank()) {
                then.run();
            } else {
                write(scope -> services.cases().note(scope, ref, writing), () -> noted(writing), then);
            }
            return;
        }
        Optional<CaseFacts> facts = facts(shown, was, typed);
        if (facts.isEmpty()) {
            return;
        }
        write(
                scope -> {
                    CaseResult result = services.cases().save(scope, ref, was.revision(), facts.get());
                    return result instanceof CaseResult.Done && !writing.isBlank()
                            ? services.cases().note(scope, ref, writing)
                            : result;
                },
                () -> {
                    noted(writing);
                    saved(typed);
                },
                then);
    }

    private Optional<CaseFacts> facts(CaseFile shown, Case was, CaseForm typed) {
        return switch (TypedFacts.of(typed, was, dates(shown), now())) {
            case TypedFacts.Good good -> Optional.of(good.facts());
            case TypedFacts.NoTitle noTitle -> refuse(messages.text("said.NO_WORDS"));
            case TypedFacts.NoTime noTime -> refuse(dueProblem());
        };
    }

    private Optional<CaseFacts> refuse(String sentence) {
        say(new Said.Failed(sentence));
        return Optional.empty();
    }

    private void noted(String written) {
        if (note.equals(written)) {
            note = "";
        }
    }

    private void saved(CaseForm sent) {
        CaseFile now = file;
        if (now != null) {
            CaseForm typedSince = form;
            fill(now);
            if (typedSince != null && !typedSince.equals(sent)) {
                form = typedSince;
            }
        }
    }

    /** After somebody was faster: saves what was typed over it, then does {@code then}. */
    public void overwrite(Runnable then) {
        CaseFile shown = file;
        if (shown != null) {
            base = shown.now();
            said = new Said.Nothing();
            save(then);
            listeners.fire();
        }
    }

    // -- acting

    /** Writes the note that was typed into the timeline as a decision. */
    public void decide() {
        writeDown((scope, words) -> services.cases().decide(scope, ref, words));
    }

    /** Writes the note that was typed into the timeline. */
    public void addNote() {
        writeDown((scope, words) -> services.cases().note(scope, ref, words));
    }

    private void writeDown(BiFunction<Scope, String, CaseResult> entry) {
        String words = note;
        if (!words.isBlank()) {
            write(scope -> entry.apply(scope, words), () -> noted(words), () -> {});
        }
    }

    /** Adds a conversation. */
    public void link(ConversationRef conversation) {
        write(scope -> services.cases().link(scope, ref, conversation), () -> {}, () -> {});
    }

    /** Takes a conversation out. */
    public void unlink(ConversationRef conversation) {
        write(scope -> services.cases().unlink(scope, ref, conversation), () -> {}, () -> {});
    }

    /** Saves what was typed and ends the case. */
    public void close(Outcome outcome, String words) {
        save(() -> {
            Case was = base;
            if (was != null) {
                write(
                        scope -> services.cases().close(scope, ref, was.revision(), outcome, words),
                        this::refill,
                        () -> {});
            }
        });
    }

    /** Takes a closed case up again. */
    public void reopen() {
        write(scope -> services.cases().reopen(scope, ref), this::refill, () -> {});
    }

    private void refill() {
        CaseFile now = file;
        if (now != null) {
            fill(now);
        }
    }

    private record Changed(CaseResult result, Optional<CaseFile> now) {}

    /**
     * Changes the case in a job and reads how it is then.
     *
     * @param done the change is made and {@link #file} has it, nothing is told yet
     * @param then after it was told
     */
    private void write(Function<Scope, CaseResult> change, Runnable done, Runnable then) {
        if (busy) {
            return;
        }
        busy = true;
        said = new Said.Nothing();
        services.work()
                .run(
                        messages.text("job.save"),
                        EscalationServices.FAMILY,
                        monitor -> {
                            Scope scope = services.grants().current();
                            CaseResult result = change.apply(scope);
                            return new Changed(result, read(scope));
                        },
                        changed -> {
                            busy = false;
                            changed(changed, done, then);
                        },
                        this::failed);
        listeners.fire();
    }

    private void changed(Changed changed, Runnable done, Runnable then) {
        switch (changed.result()) {
            case CaseResult.Done good -> {
                changed.now().ifPresent(found -> file = found);
                done.run();
                took(changed.now());
                then.run();
            }
            case CaseResult.Conflict conflict -> {
                changed.now().ifPresent(found -> file = found);
                say(new Said.Overtaken(messages.text("conflict.somebody")));
            }
            case CaseResult.Refused refused -> {
                took(changed.now());
                gone = gone || refused.why() == Why.NO_CASE;
                say(new Said.Failed(messages.text("said." + refused.why())));
            }
        }
    }

    @Override
    public void close() {
        registration.close();
        reading.cancel();
    }
}
