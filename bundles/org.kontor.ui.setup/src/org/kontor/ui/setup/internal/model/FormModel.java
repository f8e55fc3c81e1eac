package org.kontor.ui.setup.internal.model;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.kontor.api.channel.SettingSpec;

/**
 * The settings of an account while they are typed: what stands in each field, what is wrong with it, what differs from what
 * is kept. Belongs to one thread.
 */
public final class FormModel {
    private final List<FormField> fields;
    private final Assist assist;
    private boolean secretsKept;
    /** Whether someone chose what is kept, so that nothing is proposed for it. */
    private boolean chosen;

    private final Map<String, String> kept = new LinkedHashMap<>();
    private final Map<String, String> typed = new LinkedHashMap<>();
    /** Fields that the user filled himself: no proposal touches them. */
    private final Set<String> byHand = new HashSet<>();
    /** Fields that the user has been in: what is wrong with them is said while he types. */
    private final Set<String> seen = new HashSet<>();

    private final Listeners listeners = new Listeners();

    private FormModel(List<FormField> fields, Assist assist, Map<String, String> values, boolean secretsKept) {
        this.fields = List.copyOf(fields);
        this.assist = assist;
        this.secretsKept = secretsKept;
        for (FormField field : fields) {
            String value = values.getOrDefault(field.name(), field.spec().initial());
            kept.put(field.name(), value);
            typed.put(field.name(), value);
        }
    }

    /** The form of an account that is not kept yet. */
    public static FormModel fresh(List<FormField> fields, Assist assist) {
        return new FormModel(fields, assist, Map.of(), false);
    }

    /**
     * The form of an account that is kept. Its secrets stay where they are: their fields are empty, and leaving them so
     * keeps them. What is kept was chosen by someone, so nothing is proposed for it.
     */
    public static FormModel of(List<FormField> fields, Assist assist, Map<String, String> values) {
        return of(fields, assist, values, true);
    }

    /**
     * The same.
     *
     * @param secretsKept whether there are secrets to be left as they are
     */
    public static FormModel of(List<FormField> fields, Assist assist, Map<String, String> values, boolean secretsKept) {
        FormModel model = new FormModel(fields, assist, values, secretsKept);
        model.chosen = true;
        fields.forEach(field -> model.byHand.add(field.name()));
        return model;
    }

    /** The fields in the order in which they are asked. */
    public List<FormField> fields() {
        return fields;
    }

    /** Calls {@code listener} after every change. */
    public Runnable onChange(Runnable listener) {
        return listeners.add(listener);
    }

    /** What stands in a field. */
    public String value(String name) {
        return typed.getOrDefault(name, "");
    }

    /** Whether a secret is kept that an empty field leaves as it is. */
    public boolean keepsSecret(FormField field) {
        return secretsKept && field.spec().kind() == SettingSpec.Kind.SECRET;
    }

    /** Whether there are secrets that an empty field leaves as they are. */
    boolean secretsKept() {
        return secretsKept;
    }

    /** Says from now on that there are, or that there are none any more. */
    void secretsKept(boolean now) {
        secretsKept = now;
    }

    /** The user typed or chose. */
    public void set(String name, String value) {
        if (value.equals(value(name))) {
            return;
        }
        typed.put(name, value);
        if (value.isEmpty()) {
            byHand.remove(name);
        } else {
            byHand.add(name);
        }
        propose(name);
        listeners.fire();
    }

    /** The user left a field: it takes the form in which it is kept, and what is wrong with it is said. */
    public void leave(String name) {
        boolean first = seen.add(name);
        String tidy = tidy(name);
        if (first || !tidy.equals(value(name))) {
            typed.put(name, tidy);
            listeners.fire();
        }
    }

    /** Says from now on what is wrong with every field, as after an attempt to go on. */
    public void showAll() {
        fields.forEach(field -> seen.add(field.name()));
        listeners.fire();
    }

    /** What is wrong with a field and is to be said now. */
    public Optional<Problem> shown(String name) {
        return seen.contains(name) ? problem(name) : Optional.empty();
    }

    /** Everything that is wrong, in the order of the fields. */
    public List<Problem> problems() {
        return fields.stream().flatMap(field -> problem(field.name()).stream()).toList();
    }

    /** Whether the form can be used. */
    public boolean valid() {
        return problems().isEmpty();
    }

    /** Whether something stands there that is not kept. */
    public boolean dirty() {
        return fields.stream().anyMatch(field -> dirty(field.name()));
    }

    /** Whether a field differs from what is kept. */
    public boolean dirty(String name) {
        return !tidy(name).equals(tidy(name, kept.getOrDefault(name, "")));
    }

    /** Takes back what was typed. */
    public void revert() {
        typed.putAll(kept);
        seen.clear();
        byHand.clear();
        if (chosen) {
            fields.forEach(field -> byHand.add(field.name()));
        }
        listeners.fire();
    }

    /** What is to be kept: tidy, and without secrets that are left as they are. */
    public Map<String, String> values() {
        Map<String, String> values = new LinkedHashMap<>();
        for (FormField field : fields) {
            String value = tidy(field.name());
            if (field.spec().kind() != SettingSpec.Kind.SECRET || !value.isEmpty()) {
                values.put(field.name(), value);
            }
        }
        return values;
    }

    /**
     * These values are kept now. What the user has typed since stays and stays changed; secrets leave the form.
     *
     * @param values as {@link #values()} gave them
     */
    public void saved(Map<String, String> values) {
        for (FormField field : fields) {
            String name = field.name();
            boolean asSaved = tidy(name).equals(values.getOrDefault(name, ""));
            kept.put(name, isSecret(field) ? "" : values.getOrDefault(name, ""));
            if (asSaved) {
                typed.put(name, kept.getOrDefault(name, ""));
            }
        }
        listeners.fire();
    }

    /** What is kept was changed elsewhere: fields that the user left alone follow. */
    public void keptElsewhere(Map<String, String> values) {
        Map<String, String> before = new HashMap<>(kept);
        for (FormField field : fields) {
            String name = field.name();
            if (isSecret(field)) {
                continue;
            }
            boolean alone = !dirty(name);
            kept.put(name, values.getOrDefault(name, field.spec().initial()));
            if (alone) {
                typed.put(name, kept.getOrDefault(name, ""));
            }
        }
        if (!before.equals(kept)) {
            listeners.fire();
        }
    }

    /** A key of our texts: what has to be done elsewhere before these settings work. */
    public Optional<String> advice() {
        return assist.advice(this::value);
    }

    /** How an account with these settings would be called; empty while nothing is known. */
    public String accountName() {
        return assist.accountName(this::value);
    }

    private void propose(String changed) {
        assist.propose(changed, this::value).forEach((name, value) -> {
            if (typed.containsKey(name) && !byHand.contains(name) && !value.equals(value(name))) {
                typed.put(name, value);
                propose(name);
            }
        });
    }

    private Optional<Problem> problem(String name) {
        return fields.stream()
                .filter(field -> field.name().equals(name))
                .findFirst()
                .flatMap(field -> {
                    String value = tidy(name);
                    if (value.isEmpty() && keepsSecret(field)) {
                        return Optional.empty();
                    }
                    return SettingRules.check(field, value).or(() -> assist.check(field, value));
                });
    }

    private String tidy(String name) {
        return tidy(name, value(name));
    }

    private String tidy(String name, String value) {
        return fields.stream()
                .filter(field -> field.name().equals(name))
                .findFirst()
                .map(field -> assist.normalise(name, SettingRules.normalise(field.spec(), value)))
                .orElse(value);
    }

    private static boolean isSecret(FormField field) {
        return field.spec().kind() == SettingSpec.Kind.SECRET;
    }
}
