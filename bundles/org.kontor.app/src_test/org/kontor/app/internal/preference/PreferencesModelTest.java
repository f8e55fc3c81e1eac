package org.kontor.app.internal.preference;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.core.runtime.jobs.Job;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kontor.app.internal.Messages;
import org.kontor.app.internal.TestMessages;
import org.kontor.app.internal.model.GuardedCalls;
import org.kontor.app.internal.preference.PreferencesModel.OpenPage;
import org.kontor.ui.api.preference.PreferencePage;
import org.kontor.ui.common.work.Work;

class PreferencesModelTest {
    /** Keeps values in memory; refuses or throws when told to. */
    private static class ShopPage implements PreferencePage {
        private Map<String, String> kept = Map.of("address", "https://shop.example", "orders", "10");
        private List<Problem> refused = List.of();
        private @Nullable RuntimeException broken;
        private int saves;

        @Override
        public String id() {
            return "org.example.shop";
        }

        @Override
        public int order() {
            return 900;
        }

        @Override
        public Page page(Locale locale) {
            return new Page(
                    "Shop",
                    "",
                    List.of(
                            new Field("address", "Address", "", Kind.TEXT, kept.getOrDefault("address", ""), List.of()),
                            new Field(
                                    "orders",
                                    "Orders shown",
                                    "",
                                    Kind.NUMBER,
                                    kept.getOrDefault("orders", ""),
                                    List.of())));
        }

        @Override
        public List<Problem> save(Map<String, String> values, Locale locale) {
            saves++;
            if (broken != null) {
                throw broken;
            }
            if (refused.isEmpty()) {
                kept = Map.copyOf(values);
            }
            return refused;
        }
    }

    /** Does everything at once. */
    private static final class AtOnce implements Work {
        @Override
        public <T extends @Nullable Object> Job run(String name, Object family, Task<T> task, Consumer<? super T> ui) {
            return run(name, family, task, ui, failed -> {});
        }

        @Override
        public <T extends @Nullable Object> Job run(
                String name, Object family, Task<T> task, Consumer<? super T> ui, Consumer<? super Throwable> failed) {
            try {
                ui.accept(task.run(new NullProgressMonitor()));
            } catch (Exception e) {
                failed.accept(e);
            }
            return Job.create(name, (IProgressMonitor monitor) -> {});
        }

        @Override
        public Lane lane(String name, Object family) {
            throw new UnsupportedOperationException("not used here");
        }
    }

    private final Messages texts = TestMessages.load(Locale.ENGLISH);
    private final PreferencePages pages = new PreferencePages(new GuardedCalls());
    private final ShopPage shop = new ShopPage();
    private final ShopPage other = new ShopPage() {
        @Override
        public String id() {
            return "org.example.other";
        }
    };
    private final PreferencesModel model = new PreferencesModel(new AtOnce(), pages, texts, Locale.ENGLISH);
    private final List<String> done = new ArrayList<>();

    @BeforeEach
    void open() {
        pages.addPage(shop);
        model.open(other);
    }

    @Test
    void pagesStandInTheirOrderAndTheFirstShows() {
        assertThat(model.openPages()).extracting(OpenPage::id).containsExactly("org.example.other", "org.example.shop");
        assertThat(model.selected()).map(OpenPage::id).contains("org.example.other");
    }

    @Test
    void onlyWhatWasChangedIsSaved() {
        type("orders", "25");
        model.apply(() -> done.add("done"));
        assertThat(shop.kept).containsEntry("orders", "25").containsEntry("address", "https://shop.example");
        assertThat(other.saves).isZero();
        assertThat(done).containsExactly("done");
        assertThat(page().dirty()).isFalse();
        model.apply(() -> done.add("again"));
        assertThat(shop.saves).isEqualTo(1);
        assertThat(done).containsExactly("done", "again");
    }

    @Test
    void aValueThatCannotBeRightIsNamedAndNothingIsSaved() {
        type("orders", "many");
        model.apply(() -> done.add("done"));
        assertThat(done).isEmpty();
        assertThat(shop.saves).isZero();
        assertThat(page().problem(field("orders"))).isEqualTo("“Orders shown” needs a whole number, such as 10.");
        assertThat(model.selected()).map(OpenPage::id).contains("org.example.shop");
        type("orders", "7");
        assertThat(page().problem(field("orders"))).isEmpty();
        model.apply(() -> done.add("done"));
        assertThat(done).containsExactly("done");
    }

    @Test
    void whatThePageRefusesStaysTyped() {
        shop.refused = List.of(new PreferencePage.Problem("address", "The shop does not answer there."));
        type("address", "https://nowhere.example");
        model.apply(() -> done.add("done"));
        assertThat(done).isEmpty();
        assertThat(page().problem(field("address"))).isEqualTo("The shop does not answer there.");
        assertThat(page().value(field("address"))).isEqualTo("https://nowhere.example");
        assertThat(page().dirty()).isTrue();
    }

    @Test
    void aPageThatThrowsLosesNothing() {
        shop.broken = new IllegalStateException("disk full");
        type("address", "https://new.example");
        model.apply(() -> done.add("done"));
        assertThat(done).isEmpty();
        assertThat(page().failure()).contains("disk full").contains("still here");
        assertThat(page().value(field("address"))).isEqualTo("https://new.example");
        assertThat(model.saving()).isFalse();
        shop.broken = null;
        model.apply(() -> done.add("done"));
        assertThat(done).containsExactly("done");
        assertThat(page().failure()).isEmpty();
    }

    private OpenPage page() {
        return model.openPages().get(1);
    }

    private PreferencePage.Field field(String name) {
        return page().page().orElseThrow().fields().stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private void type(String field, String value) {
        model.type(page(), field(field), value);
    }
}
