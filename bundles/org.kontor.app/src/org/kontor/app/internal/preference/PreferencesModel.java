package org.kontor.app.internal.preference;

import java.math.BigInteger;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kontor.api.plugin.Guarded;
import org.kontor.api.plugin.Trouble;
import org.kontor.app.internal.Messages;
import org.kontor.ui.api.preference.PreferencePage;
import org.kontor.ui.api.preference.PreferencePage.Field;
import org.kontor.ui.api.preference.PreferencePage.Kind;
import org.kontor.ui.api.preference.PreferencePage.Page;
import org.kontor.ui.api.preference.PreferencePage.Problem;
import org.kontor.ui.common.work.Work;

/**
 * What stands in the preferences while they are open: every page with what was typed into it, kept when another page is shown and
 * when saving fails. Belongs to the UI thread; pages are read and saved by workers.
 */
public final class PreferencesModel {
    /** Family of the reading and saving jobs, for tests that wait. */
    public static final Object FAMILY = PreferencesModel.class;

    private final Work work;
    private final PreferencePages pages;
    private final Messages texts;
    private final Locale locale;
    private final List<OpenPage> openPages = new ArrayList<>();
    private final List<Runnable> listeners = new ArrayList<>();
    private @Nullable OpenPage selected;
    private int saving;

    /** One page while it is open. */
    public static final class OpenPage {
        private final PreferencePage source;
        private final Map<String, String> typed = new HashMap<>();
        private final Map<String, String> problems = new LinkedHashMap<>();
        private @Nullable Page page;
        private String failure = "";

        private OpenPage(PreferencePage source) {
            this.source = source;
        }

        /** Names it. */
        public String id() {
            return source.id();
        }

        /** Its name in the list; the id of a page that cannot be read. */
        public String title() {
            Page read = page;
            return read == null ? id() : read.title();
        }

        /** What it asks for; nothing while it is not read, or cannot be. */
        public Optional<Page> page() {
            return Optional.ofNullable(page);
        }

        /** Why it cannot be read or saved; empty if it can. */
        public String failure() {
            return failure;
        }

        /** What stands in a field. */
        public String value(Field field) {
            return typed.getOrDefault(field.name(), field.value());
        }

        /** What is wrong with a field; empty if nothing is known to be. */
        public String problem(Field field) {
            return problems.getOrDefault(field.name(), "");
        }

        /** Whether something was changed and is not saved. */
        public boolean dirty() {
            Page read = page;
            return read != null
                    && read.fields().stream().anyMatch(field -> !value(field).equals(field.value()));
        }

        private Map<String, String> values() {
            Map<String, String> values = new LinkedHashMap<>();
            Page read = page;
            if (read != null) {
                read.fields().forEach(field -> values.put(field.name(), value(field)));
            }
            return values;
        }
    }

    public PreferencesModel(Work work, PreferencePages pages, Messages texts, Locale locale) {
        this.work = work;
        this.pages = pages;
        this.texts = texts;
        this.locale = locale;
    }

    /** Calls {@code listener} after each change other than typing. */
    public void onChange(Runnable listener) {
        listeners.add(listener);
    }

    /** Reads all pages. */
    public void open(PreferencePage own) {
        List<PreferencePage> all = new ArrayList<>(pages.all());
        all.add(own);
        all.sort(Comparator.comparingInt(PreferencePage::order).thenComparing(PreferencePage::id));
        all.forEach(page -> openPages.add(new OpenPage(page)));
        openPages.forEach(open -> work.run(
                texts.preferences_title,
                FAMILY,
                monitor -> pages.read(open.source, locale, monitor),
                answer -> read(open, answer),
                failed -> fail(open, String.valueOf(failed))));
    }

    /** The pages that have answered, in their order. */
    public List<OpenPage> openPages() {
        return openPages.stream()
                .filter(open -> open.page != null || !open.failure.isEmpty())
                .toList();
    }

    /** The one that shows; the first until one is chosen. */
    public Optional<OpenPage> selected() {
        OpenPage chosen = selected;
        return chosen != null ? Optional.of(chosen) : openPages().stream().findFirst();
    }

    /** Shows another. */
    public void select(OpenPage open) {
        if (selected != open) {
            selected = open;
            tell();
        }
    }

    /** Something was typed or chosen. */
    public void type(OpenPage open, Field field, String value) {
        open.typed.put(field.name(), value);
        open.problems.remove(field.name());
    }

    /** Whether something is being saved. */
    public boolean saving() {
        return saving > 0;
    }

    /**
     * Saves every page that was changed, unless a value cannot be right.
     *
     * @param done called when all are saved; not at all if a value is refused
     */
    public void apply(Runnable done) {
        if (saving()) {
            return;
        }
        List<OpenPage> changed = openPages.stream().filter(OpenPage::dirty).toList();
        changed.forEach(open -> open.failure = "");
        changed.forEach(this::check);
        if (wrong().isPresent()) {
            showWrong();
            return;
        }
        if (changed.isEmpty()) {
            done.run();
            return;
        }
        saving = changed.size();
        for (OpenPage open : changed) {
            Map<String, String> values = open.values();
            work.run(
                    texts.preferences_title,
                    FAMILY,
                    monitor -> pages.save(open.source, values, locale, monitor),
                    answer -> saved(open, values, answer, done),
                    failed -> {
                        open.failure = MessageFormat.format(texts.preferences_notSaved, failed);
                        ended(done);
                    });
        }
        tell();
    }

    private void saved(OpenPage open, Map<String, String> values, Guarded<List<Problem>> answer, Runnable done) {
        switch (answer) {
            case Guarded.Answered<List<Problem>>(List<Problem> problems)
            when problems.isEmpty() -> accept(open, values);
            case Guarded.Answered<List<Problem>>(List<Problem> problems) ->
                problems.forEach(each -> open.problems.put(each.field(), each.sentence()));
            case Guarded.Failed<List<Problem>>(Trouble trouble) -> open.failure = notSaved(trouble);
            case Guarded.Off<List<Problem>>(Trouble trouble) -> open.failure = notSaved(trouble);
        }
        ended(done);
    }

    private void ended(Runnable done) {
        saving--;
        if (saving > 0) {
            return;
        }
        if (wrong().isPresent()) {
            showWrong();
        } else {
            tell();
            done.run();
        }
    }

    /** What was saved is what stands there from now on. */
    private static void accept(OpenPage open, Map<String, String> values) {
        Page before = open.page;
        if (before != null) {
            open.page = new Page(
                    before.title(),
                    before.explanation(),
                    before.fields().stream()
                            .map(field -> new Field(
                                    field.name(),
                                    field.label(),
                                    field.hint(),
                                    field.kind(),
                                    values.getOrDefault(field.name(), field.value()),
                                    field.choices()))
                            .toList());
        }
    }

    private void check(OpenPage open) {
        open.page().ifPresent(page -> {
            for (Field field : page.fields()) {
                problem(field, open.value(field)).ifPresent(words -> open.problems.put(field.name(), words));
            }
        });
    }

    private Optional<String> problem(Field field, String value) {
        boolean wrong = switch (field.kind()) {
            case NUMBER -> !number(value);
            case CHOICE ->
                field.choices().stream().noneMatch(each -> each.value().equals(value));
            case SWITCH, TEXT, FOLDER -> false;
        };
        return wrong
                ? Optional.of(MessageFormat.format(
                        field.kind() == Kind.NUMBER ? texts.preferences_noNumber : texts.preferences_noChoice,
                        field.label()))
                : Optional.empty();
    }

    private static boolean number(String value) {
        try {
            return new BigInteger(value.strip()).bitLength() < Long.SIZE;
        } catch (NumberFormatException e) {
            return false;
        }
    }

    private Optional<OpenPage> wrong() {
        return openPages.stream()
                .filter(open -> !open.problems.isEmpty() || !open.failure.isEmpty() && open.dirty())
                .findFirst();
    }

    /** Shows a page on which something is wrong: the one that shows, if it is one. */
    private void showWrong() {
        boolean here = selected()
                .filter(open -> !open.problems.isEmpty() || !open.failure.isEmpty())
                .isPresent();
        if (!here) {
            selected = wrong().orElse(selected);
        }
        tell();
    }

    private void read(OpenPage open, Guarded<Page> answer) {
        switch (answer) {
            case Guarded.Answered<Page>(Page page) -> open.page = page;
            case Guarded.Failed<Page>(Trouble trouble) -> open.failure = notRead(trouble.detail());
            case Guarded.Off<Page>(Trouble trouble) -> open.failure = notRead(trouble.detail());
        }
        tell();
    }

    private void fail(OpenPage open, String why) {
        open.failure = notRead(why);
        tell();
    }

    private String notRead(String why) {
        return MessageFormat.format(texts.preferences_notRead, why);
    }

    private String notSaved(Trouble trouble) {
        return MessageFormat.format(texts.preferences_notSaved, trouble.detail());
    }

    private void tell() {
        List.copyOf(listeners).forEach(Runnable::run);
    }
}
