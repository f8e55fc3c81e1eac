package org.kontor.ui.help.internal.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The pages of all bundles of this repository, as they lie there. */
class AllPagesTest {
    private static final int LARGEST = 150 * 1024;
    private static final Pattern BINDING = Pattern.compile("keySequence=\"([^\"]+)\"");
    private static final Pattern KEY = Pattern.compile("`key:([^`]+)`");
    /** What every window knows, and what the manual's own window does without a binding. */
    private static final List<String> OWN_KEYS = List.of("TAB", "CR", "ESC", "M1+F", "M1++", "M1+-", "ALT+ARROW_LEFT");

    private final List<FolderShelf> shelves = shelves();

    private static List<FolderShelf> shelves() {
        try (Stream<Path> bundles = Files.list(Path.of("..").toAbsolutePath().normalize())) {
            return bundles.filter(bundle -> Files.isDirectory(bundle.resolve("help")))
                    .sorted()
                    .map(FolderShelf::new)
                    .toList();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private Manual manual(String language) {
        return Manual.read(shelves, TestTexts.terms(Locale.of(language)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "de"})
    void everyLinkLeadsSomewhere(String language) {
        Manual manual = manual(language);
        List<String> nowhere = new ArrayList<>();
        for (Page page : manual.pages()) {
            page.blocks().stream().flatMap(Block::pieces).map(Span::link).forEach(link -> {
                if (link != null && manual.resolve(page, link) instanceof Target.Nowhere) {
                    nowhere.add(page.id() + " (" + language + "): " + link);
                }
            });
        }
        assertThat(nowhere).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "de"})
    void everyKeyThatAPageNamesIsBound(String language) throws IOException {
        TreeSet<String> bound = new TreeSet<>(OWN_KEYS);
        for (Path model : files(path -> path.toString().endsWith(".e4xmi"))) {
            BINDING.matcher(Files.readString(model)).results().forEach(found -> bound.add(found.group(1)));
        }
        TreeSet<String> unbound = new TreeSet<>();
        for (Path page : files(path -> path.toString().contains("/help/" + language + "/")
                && path.toString().endsWith(".md"))) {
            KEY.matcher(Files.readString(page))
                    .results()
                    .map(found -> found.group(1))
                    .filter(key -> !bound.contains(key))
                    .forEach(key -> unbound.add(page.getFileName() + ": " + key));
        }
        assertThat(unbound).isEmpty();
    }

    private static List<Path> files(Predicate<Path> wanted) throws IOException {
        List<Path> found = new ArrayList<>();
        try (Stream<Path> bundles = Files.list(Path.of("..").toAbsolutePath().normalize())) {
            for (Path bundle : bundles.filter(each -> Files.isDirectory(each.resolve("META-INF")))
                    .toList()) {
                try (Stream<Path> all = Files.walk(bundle, 3)) {
                    found.addAll(all.filter(wanted)
                            .filter(path -> !path.startsWith(bundle.resolve("target")))
                            .toList());
                }
            }
        }
        return found;
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "de"})
    void everyPictureIsThereAndSmallAndSaysWhatItShows(String language) throws IOException {
        Manual manual = manual(language);
        List<String> wrong = new ArrayList<>();
        for (Page page : manual.pages()) {
            for (Block block : page.blocks()) {
                if (block instanceof Block.Picture picture) {
                    for (boolean dark : new boolean[] {false, true}) {
                        check(manual.picture(page, picture.path(), dark))
                                .ifPresent(fault ->
                                        wrong.add(page.id() + " (" + language + "): " + picture.path() + fault));
                    }
                    if (picture.caption().isBlank()) {
                        wrong.add(page.id() + " (" + language + "): " + picture.path() + " has no caption");
                    }
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    private static Optional<String> check(Optional<byte[]> picture) throws IOException {
        if (picture.isEmpty()) {
            return Optional.of(" is missing");
        }
        if (picture.get().length > LARGEST) {
            return Optional.of(" has " + picture.get().length / 1024 + " KB");
        }
        return ImageIO.read(new ByteArrayInputStream(picture.get())) == null
                ? Optional.of(" is no picture")
                : Optional.empty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "de"})
    void everyPageIsInBothLanguagesAndHasATitleAPlaceAndASummary(String language) {
        Manual manual = manual(language);
        assertThat(manual.pages()).isNotEmpty().allSatisfy(page -> {
            assertThat(page.folder())
                    .as("%s is there in %s", page.id(), language)
                    .isEqualTo("help/" + language + "/");
            assertThat(page.order()).as("order of %s", page.id()).isLessThan(Page.LAST);
            assertThat(page.summary()).as("summary of %s", page.id()).isNotBlank();
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "de"})
    void bothLanguagesHaveTheSameParts(String language) {
        Manual english = manual("en");
        for (Page page : manual(language).pages()) {
            Page original = english.page(page.id()).orElseThrow();
            assertThat(kinds(page)).as("parts of %s in %s", page.id(), language).isEqualTo(kinds(original));
            assertThat(page.perspective()).isEqualTo(original.perspective());
            assertThat(page.order()).isEqualTo(original.order());
        }
    }

    private static List<String> kinds(Page page) {
        return page.blocks().stream()
                .map(block -> block instanceof Block.Heading heading
                        ? "Heading " + heading.level()
                        : block.getClass().getSimpleName())
                .toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "de"})
    void noPictureLiesThereInVain(String language) {
        TreeSet<String> lying = new TreeSet<>();
        TreeSet<String> used = new TreeSet<>();
        for (FolderShelf shelf : shelves) {
            shelf.files("help/" + language + "/pictures/").stream()
                    .filter(file -> file.endsWith(".png"))
                    .forEach(file -> lying.add(shelf.owner() + "/pictures/" + file.replace("-dark.png", ".png")));
        }
        for (Page page : manual(language).pages()) {
            page.blocks().stream()
                    .filter(Block.Picture.class::isInstance)
                    .map(Block.Picture.class::cast)
                    .forEach(picture -> used.add(page.id().owner() + "/" + picture.path()));
        }
        assertThat(lying).isEqualTo(used);
    }
}
