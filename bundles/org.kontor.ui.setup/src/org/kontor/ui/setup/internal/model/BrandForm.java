package org.kontor.ui.setup.internal.model;

import java.time.ZoneId;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.kontor.api.account.Brand;
import org.kontor.api.account.Client;
import org.kontor.api.account.Colour;
import org.kontor.ui.setup.internal.model.CreateAccount.BrandPlan;
import org.kontor.ui.setup.internal.model.Problem.Cause;

/** A brand while it is typed. Belongs to one thread. */
public final class BrandForm {
    /** The fields. */
    public enum Part {
        NAME,
        COLOUR,
        ZONE,
        SIGNATURE
    }

    private final Messages messages;
    private final Map<Part, String> kept = new EnumMap<>(Part.class);
    private final Map<Part, String> typed = new EnumMap<>(Part.class);
    private final Set<Part> seen = EnumSet.noneOf(Part.class);
    private final Listeners listeners = new Listeners();
    private List<Brand> others = List.of();

    private BrandForm(Messages messages, String name, Colour colour, ZoneId zone, String signature) {
        this.messages = messages;
        kept.put(Part.NAME, name);
        kept.put(Part.COLOUR, colour.hex());
        kept.put(Part.ZONE, zone.getId());
        kept.put(Part.SIGNATURE, signature);
        typed.putAll(kept);
    }

    /** The form of a brand that is yet to be: with a colour that no other has. */
    public static BrandForm fresh(Messages messages, Collection<Brand> others, ZoneId zone) {
        Colour colour = BrandColours.propose(others.stream().map(Brand::colour).toList());
        BrandForm form = new BrandForm(messages, "", colour, zone, "");
        form.others = List.copyOf(others);
        return form;
    }

    /** The form of a brand that is kept. */
    public static BrandForm of(Messages messages, Brand brand, Collection<Brand> all) {
        BrandForm form = new BrandForm(messages, brand.name(), brand.colour(), brand.zone(), brand.signature());
        form.setOthers(all.stream().filter(b -> !b.id().equals(brand.id())).toList());
        return form;
    }

    /** Calls {@code listener} after every change. */
    public Runnable onChange(Runnable listener) {
        return listeners.add(listener);
    }

    /** The brands beside which this one has to be told apart. */
    public void setOthers(Collection<Brand> brands) {
        others = List.copyOf(brands);
    }

    /** What stands in a field. */
    public String value(Part part) {
        return typed.getOrDefault(part, "");
    }

    /** The user typed or chose. */
    public void set(Part part, String value) {
        if (!value.equals(value(part))) {
            typed.put(part, value);
            listeners.fire();
        }
    }

    /** The user left a field. */
    public void leave(Part part) {
        if (seen.add(part)) {
            listeners.fire();
        }
    }

    /** Says from now on what is wrong with every field. */
    public void showAll() {
        seen.addAll(EnumSet.allOf(Part.class));
        listeners.fire();
    }

    /** The colour as it stands there; empty while it is none. */
    public Optional<Colour> colour() {
        return BrandColours.parse(value(Part.COLOUR));
    }

    /** The name without blanks around it. */
    public String name() {
        return SettingRules.visible(value(Part.NAME));
    }

    /** What is to be said of the colour. */
    public Optional<BrandColours.Remark> remark() {
        return colour().map(c ->
                BrandColours.remark(c, others.stream().map(Brand::colour).toList()));
    }

    /** The other brand whose colour is the same or hard to tell from this one. */
    public Optional<Brand> alike() {
        return colour().flatMap(c -> others.stream()
                .filter(other -> BrandColours.distance(c, other.colour()) < BrandColours.ALIKE)
                .findFirst());
    }

    /** What is wrong with a field and is to be said now. */
    public Optional<Problem> shown(Part part) {
        return seen.contains(part) ? problem(part) : Optional.empty();
    }

    /** Everything that is wrong. */
    public List<Problem> problems() {
        return Stream.of(Part.values()).flatMap(part -> problem(part).stream()).toList();
    }

    /** Whether it can be used. */
    public boolean valid() {
        return problems().isEmpty();
    }

    /** Whether something stands there that is not kept. */
    public boolean dirty() {
        return Stream.of(Part.values()).anyMatch(this::dirty);
    }

    private boolean dirty(Part part) {
        return !tidy(part, value(part)).equals(tidy(part, kept.getOrDefault(part, "")));
    }

    /** Takes back what was typed. */
    public void revert() {
        typed.putAll(kept);
        seen.clear();
        listeners.fire();
    }

    /**
     * The brand as it would be kept.
     *
     * @throws IllegalStateException if the form is not valid
     */
    public Brand brand(Brand old) {
        return new Brand(old.id(), old.client(), name(), colourOrThrow(), zone(), signature());
    }

    /** The zone. */
    public ZoneId zone() {
        return Zones.parse(value(Part.ZONE)).orElseThrow(() -> new IllegalStateException("the form is not valid"));
    }

    /** The colour of a valid form. */
    public Colour colourOrThrow() {
        return colour().orElseThrow(() -> new IllegalStateException("the form is not valid"));
    }

    /** The signature, without blank lines at its end. */
    public String signature() {
        return value(Part.SIGNATURE).stripTrailing();
    }

    /** The brand is kept like this now, or was changed elsewhere; what the user changed since stays. */
    public void keptAs(Brand brand) {
        Map<Part, String> now = new EnumMap<>(Part.class);
        now.put(Part.NAME, brand.name());
        now.put(Part.COLOUR, brand.colour().hex());
        now.put(Part.ZONE, brand.zone().getId());
        now.put(Part.SIGNATURE, brand.signature());
        boolean changed = false;
        for (Part part : Part.values()) {
            String value = now.getOrDefault(part, "");
            boolean alone = !dirty(part) || tidy(part, value(part)).equals(tidy(part, value));
            changed |= !value.equals(kept.put(part, value));
            if (alone) {
                changed |= !value.equals(typed.put(part, value));
            }
        }
        if (changed) {
            listeners.fire();
        }
    }

    private static String tidy(Part part, String value) {
        return switch (part) {
            case NAME -> SettingRules.visible(value);
            case COLOUR -> BrandColours.parse(value).map(Colour::hex).orElse(value);
            case ZONE -> Zones.parse(value).map(ZoneId::getId).orElse(value);
            case SIGNATURE -> value.stripTrailing();
        };
    }

    private Optional<Problem> problem(Part part) {
        String value = value(part);
        return switch (part) {
            case NAME -> nameProblem();
            case COLOUR -> colour().isPresent() ? Optional.empty() : problem(part, Cause.NOT_A_COLOUR, value);
            case ZONE -> Zones.parse(value).isPresent() ? Optional.empty() : problem(part, Cause.NOT_A_ZONE, value);
            case SIGNATURE -> Optional.empty();
        };
    }

    private Optional<Problem> nameProblem() {
        if (name().isEmpty()) {
            return problem(Part.NAME, Cause.MISSING);
        }
        return others.stream().anyMatch(other -> other.name().equalsIgnoreCase(name()))
                ? problem(Part.NAME, Cause.NAME_TAKEN, name())
                : Optional.empty();
    }

    private Optional<Problem> problem(Part part, Cause cause, String... arguments) {
        return Optional.of(new Problem(part.name(), label(part), cause, List.of(arguments)));
    }

    /** The name of a field. */
    public String label(Part part) {
        return messages.text("brand." + part.name().toLowerCase(Locale.ROOT));
    }

    /**
     * What is to be made of it.
     *
     * @param known the client that is there already under the name typed
     * @param client that name
     */
    BrandPlan plan(Optional<Client> known, String client) {
        return new BrandPlan.New(
                known.map(Client::id),
                known.isPresent() ? "" : SettingRules.visible(client),
                name(),
                colourOrThrow(),
                zone(),
                signature());
    }
}
