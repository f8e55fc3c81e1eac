package org.kontor.app.internal.palette;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.kontor.ui.api.state.ViewStates;

/**
 * What the palette shows for what was typed. Commands, perspectives and brands are looked through at once, from memory; what has
 * to be searched for comes later and is dropped when something else was typed meanwhile. Belongs to the UI thread.
 */
public final class PaletteModel {
    /** Searches elsewhere. */
    public interface Finder {
        /** Looks for {@code text}, instead of what was looked for before; tells each group on the UI thread when it is there. */
        void find(String text, Consumer<PaletteGroup> arrived);

        /** Ends the search; nothing is told any more. */
        void cancel();
    }

    /** What was used lately stands above all else. */
    private static final String RECENT_KEY = "org.kontor.app.palette.recent";

    private static final int MOST_RECENT = 6;
    /** What was used lately fits a bit better. */
    private static final int FAMILIAR = 3;

    private final Finder finder;
    private final ViewStates states;
    private final String recentTitle;
    private final List<Runnable> listeners = new ArrayList<>();
    private final Map<String, PaletteGroup> arrived = new HashMap<>();
    private List<PaletteGroup> own = List.of();
    private List<PaletteRow> rows = List.of();
    private String text = "";
    private int selected = -1;

    /** @param recentTitle head of the group of what was used lately */
    public PaletteModel(Finder finder, ViewStates states, String recentTitle) {
        this.finder = finder;
        this.states = states;
        this.recentTitle = recentTitle;
    }

    /** Calls {@code listener} after each change. */
    public void onChange(Runnable listener) {
        listeners.add(listener);
    }

    /** Begins anew with what can be chosen at once. */
    public void open(List<PaletteGroup> groups) {
        own = List.copyOf(groups);
        text = "";
        search();
    }

    /** Ends the search. */
    public void close() {
        finder.cancel();
    }

    /** Something was typed. */
    public void type(String typed) {
        String now = typed.strip();
        if (!now.equals(text)) {
            text = now;
            search();
        }
    }

    /** What is to be shown, from top to bottom. */
    public List<PaletteRow> rows() {
        return rows;
    }

    /** The row that Enter chooses; -1 if there is none. */
    public int selected() {
        return selected;
    }

    /** Goes up or down by rows that can be chosen, around the ends. */
    public void move(int by) {
        List<Integer> places = choosable();
        if (!places.isEmpty()) {
            int at = places.indexOf(selected);
            int next = at < 0 ? (by > 0 ? 0 : places.size() - 1) : Math.floorMod(at + by, places.size());
            selected = places.get(next);
            tell();
        }
    }

    /** Goes to a row, if it can be chosen. */
    public void select(int row) {
        if (row >= 0 && row < rows.size() && row != selected && rows.get(row).choosable()) {
            selected = row;
            tell();
        }
    }

    /** What Enter chooses; it is remembered as used. */
    public Optional<PaletteRow> choose() {
        if (selected < 0) {
            return Optional.empty();
        }
        PaletteRow row = rows.get(selected);
        if (row instanceof PaletteRow.Found found && !found.hit().id().isEmpty()) {
            List<String> recent = Stream.concat(Stream.of(found.hit().id()), recent().stream())
                    .distinct()
                    .limit(MOST_RECENT)
                    .toList();
            states.put(RECENT_KEY, recent);
        }
        return Optional.of(row);
    }

    private void search() {
        arrived.clear();
        build();
        selected = best();
        String asked = text;
        finder.find(asked, group -> arrived(asked, group));
        tell();
    }

    private void arrived(String asked, PaletteGroup group) {
        if (asked.equals(text)) {
            PaletteRow before = selected < 0 ? null : rows.get(selected);
            arrived.put(group.id(), group);
            build();
            // What the user is about to choose stays chosen, wherever it went.
            int again = before == null ? -1 : rows.indexOf(before);
            selected = again < 0 ? best() : again;
            tell();
        }
    }

    private void build() {
        List<PaletteRow> built = new ArrayList<>();
        if (!text.isEmpty()) {
            built.add(new PaletteRow.ShowAll(text));
        }
        Likeness likeness = Likeness.to(text);
        if (likeness.all()) {
            add(built, recentTitle, used());
        }
        Stream.concat(own.stream().map(group -> fitting(group, likeness)), arrived.values().stream())
                .sorted(Comparator.comparingInt(PaletteGroup::order).thenComparing(PaletteGroup::id))
                .forEach(group -> add(built, group.title(), group.hits()));
        rows = List.copyOf(built);
    }

    private static void add(List<PaletteRow> built, String title, List<PaletteHit> hits) {
        if (!hits.isEmpty()) {
            built.add(new PaletteRow.Head(title));
            hits.forEach(hit -> built.add(new PaletteRow.Found(hit)));
        }
    }

    private PaletteGroup fitting(PaletteGroup group, Likeness likeness) {
        if (likeness.all()) {
            return group;
        }
        List<String> recent = recent();
        List<PaletteHit> fitting = group.hits().stream()
                .filter(hit -> score(hit, likeness, recent) > Likeness.NONE)
                .sorted(Comparator.comparing(PaletteHit::enabled)
                        .reversed()
                        .thenComparing(Comparator.comparingInt((PaletteHit hit) -> score(hit, likeness, recent))
                                .reversed()))
                .limit(group.most())
                .toList();
        return new PaletteGroup(group.id(), group.order(), group.title(), group.most(), fitting);
    }

    private static int score(PaletteHit hit, Likeness likeness, List<String> recent) {
        int score = likeness.of(hit.entry().label(), hit.entry().detail());
        return score > Likeness.NONE && recent.contains(hit.id()) ? score + FAMILIAR : score;
    }

    /** What was used lately and can still be done. */
    private List<PaletteHit> used() {
        return recent().stream()
                .flatMap(id -> own.stream()
                        .flatMap(group -> group.hits().stream())
                        .filter(hit -> hit.enabled() && hit.id().equals(id))
                        .limit(1))
                .toList();
    }

    private List<String> recent() {
        return states.list(RECENT_KEY);
    }

    /** The row that fits best of those from memory; what comes later must not change what Enter is about to do. */
    private int best() {
        Likeness likeness = Likeness.to(text);
        List<String> recent = recent();
        List<Integer> places = choosable();
        return places.stream()
                .filter(row -> rows.get(row) instanceof PaletteRow.Found found && own(found.hit()))
                .max(Comparator.comparingInt((Integer row) -> rows.get(row) instanceof PaletteRow.Found found
                                ? score(found.hit(), likeness, likeness.all() ? List.of() : recent)
                                : 0)
                        .thenComparing(Comparator.reverseOrder()))
                .orElse(places.isEmpty() ? -1 : places.get(0));
    }

    private boolean own(PaletteHit hit) {
        return own.stream().anyMatch(group -> group.hits().contains(hit));
    }

    private List<Integer> choosable() {
        List<Integer> places = new ArrayList<>();
        for (int row = 0; row < rows.size(); row++) {
            if (rows.get(row).choosable()) {
                places.add(row);
            }
        }
        return places;
    }

    private void tell() {
        List.copyOf(listeners).forEach(Runnable::run);
    }
}
