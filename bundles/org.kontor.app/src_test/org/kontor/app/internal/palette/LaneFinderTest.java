package org.kontor.app.internal.palette;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Proxy;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.kontor.api.access.Grants;
import org.kontor.api.access.Scope;
import org.kontor.api.id.BrandId;
import org.kontor.api.id.UserId;
import org.kontor.api.plugin.FloodException;
import org.kontor.app.internal.model.GuardedCalls;
import org.kontor.app.internal.palette.PaletteSources.Known;
import org.kontor.app.internal.palette.PaletteSources.Search;
import org.kontor.ui.api.BrandFilter;
import org.kontor.ui.api.Commands;
import org.kontor.ui.api.palette.PaletteEntry;
import org.kontor.ui.api.palette.PaletteSource;
import org.kontor.ui.common.work.Work;

/** What sources of plug-ins do wrong stays in their lanes. */
class LaneFinderTest {
    private static final class Nobody extends Grants {
        @Override
        public Scope current() {
            return newScope(new UserId(1), false, Map.of());
        }

        @Override
        public Scope system(BrandId brand) {
            return current();
        }

        @Override
        public Scope system() {
            return current();
        }
    }

    private final List<String> lanes = new ArrayList<>();
    private final List<Work.Task<?>> tasks = new ArrayList<>();
    private final PaletteSources sources = new PaletteSources(new GuardedCalls());

    /** Keeps what is to be done on workers, and does nothing of it. */
    private final class Kept implements Work.Lane {
        @Override
        public <T extends @Nullable Object> void run(Work.Task<T> task, Consumer<? super T> ui) {
            tasks.add(task);
        }

        @Override
        public <T extends @Nullable Object> void run(
                Work.Task<T> task, Consumer<? super T> ui, Consumer<? super Throwable> failed) {
            tasks.add(task);
        }

        @Override
        public void cancel() {
            tasks.clear();
        }
    }

    private Work work() {
        return (Work)
                Proxy.newProxyInstance(Work.class.getClassLoader(), new Class<?>[] {Work.class}, (it, method, with) -> {
                    assertThat(method.getName()).isEqualTo("lane");
                    lanes.add(String.valueOf(with[0]));
                    return new Kept();
                });
    }

    private record Source(List<String> asked, List<PaletteEntry> answer) implements PaletteSource {
        @Override
        public String id() {
            asked.add("id");
            return "sample.source";
        }

        @Override
        public int order() {
            return 900;
        }

        @Override
        public String title(Locale locale) {
            return "t".repeat(100_000);
        }

        @Override
        public List<PaletteEntry> find(Request request, IProgressMonitor monitor) {
            return answer;
        }
    }

    private static PaletteEntry entry() {
        return new PaletteEntry("More", "", null, null, new PaletteEntry.Action.RunCommand(Commands.SEARCH, Map.of()));
    }

    @Test
    void aSourceIsNotEvenAskedForItsNameOnTheThreadOfTheWindow() throws Exception {
        Source one = new Source(new ArrayList<>(), List.of(entry()));
        Source two = new Source(new ArrayList<>(), List.of());
        sources.add(new Known(one, "sample.one", "1"));
        sources.add(new Known(two, "sample.two", "2"));
        LaneFinder finder = new LaneFinder(work(), sources, "Conversations", () -> BrandFilter.ALL);
        finder.find("m", group -> {});
        finder.find("mo", group -> {});
        assertThat(one.asked()).isEmpty();
        // The same id does not put them into one lane, in which one would hold the other up.
        assertThat(lanes).containsExactlyInAnyOrder("Palette: sample.one", "Palette: sample.two");
        assertThat(tasks).hasSize(4);
        sources.setGrants(new Nobody());
        for (Work.Task<?> task : tasks) {
            task.run(new NullProgressMonitor());
        }
        assertThat(one.asked()).isNotEmpty();
    }

    @Test
    void anAnswerWithoutEndIsNoneAndWordsWithoutEndAreCut() throws Exception {
        sources.setGrants(new Nobody());
        Search search = new Search("m", BrandFilter.ALL, Locale.ENGLISH, 6);
        Known flood = new Known(new Source(new ArrayList<>(), new Endless()), "sample.flood", "1");
        assertThatThrownBy(() -> sources.find(flood, search, new NullProgressMonitor()))
                .isInstanceOf(FloodException.class);
        Known fine = new Known(new Source(new ArrayList<>(), List.of(entry())), "sample.fine", "2");
        Optional<PaletteGroup> group = sources.find(fine, search, new NullProgressMonitor());
        assertThat(group).isPresent();
        assertThat(group.get().title().length()).isLessThan(1_000);
        assertThat(group.get().hits()).hasSize(1);
        assertThat(group.get().id()).isEqualTo("sample.source");
    }

    private static final class Endless extends AbstractList<PaletteEntry> {
        @Override
        public PaletteEntry get(int index) {
            return entry();
        }

        @Override
        public int size() {
            return Integer.MAX_VALUE;
        }
    }
}
