package org.kontor.guard.internal.brand;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kontor.api.access.Grants;
import org.kontor.api.access.Right;
import org.kontor.api.access.Scope;
import org.kontor.api.access.User;
import org.kontor.api.id.BrandId;
import org.kontor.api.runner.DataFolder;
import org.kontor.guard.internal.QuietLog;

class ChosenBrandsTest {
    private static final BrandId ALMA = new BrandId(7);
    private static final BrandId NORDWIND = new BrandId(8);

    @TempDir
    Path folder;

    @Test
    void aPlugInSeesNothingUntilSomethingIsChosen() {
        ChosenBrands brands = open();
        assertFalse(brands.sees("sample.nordwind", NORDWIND));
        assertTrue(brands.sees("org.kontor.ui.inbox", NORDWIND));
        assertEquals(
                Set.of(),
                brands.narrow("sample.nordwind", scope(ALMA, NORDWIND)).brands());
        brands.choose("sample.nordwind.feature", Set.of("sample.nordwind"), Set.of(NORDWIND));
        assertTrue(brands.sees("sample.nordwind", NORDWIND));
        assertFalse(brands.sees("sample.nordwind", ALMA));
        Scope narrow = brands.narrow("sample.nordwind", scope(ALMA, NORDWIND));
        assertEquals(Set.of(NORDWIND), narrow.brands());
        assertFalse(narrow.agency());
    }

    @Test
    void narrowingNeverWidens() {
        ChosenBrands brands = open();
        brands.choose("feature", Set.of("plug"), Set.of(ALMA, NORDWIND));
        assertEquals(Set.of(ALMA), brands.narrow("plug", scope(ALMA)).brands());
    }

    @Test
    void noPlugInBringsABundleWithANameOfTheHouse() {
        ChosenBrands brands = open();
        assertThrows(
                IllegalArgumentException.class,
                () -> brands.choose("feature", Set.of("org.kontor.evil"), Set.of(ALMA)));
        assertEquals(Set.of(), brands.chosen("feature"));
    }

    @Test
    void aFileThatCannotBeReadShowsNothingToAnybodyAndIsKept() throws IOException {
        Path file = folder.resolve(ChosenBrands.FILE);
        Files.writeString(file, "{\"plugins\":[{");
        ChosenBrands brands = open();
        assertEquals(Set.of(), brands.chosen("feature"));
        assertTrue(Files.exists(folder.resolve(ChosenBrands.FILE + ".broken")));
        brands.choose("feature", Set.of("plug"), Set.of(ALMA));
        assertTrue(open().sees("plug", ALMA));
    }

    /** Against a plain model: random choices, some forgotten, with restarts between. */
    @Test
    void whatIsChosenIsWhatIsSeenAlsoAfterARestart() {
        long seed = Long.getLong("kontor.seed", System.nanoTime());
        System.out.println("kontor: guard brands seed " + seed);
        Random random = new Random(seed);
        Map<String, Set<BrandId>> model = new HashMap<>();
        Map<String, Set<String>> bundles = new HashMap<>();
        ChosenBrands brands = open();
        for (int step = 0; step < 300; step++) {
            String plugin = "feature" + random.nextInt(5);
            switch (random.nextInt(6)) {
                case 0 -> {
                    brands.forget(plugin);
                    model.remove(plugin);
                    bundles.remove(plugin);
                }
                case 1 -> brands = open();
                default -> {
                    Set<String> brought = some(random, "bundle");
                    Set<BrandId> chosen = some(random, "").stream()
                            .map(each -> new BrandId(Long.parseLong(each)))
                            .collect(Collectors.toSet());
                    brands.choose(plugin, brought, chosen);
                    model.put(plugin, chosen);
                    bundles.put(plugin, brought);
                }
            }
            check(brands, model, bundles, "seed " + seed + ", step " + step);
        }
    }

    private static void check(
            ChosenBrands brands, Map<String, Set<BrandId>> model, Map<String, Set<String>> bundles, String where) {
        for (int i = 0; i < 5; i++) {
            assertEquals(model.getOrDefault("feature" + i, Set.of()), brands.chosen("feature" + i), where);
            String bundle = "bundle" + i;
            Set<BrandId> expected = new HashSet<>();
            bundles.forEach((plugin, brought) -> {
                if (brought.contains(bundle)) {
                    expected.addAll(model.getOrDefault(plugin, Set.of()));
                }
            });
            for (long brand = 0; brand < 5; brand++) {
                assertEquals(
                        expected.contains(new BrandId(brand)),
                        brands.sees(bundle, new BrandId(brand)),
                        where + ", " + bundle + " and brand " + brand);
            }
        }
    }

    private static Set<String> some(Random random, String prefix) {
        return IntStream.range(0, 5)
                .filter(i -> random.nextBoolean())
                .mapToObj(i -> prefix + i)
                .collect(Collectors.toSet());
    }

    private ChosenBrands open() {
        return new ChosenBrands(
                new DataFolder() {
                    @Override
                    public Path path() {
                        return folder;
                    }

                    @Override
                    public boolean demo() {
                        return false;
                    }
                },
                QuietLog.LOGGER);
    }

    private static Scope scope(BrandId... brands) {
        return new TestGrants(List.of(brands)).current();
    }

    private static final class TestGrants extends Grants {
        private final List<BrandId> brands;

        TestGrants(List<BrandId> brands) {
            this.brands = brands;
        }

        @Override
        public Scope current() {
            return newScope(
                    User.LOCAL,
                    true,
                    Stream.of(brands.toArray(BrandId[]::new))
                            .collect(Collectors.toMap(brand -> brand, brand -> Set.of(Right.values()))));
        }

        @Override
        public Scope system(BrandId brand) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Scope system() {
            throw new UnsupportedOperationException();
        }
    }
}
