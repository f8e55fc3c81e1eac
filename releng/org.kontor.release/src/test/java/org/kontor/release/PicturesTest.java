package org.kontor.release;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The program behind ./kontor pictures. */
class PicturesTest {
    @TempDir
    private Path folder;

    @BeforeEach
    void shotsAndPages() throws IOException {
        for (String language : List.of("de", "en")) {
            shot(language, "3-reply.png");
            shot(language, "5-inbox-light.png");
            shot(language, "5-inbox-dark.png");
            page(language, "![The inbox](pictures/inbox.png)\n\n![A reply](pictures/reply.png)\n");
        }
    }

    @Test
    void whatPagesNameIsMadeSmallInFewColoursWithItsTwin() throws Exception {
        Run run = pictures();
        assertThat(run.code()).as(run.output()).isZero();
        for (String language : List.of("de", "en")) {
            Path made = folder.resolve("bundles/one/help/" + language + "/pictures");
            try (var files = Files.list(made)) {
                assertThat(files.map(file -> file.getFileName().toString()))
                        .containsExactlyInAnyOrder("inbox.png", "inbox-dark.png", "reply.png");
            }
            BufferedImage picture = ImageIO.read(made.resolve("inbox.png").toFile());
            assertThat(picture.getWidth()).isEqualTo(1200);
            assertThat(picture.getHeight()).isEqualTo(750);
            assertThat(picture.getColorModel()).isInstanceOf(IndexColorModel.class);
            assertThat(new Color(picture.getRGB(5, 5)))
                    .as("a plain ground stays exactly what it was")
                    .isEqualTo(new Color(244, 244, 245));
        }
    }

    @Test
    void aPictureThatWasNotTakenIsNamed() throws Exception {
        page("en", "![Cases](pictures/escalations.png)\n");
        Run run = pictures();
        assertThat(run.code()).isEqualTo(1);
        assertThat(run.output()).contains("there is no picture escalations");
    }

    private Run pictures() throws Exception {
        String java = Path.of(System.getProperty("java.home"), "bin/java").toString();
        String program = Checkout.ROOT.resolve("releng/pictures/Pictures.java").toString();
        return Run.of(
                folder,
                Map.of(),
                Duration.ofMinutes(3),
                List.of(
                        java,
                        program,
                        folder.resolve("shots").toString(),
                        folder.resolve("bundles").toString()));
    }

    private void page(String language, String text) throws IOException {
        Path pages = Files.createDirectories(folder.resolve("bundles/one/help/" + language));
        Files.writeString(pages.resolve("inbox.md"), text);
    }

    private void shot(String language, String name) throws IOException {
        BufferedImage image = new BufferedImage(1440, 900, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setColor(new Color(244, 244, 245));
        graphics.fillRect(0, 0, 1440, 900);
        graphics.setPaint(new GradientPaint(400, 0, Color.RED, 1000, 0, Color.BLUE));
        graphics.fillRect(400, 300, 600, 200);
        graphics.dispose();
        Path file = folder.resolve("shots").resolve(language).resolve(name);
        Files.createDirectories(file.getParent());
        ImageIO.write(image, "png", file.toFile());
    }
}
