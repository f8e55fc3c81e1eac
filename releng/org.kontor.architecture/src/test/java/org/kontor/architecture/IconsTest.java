package org.kontor.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.github.weisj.jsvg.SVGDocument;
import java.awt.image.BufferedImage;
import java.awt.image.Raster;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * The icons that were drawn beforehand are what their SVGs draw. Whoever changes an SVG finds the new pictures in
 * {@code target/icons} afterwards, in the folders where they belong.
 */
class IconsTest {
    private static final Path ROOT = Path.of(System.getProperty("kontor.root"));
    private static final Path ICONS = Path.of("bundles/org.kontor.ui.common/icons");
    private static final Path WINDOW = Path.of("bundles/org.kontor.app/icons");
    private static final List<Integer> SIZES = List.of(12, 16, 20);
    private static final List<Integer> ZOOMS = List.of(100, 125, 150, 175, 200, 225, 250, 300);
    private static final List<Integer> WINDOW_EDGES = List.of(16, 20, 24, 32, 40, 48, 64, 96, 128, 256);
    /** Of 255: another Java may round otherwise. */
    private static final int TOLERANCE = 3;

    @TestFactory
    Stream<DynamicTest> everySheetIsWhatTheSvgsDraw() throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.list(ROOT.resolve(ICONS))) {
            files = all.filter(file -> file.toString().endsWith(".svg"))
                    .sorted()
                    .toList();
        }
        List<SVGDocument> svgs = new ArrayList<>();
        for (Path file : files) {
            svgs.add(Drawing.read(file));
        }
        return SIZES.stream()
                .flatMap(size -> ZOOMS.stream().map(zoom -> Math.round(size * zoom / 100f)))
                .distinct()
                .sorted()
                .map(edge -> dynamicTest(
                        edge + " pixels",
                        () -> same(ICONS.resolve("drawn/" + edge + ".png"), Drawing.sheet(svgs, edge))));
    }

    @TestFactory
    Stream<DynamicTest> theIconOfTheWindowIsWhatItsSvgDraws() throws IOException {
        SVGDocument svg = Drawing.read(ROOT.resolve(WINDOW).resolve("kontor.svg"));
        return WINDOW_EDGES.stream()
                .map(edge -> dynamicTest(
                        edge + " pixels",
                        () -> same(WINDOW.resolve("kontor-" + edge + ".png"), Drawing.picture(svg, edge))));
    }

    private static void same(Path place, BufferedImage drawn) throws IOException {
        Path file = ROOT.resolve(place);
        BufferedImage kept = Files.isRegularFile(file) ? ImageIO.read(file.toFile()) : null;
        if (kept == null || !same(kept.getRaster(), drawn.getRaster())) {
            Path fresh = Path.of("target/icons").resolve(place);
            Files.createDirectories(fresh.getParent());
            ImageIO.write(drawn, "png", fresh.toFile());
            assertThat(place)
                    .as("differs from what its SVG draws; copy releng/org.kontor.architecture/%s there", fresh)
                    .isNull();
        }
    }

    private static boolean same(Raster one, Raster other) {
        if (one.getWidth() != other.getWidth()
                || one.getHeight() != other.getHeight()
                || one.getNumBands() != other.getNumBands()) {
            return false;
        }
        int[] before = one.getPixels(0, 0, one.getWidth(), one.getHeight(), (int[]) null);
        int[] after = other.getPixels(0, 0, other.getWidth(), other.getHeight(), (int[]) null);
        return IntStream.range(0, before.length).allMatch(i -> Math.abs(before[i] - after[i]) <= TOLERANCE);
    }
}
