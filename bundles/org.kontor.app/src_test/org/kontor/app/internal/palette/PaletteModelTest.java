package org.kontor.app.internal.palette;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.kontor.ui.api.palette.PaletteEntry;
import org.kontor.ui.api.palette.PaletteEntry.Action;
import org.kontor.ui.api.state.ViewStates;

class PaletteModelTest {
    /** Remembers who waits for what. */
    private static final class Searches implements PaletteModel.Finder {
        private final Map<String, Consumer<PaletteGroup>> waiting = new HashMap<>();
        private final List<String> asked = new ArrayList<>();

        @Override
        public void find(String text, Consumer<PaletteGroup> arrived) {
            asked.add(text);
            waiting.put(text, arrived);
        }

        @Override
        public void cancel() {
            waiting.clear();
        }

        void answer(String text, PaletteGroup group) {
            Consumer<PaletteGroup> to = waiting.get(text);
            assertThat(to).as("nobody looks for " + text).isNotNull();
            to.accept(group);
        }
    }

    private static final class Memory implements ViewStates {
        private final Map<String, String> values = new HashMap<>();

        @Override
        public Optional<String> get(String key) {
            return Optional.ofNullable(values.get(key));
        }

        @Override
        public void put(String key, String value) {
            values.put(key, value);
        }

        @Override
        public void remove(String key) {
            values.remove(key);
        }
    }

    private final Searches searches = new Searches();
    private final Memory memory = new Memory();
    private final PaletteModel model = new PaletteModel(searches, memory, "Recently used");

    private final PaletteGroup perspectives = group("perspectives", 100, hit("Inbox"), hit("Reporting"));
    private final PaletteGroup commands =
            group("commands", 300, hit("Error log"), hit("Reply"), off("Resolve"), hit("Preferences"));

    @Test
    void everythingStandsThereBeforeTheFirstKey() {
        model.open(List.of(commands, perspectives));
        assertThat(shown())
                .containsExactly(
                        "# perspectives",
                        "Inbox",
                        "Reporting",
                        "# commands",
                        "Error log",
                        "Reply",
                        "Resolve (off)",
                        "Preferences");
        assertThat(model.selected()).isEqualTo(1);
    }

    @Test
    void whatWasTypedNarrowsAndTheBestIsSelected() {
        model.open(List.of(perspectives, commands));
        model.type("rep");
        assertThat(shown()).containsExactly("? rep", "# perspectives", "Reporting", "# commands", "Reply");
        assertThat(selected()).isEqualTo("Reporting");
        model.type("repl");
        assertThat(selected()).isEqualTo("Reply");
    }

    @Test
    void whereNothingFitsEnterSearchesTheInbox() {
        model.open(List.of(perspectives, commands));
        model.type("order 4711");
        assertThat(shown()).containsExactly("? order 4711");
        assertThat(model.choose()).contains(new PaletteRow.ShowAll("order 4711"));
    }

    @Test
    void whatComesLaterMovesNobodysChoice() {
        model.open(List.of(perspectives, commands));
        model.type("lena");
        searches.answer("lena", group("conversations", 400, hit("Lena M."), hit("Lena Marquardt")));
        assertThat(shown()).containsExactly("? lena", "# conversations", "Lena M.", "Lena Marquardt");
        assertThat(selected()).isEqualTo("? lena");
        model.move(1);
        searches.answer("lena", group("orders", 350, hit("Order of Lena")));
        assertThat(shown())
                .containsExactly("? lena", "# orders", "Order of Lena", "# conversations", "Lena M.", "Lena Marquardt");
        assertThat(selected()).isEqualTo("Lena M.");
    }

    @Test
    void resultsOfAnOlderTextAreDropped() {
        model.open(List.of(perspectives));
        model.type("len");
        model.type("lena");
        searches.answer("len", group("conversations", 400, hit("Lenz")));
        assertThat(shown()).containsExactly("? lena");
        assertThat(searches.asked).containsExactly("", "len", "lena");
    }

    @Test
    void aCommandThatCannotRunIsPassedOver() {
        model.open(List.of(commands));
        model.type("re");
        assertThat(shown()).containsExactly("? re", "# commands", "Reply", "Preferences", "Resolve (off)");
        model.move(1);
        assertThat(selected()).isEqualTo("Preferences");
        model.move(1);
        assertThat(selected()).isEqualTo("? re");
        model.select(4);
        assertThat(selected()).isEqualTo("? re");
        model.move(-1);
        assertThat(selected()).isEqualTo("Preferences");
    }

    @Test
    void whatWasUsedComesFirstNextTime() {
        model.open(List.of(perspectives, commands));
        model.type("error");
        model.choose();
        model.type("pref");
        model.choose();
        model.open(List.of(perspectives, commands));
        assertThat(shown()).startsWith("# Recently used", "Preferences", "Error log", "# perspectives");
        assertThat(selected()).isEqualTo("Preferences");
        PaletteModel afterRestart = new PaletteModel(searches, memory, "Recently used");
        afterRestart.open(List.of(perspectives));
        assertThat(afterRestart.rows())
                .as("the commands are gone, and so is the group")
                .hasSize(3);
    }

    @Test
    void ofTwoThatFitAlikeTheUsedOneIsSelected() {
        PaletteGroup alike = group("commands", 300, hit("Set theme"), hit("Set language"));
        model.open(List.of(alike));
        model.type("set language");
        model.choose();
        model.type("set");
        assertThat(selected()).isEqualTo("Set language");
    }

    @Test
    void noMoreThanAGroupMayShowAreShown() {
        PaletteHit[] many = Stream.iterate(1, number -> number + 1)
                .limit(20)
                .map(number -> hit("Brand " + number))
                .toArray(PaletteHit[]::new);
        model.open(List.of(new PaletteGroup("brands", 200, "brands", 3, List.of(many))));
        model.type("brand");
        assertThat(shown()).containsExactly("? brand", "# brands", "Brand 1", "Brand 2", "Brand 3");
    }

    private String selected() {
        return shown().get(model.selected());
    }

    private List<String> shown() {
        return model.rows().stream()
                .map(row -> switch (row) {
                    case PaletteRow.Head(String title) -> "# " + title;
                    case PaletteRow.ShowAll(String text) -> "? " + text;
                    case PaletteRow.Found(PaletteHit found) ->
                        found.entry().label() + (found.enabled() ? "" : " (off)");
                })
                .toList();
    }

    private static PaletteGroup group(String id, int order, PaletteHit... hits) {
        return new PaletteGroup(id, order, id, 8, List.of(hits));
    }

    private static PaletteHit hit(String label) {
        return new PaletteHit(label, entry(label), "", true);
    }

    private static PaletteHit off(String label) {
        return new PaletteHit(label, entry(label), "", false);
    }

    private static PaletteEntry entry(String label) {
        return new PaletteEntry(label, "", null, null, new Action.RunCommand(label, Map.of()));
    }
}
