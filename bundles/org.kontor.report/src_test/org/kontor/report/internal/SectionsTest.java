package org.kontor.report.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kontor.api.access.Scope;
import org.kontor.api.id.BrandId;
import org.kontor.api.plugin.Contribution;
import org.kontor.api.plugin.Guard;
import org.kontor.api.plugin.Guarded;
import org.kontor.api.plugin.PluginBrands;
import org.kontor.api.plugin.Trouble;
import org.kontor.api.report.ContributedSection;
import org.kontor.api.report.ReportQuery;
import org.kontor.api.report.ReportRange;
import org.kontor.api.report.ReportSection;
import org.kontor.api.report.SectionModel;
import org.kontor.api.report.SectionRequest;
import org.kontor.api.report.Value;
import org.kontor.api.store.Store;

/** Sections of plug-ins: each sees its brands and no other, each fails alone. */
class SectionsTest {
    @TempDir
    Path folder;

    private final List<SectionRequest> asked = new ArrayList<>();
    private ReportHouse house;
    private ReportService reports;
    private ReportQuery query;

    @BeforeEach
    void open() {
        house = new ReportHouse(folder);
        reports = new ReportService(house.store, InstantSource.fixed(Instant.parse("2026-03-31T10:00:00Z")));
        query = new ReportQuery(ReportRange.lastDays(LocalDate.of(2026, 3, 31), 7), Set.of(), Set.of());
    }

    @AfterEach
    void close() {
        house.close();
    }

    private BrandId brand(int number) {
        return house.brands.get(number).id();
    }

    private List<ContributedSection> ask(ReportQuery about) {
        return reports.sections(house.scope(), about, Locale.GERMAN, new NullProgressMonitor());
    }

    private ReportSection section(String id, int order, Optional<SectionModel> model) {
        return new ReportSection() {
            @Override
            public String id() {
                return id;
            }

            @Override
            public int order() {
                return order;
            }

            @Override
            public Optional<SectionModel> compute(SectionRequest request, IProgressMonitor monitor) {
                asked.add(request);
                if (id.endsWith("broken")) {
                    throw new IllegalStateException("broken");
                }
                return model;
            }
        };
    }

    private static Optional<SectionModel> model(String title, int rows) {
        List<SectionModel.Row> all = new ArrayList<>();
        for (int i = 0; i < rows; i++) {
            all.add(new SectionModel.Row("row " + i, List.of(new Value.Count(i))));
        }
        return Optional.of(new SectionModel(title, "", List.of("n"), all));
    }

    @Test
    void withoutAGuardNobodyIsAsked() {
        reports.addSection(section("a", 1, model("A", 1)), "client.a");
        reports.setPluginBrands(new Brands(Map.of("client.a", Set.of(brand(0)))));
        assertThat(ask(query)).isEmpty();
        assertThat(asked).isEmpty();
    }

    @Test
    void eachIsAskedForTheBrandsThatItsBundleSeesOnly() {
        reports.setGuard(new PlainGuard());
        reports.setPluginBrands(
                new Brands(Map.of("client.a", Set.of(brand(0), brand(1)), "client.b", Set.<BrandId>of())));
        reports.addSection(section("a", 1, model("A", 1)), "client.a");
        reports.addSection(section("b", 2, model("B", 1)), "client.b");
        assertThat(ask(query)).extracting(ContributedSection::id).containsExactly("a");
        SectionRequest request = asked.getFirst();
        assertThat(request.scope().brands()).containsExactlyInAnyOrder(brand(0), brand(1));
        assertThat(request.scope().agency()).isFalse();
        assertThat(request.query().brands()).containsExactlyInAnyOrder(brand(0), brand(1));
        assertThat(request.locale()).isEqualTo(Locale.GERMAN);
        // A report of a brand that it does not see is none of its business.
        assertThat(ask(new ReportQuery(query.range(), Set.of(brand(2)), Set.of())))
                .isEmpty();
        assertThat(asked).hasSize(1);
    }

    @Test
    void oneThatFailsSaysSoAndTheOthersComeInTheirOrder() {
        reports.setGuard(new PlainGuard());
        reports.setPluginBrands(new Brands(Map.of("client.a", Set.of(brand(0)))));
        reports.addSection(section("late", 9, model("Late", SectionModel.MOST_ROWS + 50)), "client.a");
        reports.addSection(section("broken", 5, model("Broken", 1)), "client.a");
        reports.addSection(section("silent", 2, Optional.empty()), "client.a");
        reports.addSection(section("early", 1, model("Early", 1)), "client.a");
        List<ContributedSection> found = ask(query);
        assertThat(found).extracting(ContributedSection::id).containsExactly("early", "broken", "late");
        assertThat(found.get(1)).isInstanceOf(ContributedSection.Missing.class);
        assertThat(reports.words(Locale.ENGLISH).missing((ContributedSection.Missing) found.get(1)))
                .contains("broken", "client.a");
        assertThat(((ContributedSection.Shown) found.get(2)).model().rows()).hasSize(SectionModel.MOST_ROWS);
    }

    @Test
    void oneThatDoesNotEvenSayItsNameFailsAloneAndThroughTheGuard() {
        reports.setGuard(new PlainGuard());
        reports.setPluginBrands(new Brands(Map.of("client.a", Set.of(brand(0)))));
        reports.addSection(new Nameless(), "client.a");
        reports.addSection(section("late", 9, model("L".repeat(100_000), 1)), "client.a");
        List<ContributedSection> found = ask(query);
        assertThat(found).extracting(ContributedSection::id).containsExactly("late", Nameless.class.getName());
        assertThat(found.get(1)).isInstanceOf(ContributedSection.Missing.class);
        assertThat(((ContributedSection.Shown) found.get(0)).model().title().length())
                .isLessThan(1_000);
    }

    private static final class Nameless implements ReportSection {
        @Override
        public String id() {
            throw new IllegalStateException("no name");
        }

        @Override
        public int order() {
            return 1;
        }

        @Override
        public Optional<SectionModel> compute(SectionRequest request, IProgressMonitor monitor) {
            throw new AssertionError("it is not asked for more");
        }
    }

    @Test
    void aGuardThatLeavesAfterTheNextOneCameTakesNothingAway() {
        Guard first = new PlainGuard();
        reports.setGuard(first);
        reports.setGuard(new PlainGuard());
        reports.unsetGuard(first);
        reports.setPluginBrands(new Brands(Map.of("client.a", Set.of(brand(0)))));
        reports.addSection(section("a", 1, model("A", 1)), "client.a");
        assertThat(ask(query)).hasSize(1);
    }

    private record Brands(Map<String, Set<BrandId>> seen) implements PluginBrands {
        @Override
        public boolean sees(String bundle, BrandId brand) {
            return seen.getOrDefault(bundle, Set.of()).contains(brand);
        }

        @Override
        public Scope narrow(String bundle, Scope scope) {
            return scope.only(seen.getOrDefault(bundle, Set.of()));
        }

        @Override
        public Set<BrandId> chosen(String plugin) {
            return Set.of();
        }

        @Override
        public void choose(String plugin, Set<String> bundles, Set<BrandId> brands) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void forget(String plugin) {
            throw new UnsupportedOperationException();
        }
    }

    private static final class PlainGuard implements Guard {
        @Override
        public <S, T> Guarded<T> call(
                Contribution.Kind kind, String id, S service, IProgressMonitor monitor, Call<S, T> call) {
            assertThat(kind).isEqualTo(Contribution.Kind.REPORT_SECTION);
            try {
                return new Guarded.Answered<>(call.on(service, monitor));
            } catch (Exception thrown) {
                return new Guarded.Failed<>(new Trouble(
                        new Contribution("client.a", kind, id),
                        Trouble.Reason.THREW,
                        String.valueOf(thrown.getMessage()),
                        Instant.EPOCH,
                        1,
                        false));
            }
        }

        @Override
        public List<Trouble> troubles() {
            return List.of();
        }

        @Override
        public void tryAgain(Contribution contribution) {
            throw new UnsupportedOperationException();
        }

        @Override
        public boolean safeMode() {
            return false;
        }

        @Override
        public Store.Registration onChange(Runnable listener) {
            return () -> {};
        }
    }
}
