package org.kontor.ui.common.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.RGB;
import org.junit.jupiter.api.Test;
import org.kontor.api.account.Colour;
import org.kontor.ui.common.look.Icon;

class IconSheetsTest {
    private static final Colour BLUE = Colour.of("#2656c4");

    private final IconSheets sheets = new IconSheets();

    @Test
    void theSheetsHoldTheIconsInTheOrderOfTheirFiles() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("icons"))) {
            List<String> svgs = files.map(file -> "/icons/" + file.getFileName())
                    .filter(name -> name.endsWith(".svg"))
                    .sorted()
                    .toList();
            assertThat(IconSheets.paths()).isEqualTo(svgs);
        }
    }

    @Test
    void anIconTakesItsColourAndLeavesTheGround() {
        ImageData check = sheets.icon(Icon.CHECK.path(), 16, BLUE).orElseThrow();
        assertThat(check.width).isEqualTo(16);
        assertThat(check.height).isEqualTo(16);
        assertThat(check.palette.getRGB(check.getPixel(0, 0))).isEqualTo(new RGB(0x26, 0x56, 0xc4));
        assertThat(check.getAlpha(0, 0)).as("beside the tick").isZero();
        int most = 0;
        for (int x = 0; x < 16; x++) {
            for (int y = 0; y < 16; y++) {
                most = Math.max(most, check.getAlpha(x, y));
            }
        }
        assertThat(most).as("on the tick").isGreaterThan(200);
    }

    @Test
    void everyIconIsThereInTheSizesOfTheWindowAtTheUsualZooms() {
        for (Icon icon : Icon.values()) {
            for (int size : new int[] {12, 16, 20}) {
                for (int zoom : new int[] {100, 125, 150, 175, 200, 225, 250, 300}) {
                    assertThat(sheets.icon(icon.path(), Math.round(size * zoom / 100f), BLUE))
                            .as("%s with %s points at %s %%", icon, size, zoom)
                            .isPresent();
                }
            }
        }
    }

    @Test
    void whatWasNotDrawnIsLeftToTheSvg() {
        assertThat(sheets.icon(Icon.CHECK.path(), 17, BLUE)).isEqualTo(Optional.empty());
        assertThat(sheets.icon("platform:/plugin/sample.nordwind/icons/shop.svg", 16, BLUE))
                .isEqualTo(Optional.empty());
    }
}
