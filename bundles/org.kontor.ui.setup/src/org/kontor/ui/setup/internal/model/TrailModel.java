package org.kontor.ui.setup.internal.model;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kontor.api.access.Scope;
import org.kontor.api.access.User;
import org.kontor.api.account.Brand;
import org.kontor.api.audit.AuditAction;
import org.kontor.api.audit.AuditCheck;
import org.kontor.api.audit.AuditEntry;
import org.kontor.api.audit.AuditQuery;
import org.kontor.api.audit.AuditSubject;
import org.kontor.api.conversation.Conversation;
import org.kontor.api.id.ConversationId;
import org.kontor.api.id.UserId;
import org.kontor.api.store.ConversationRef;
import org.kontor.ui.common.format.Times;

/** The audit trail of a brand: a list with filters, a check, an export. Belongs to the UI thread. */
public final class TrailModel {
    private static final int PAGE = 100;

    /**
     * An entry as it is shown.
     *
     * @param about the name of what it was done to; empty for the brand itself
     * @param details a line for each
     */
    public record Line(AuditEntry entry, String what, String who, String when, String about, List<String> details) {
        /** What a screen reader says. */
        public String spoken() {
            return String.join(", ", what, who, when, about, String.join(", ", details));
        }

        /** Whether there is something to be opened. */
        public boolean opens() {
            return !(entry.subject() instanceof AuditSubject.OfBrand);
        }
    }

    private record Read(
            List<AuditEntry> entries,
            List<User> users,
            Map<ConversationId, Conversation> conversations,
            boolean more) {}

    private final SetupServices services;
    private final Messages messages;
    private final TrailWords words;
    private final Times times;
    private final Runnable changed;
    private Brand brand;
    private Snapshot snapshot;
    private final List<Line> lines = new ArrayList<>();
    private Map<UserId, User> users = Map.of();
    private @Nullable AuditAction action;
    private @Nullable UserId actor;
    /** Set when the check begins, by its worker. */
    private volatile @Nullable TrailCheck checking;

    private boolean busy;
    private @Nullable Notice notice;
    private boolean loaded;
    private boolean more;
    /** Grows with every list that is asked for: only the newest answer counts. */
    private int asked;

    TrailModel(
            SetupServices services, Messages messages, Times times, Snapshot snapshot, Brand brand, Runnable changed) {
        this.services = services;
        this.messages = messages;
        this.words = new TrailWords(messages, times);
        this.times = times;
        this.snapshot = snapshot;
        this.brand = brand;
        this.changed = changed;
    }

    /** Whose it is. */
    public Brand brand() {
        return brand;
    }

    /** What is shown, newest first. */
    public List<Line> lines() {
        return List.copyOf(lines);
    }

    /** Whether the list has been read. */
    public boolean loaded() {
        return loaded;
    }

    /** Whether there are older ones. */
    public boolean more() {
        return more;
    }

    /** Whether a filter is set. */
    public boolean filtered() {
        return action != null || actor != null;
    }

    /** Those who can be filtered by, by name. */
    public List<User> users() {
        return users.values().stream().sorted(Comparator.comparing(User::name)).toList();
    }

    /** What was done last, or what the check found. */
    public Optional<Notice> notice() {
        return Optional.ofNullable(notice);
    }

    /** How far the check is, from 0 to 1, negative if nobody knows; empty while none runs. */
    public Optional<Double> progress() {
        TrailCheck running = checking;
        return busy ? Optional.of(running == null ? -1 : running.share()) : Optional.empty();
    }

    /** The name of an action. */
    public String name(AuditAction each) {
        return messages.text("trail.action." + each);
    }

    /** Shows only this action and this person; null for all. */
    public void filter(@Nullable AuditAction only, @Nullable UserId by) {
        action = only;
        actor = by;
        load(null);
    }

    /** Reads the list for the first time. */
    public void show() {
        if (!loaded) {
            load(null);
        }
    }

    /** Goes on where the list ends. */
    public void loadMore() {
        if (more && !lines.isEmpty()) {
            load(lines.getLast().entry());
        }
    }

    void update(Snapshot now, Brand is) {
        snapshot = now;
        brand = is;
        if (loaded && lines.size() <= PAGE) {
            load(null);
        }
    }

    private AuditQuery query() {
        return new AuditQuery(
                Set.of(brand.id()), action == null ? Set.of() : Set.of(action), actor, null, null, null, null, PAGE);
    }

    private void load(@Nullable AuditEntry after) {
        int number = ++asked;
        AuditQuery query = query().after(after);
        services.work()
                .run(
                        messages.text("job.trail", brand.name()),
                        SetupServices.FAMILY,
                        monitor -> read(query),
                        read -> {
                            if (number == asked) {
                                take(read, after == null);
                            }
                        },
                        fault -> say(
                                Notice.Kind.ERROR, messages.text("load.failed", String.valueOf(fault.getMessage()))));
    }

    private Read read(AuditQuery query) {
        Scope scope = services.scope();
        List<AuditEntry> page = services.trail().page(scope, query);
        List<ConversationRef> refs = page.stream()
                .flatMap(e -> e.subject() instanceof AuditSubject.OfConversation c
                        ? List.of(new ConversationRef(e.brand(), c.id())).stream()
                        : List.<ConversationRef>of().stream())
                .distinct()
                .toList();
        return services.store().read(scope, rows -> {
            Map<ConversationId, Conversation> known = new HashMap<>();
            rows.conversations(refs).forEach(c -> known.put(c.id(), c));
            return new Read(page, rows.users(), known, page.size() == query.max());
        });
    }

    private void take(Read read, boolean first) {
        if (first) {
            lines.clear();
        }
        users = byId(read.users());
        for (AuditEntry entry : read.entries()) {
            lines.add(new Line(
                    entry,
                    name(entry.action()),
                    words.who(entry.actor(), users),
                    times.exact(entry.at()),
                    words.subject(entry, read.conversations(), snapshot),
                    words.details(entry, users)));
        }
        more = read.more();
        loaded = true;
        changed.run();
    }

    private static Map<UserId, User> byId(Collection<User> all) {
        Map<UserId, User> byId = new HashMap<>();
        all.forEach(user -> byId.put(user.id(), user));
        return byId;
    }

    /** Looks whether the trail is whole. */
    public void check() {
        if (busy) {
            return;
        }
        busy = true;
        checking = null;
        notice = null;
        services.work()
                .run(
                        messages.text("job.check", brand.name()),
                        SetupServices.FAMILY,
                        monitor -> {
                            TrailCheck running = new TrailCheck(monitor);
                            checking = running;
                            return services.trail().check(services.scope(), brand.id(), List.of(), running);
                        },
                        found -> {
                            busy = false;
                            say(kind(found), words.found(found));
                        },
                        fault -> {
                            busy = false;
                            say(
                                    Notice.Kind.ERROR,
                                    messages.text("trail.check.failed", String.valueOf(fault.getMessage())));
                        });
        changed.run();
    }

    private static Notice.Kind kind(AuditCheck found) {
        return switch (found) {
            case AuditCheck.Whole whole -> Notice.Kind.INFO;
            case AuditCheck.Cancelled cancelled -> Notice.Kind.WARNING;
            case AuditCheck.Broken broken -> Notice.Kind.ERROR;
        };
    }

    /** Ends the check that runs. */
    public void cancelCheck() {
        TrailCheck running = checking;
        if (running != null) {
            running.cancel();
        }
    }

    /** What a file for it might be called. */
    public String fileName() {
        return messages.text("trail.file", brand.name().replaceAll("[^\\p{L}\\p{N}]+", "-"), LocalDate.now()) + ".csv";
    }

    /** Writes what the filters let through, all of it, and the anchors. */
    public void export(Path file) {
        AuditQuery query = query();
        services.work()
                .run(
                        messages.text("job.trail.export", brand.name()),
                        SetupServices.FAMILY,
                        monitor -> {
                            Scope scope = services.scope();
                            TrailExport.write(
                                    file,
                                    query,
                                    wanted -> services.trail().page(scope, wanted),
                                    services.trail().anchors(scope, brand.id()),
                                    byId(services.store().read(scope, rows -> rows.users())),
                                    monitor);
                            return file;
                        },
                        done -> say(Notice.Kind.INFO, messages.text("trail.exported", done.getFileName())),
                        fault -> say(
                                Notice.Kind.ERROR,
                                messages.text("trail.export.failed", String.valueOf(fault.getMessage()))));
    }

    private void say(Notice.Kind kind, String text) {
        notice = new Notice(kind, text);
        changed.run();
    }
}
