package org.kontor.ui.inbox.internal.model;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.kontor.api.channel.OutgoingAttachment;
import org.kontor.api.conversation.Draft;
import org.kontor.api.conversation.Message;
import org.kontor.api.desk.Replies;
import org.kontor.api.id.MessageId;
import org.kontor.api.store.ConversationRef;

/** What is being written in the open conversation. Every change of a reply is in the draft journal within 250 ms. */
public final class ReplyModel {
    /** What the view has to follow. */
    public enum Event {
        /** The editor has to take over text and addresses. */
        REPLACED,
        /** Count, chips, attachments, hints or buttons look different. */
        CHANGED
    }

    private final Services services;
    private final Threads threads;
    private final InstantSource clock;
    private final Actions actions;
    private final Typing typing;
    private final ReplyFiles files;
    private final ReplyChecks checks;
    private final Listeners<Event> listeners = new Listeners<>();
    private @Nullable ReplyRules rules;
    private WriteMode mode = WriteMode.NOTE;
    private @Nullable MessageId chosen;
    private boolean sending;
    private Replies.Outcome.@Nullable Refused refused;

    /** @param locale in which checks speak */
    public ReplyModel(
            Services services,
            Threads threads,
            InstantSource clock,
            Actions actions,
            DraftJournal journal,
            Locale locale) {
        this.services = services;
        this.threads = threads;
        this.clock = clock;
        this.actions = actions;
        typing = new Typing(clock, journal);
        files = new ReplyFiles(threads, typing, () -> rules, this::changed, this::failed);
        checks = new ReplyChecks(services, threads, locale);
        listeners.add(event -> checks.typed(mode == WriteMode.NOTE ? null : request()));
    }

    private void changed() {
        keep();
        listeners.fire(Event.CHANGED);
    }

    public Listeners<Event> listeners() {
        return listeners;
    }

    // -- what the editor is for

    /** A conversation was opened, or what is open has changed; null if nothing is open. */
    public void show(@Nullable Opened now) {
        Opened before = opened();
        if (now == null) {
            if (before != null) {
                rules = null;
                clear();
                typing.leave();
                listeners.fire(Event.REPLACED);
            }
            return;
        }
        ReplyRules here = ReplyRules.of(now, services.connectors());
        rules = here;
        if (before == null || !before.ref().equals(now.ref())) {
            begin(here);
        } else {
            follow(here);
        }
        listeners.fire(Event.CHANGED);
    }

    private void begin(ReplyRules here) {
        clear();
        typing.leave();
        mode = naturalMode();
        Draft draft = typing.begin(here);
        if (draft != null) {
            follow(draft);
        }
        listeners.fire(Event.REPLACED);
    }

    private void follow(ReplyRules here) {
        Draft draft = typing.follow(here);
        if (draft != null) {
            follow(draft);
            listeners.fire(Event.REPLACED);
        }
        keepModeOffered();
    }

    /** Writes on in the way the draft was meant. */
    private void follow(Draft draft) {
        WriteMode wanted =
                draft.withoutReply() && !draft.note().isBlank() ? WriteMode.NOTE : WriteMode.of(draft.mode());
        if (modes().stream().anyMatch(option -> option.mode() == wanted && option.usable())) {
            mode = wanted;
        }
    }

    private void clear() {
        chosen = null;
        refused = null;
        files.clear();
    }

    private WriteMode naturalMode() {
        return modes().stream()
                .filter(ModeOption::usable)
                .map(ModeOption::mode)
                .findFirst()
                .orElse(WriteMode.NOTE);
    }

    private void keepModeOffered() {
        if (modes().stream().noneMatch(option -> option.mode() == mode)) {
            mode = naturalMode();
        }
    }

    /** The conversation that is written in; null for none. */
    public @Nullable Opened opened() {
        ReplyRules here = rules;
        return here == null ? null : here.opened();
    }

    /** The ways to write that are offered here. */
    public List<ModeOption> modes() {
        ReplyRules here = rules;
        return here == null ? List.of() : here.modes(answers(), clock.instant());
    }

    public WriteMode mode() {
        return mode;
    }

    /** Chooses a way to write; a note has a text of its own. */
    public void mode(WriteMode wanted) {
        if (wanted == mode) {
            return;
        }
        boolean otherText = wanted == WriteMode.NOTE || mode == WriteMode.NOTE;
        mode = wanted;
        refused = null;
        if (wanted != WriteMode.NOTE && !typing.content().blank()) {
            keep();
        }
        if (otherText) {
            listeners.fire(Event.REPLACED);
        }
        listeners.fire(Event.CHANGED);
    }

    /** The message that is answered; null if there is none to answer. */
    public @Nullable Message answers() {
        Opened now = opened();
        if (now == null) {
            return null;
        }
        Message picked = now.message(chosen);
        return picked != null && Opened.answerable(picked) ? picked : now.newestAnswerable();
    }

    /** Whether the agent chose which message to answer. */
    public boolean chose() {
        return chosen != null;
    }

    /** Chooses the message to answer; null for the newest one. */
    public void answer(@Nullable MessageId message) {
        chosen = message;
        keepModeOffered();
        listeners.fire(Event.CHANGED);
    }

    // -- what is typed

    /** What the editor shows: the reply's words, or the note's. */
    public String text() {
        return mode == WriteMode.NOTE ? typing.note() : typing.content().text();
    }

    /** The editor's text is another. */
    public void text(String typed) {
        if (opened() == null || typed.equals(text())) {
            return;
        }
        refused = null;
        if (mode == WriteMode.NOTE) {
            typing.note(typed);
        } else {
            typing.content(typing.content().text(typed));
        }
        changed();
    }

    public List<String> cc() {
        return typing.content().cc();
    }

    public List<String> bcc() {
        return typing.content().bcc();
    }

    /** The fields for further addresses were typed in; they are split at commas, semicolons and spaces. */
    public void addresses(String cc, String bcc) {
        Content now = typing.content().addresses(cc, bcc);
        if (!now.equals(typing.content())) {
            typing.content(now);
            refused = null;
            changed();
        }
    }

    /** The first address that cannot be one; null if all are fine. */
    public @Nullable String badAddress() {
        return typing.content().badAddress();
    }

    public List<OutgoingAttachment> attachments() {
        return typing.content().attachments();
    }

    /** The files that were not taken the last time. */
    public List<Attaching.Refused> refusedFiles() {
        return files.refused();
    }

    /** Whether the channel takes attachments here. */
    public boolean takesAttachments() {
        ReplyRules here = rules;
        return here != null && here.takesAttachments(mode);
    }

    /** Attaches files, as far as the channel takes them. */
    public void attach(List<Path> chosen) {
        files.attach(chosen);
    }

    /** Takes an attachment off again. */
    public void detach(OutgoingAttachment attachment) {
        files.detach(attachment);
    }

    private void keep() {
        Opened now = opened();
        if (now != null) {
            typing.keep(now, mode);
        }
    }

    // -- what goes out

    /** The rules that hold here; null while nothing is open. */
    public @Nullable ReplyRules rules() {
        return rules;
    }

    /** The brand's signature as it will stand below the text; empty where there is none or no room for it. */
    public String signature() {
        ReplyRules here = rules;
        return here == null ? "" : here.signature(mode);
    }

    /** How much of each limit the text uses, what is tightest first; empty where nothing is limited. */
    public List<ReplyRules.Count> counts() {
        ReplyRules here = rules;
        return here == null ? List.of() : here.counts(mode, typing.content().text());
    }

    /** Why it cannot be sent; null if it can. */
    public ReplyRules.@Nullable Problem problem() {
        ReplyRules here = rules;
        if (here == null) {
            return ReplyRules.Problem.NOTHING_TO_ANSWER;
        }
        if (sending) {
            return ReplyRules.Problem.SENDING;
        }
        ReplyRules.Problem problem = here.problem(mode, typing.content(), typing.note(), answers(), clock.instant());
        return problem == null && mode != WriteMode.NOTE && checks.stop() != null
                ? ReplyRules.Problem.CHECK_STOPPED
                : problem;
    }

    /** What the checks say of it. */
    public ReplyChecks checks() {
        return checks;
    }

    /** What the desk said when it did not take the reply; null if it did. */
    public Replies.Outcome.@Nullable Refused refused() {
        return refused;
    }

    /** Whether the way from the editor to the outbox is being walked. */
    public boolean sending() {
        return sending;
    }

    /** Sends the reply, or writes the note. Nothing happens while there is a {@link #problem}. */
    public void send() {
        ReplyRules here = rules;
        if (here == null || problem() != null) {
            return;
        }
        Replies.ReplyRequest request = request();
        sending = true;
        listeners.fire(Event.CHANGED);
        if (request == null) {
            sendNote(here.opened().ref());
            return;
        }
        threads.<Replies.Outcome>work(
                "reply",
                () -> services.replies().reply(services.scope(), request),
                outcome -> sent(request, outcome),
                this::failed);
    }

    /** The reply as it stands; null for a note, and where there is nothing to answer. */
    private Replies.@Nullable ReplyRequest request() {
        ReplyRules here = rules;
        Message answers = answers();
        return here == null || answers == null ? null : here.request(mode, typing.content(), answers);
    }

    private void sendNote(ConversationRef ref) {
        actions.note(ref, typing.note().strip(), kept -> {
            sending = false;
            Opened now = opened();
            if (kept) {
                typing.noted(ref, now, mode);
            }
            if (kept && now != null && now.ref().equals(ref)) {
                mode = naturalMode();
            }
            listeners.fire(Event.REPLACED);
            listeners.fire(Event.CHANGED);
        });
    }

    private void sent(Replies.ReplyRequest request, Replies.Outcome outcome) {
        sending = false;
        Opened now = opened();
        boolean here = now != null && now.ref().equals(request.conversation());
        switch (outcome) {
            case Replies.Outcome.Queued queued -> {
                if (here && now != null) {
                    clear();
                    typing.sent(now, mode);
                    mode = naturalMode();
                    listeners.fire(Event.REPLACED);
                } else {
                    typing.sentFrom(request.conversation());
                }
                actions.replied(request.conversation(), queued.entry());
            }
            case Replies.Outcome.Refused refusal -> {
                if (here) {
                    refused = refusal;
                }
            }
        }
        listeners.fire(Event.CHANGED);
    }

    private void failed(RuntimeException fault) {
        sending = false;
        actions.failed(fault);
        listeners.fire(Event.CHANGED);
    }

    /** The answered message as quoted lines, led in by {@code attribution}. */
    public String quote(String attribution) {
        Message answers = answers();
        if (answers == null) {
            return "";
        }
        return Content.quote(attribution, answers.text());
    }
}
