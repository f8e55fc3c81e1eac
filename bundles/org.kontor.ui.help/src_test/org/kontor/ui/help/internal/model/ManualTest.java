package org.kontor.ui.help.internal.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ManualTest {
    @TempDir
    private Path folder;

    @BeforeEach
    void pages() throws IOException {
        page(
                "ours/help/en/start.md",
                "---\norder: 100\n---\n# Getting started\nGo to [the inbox](inbox.md#answering).\n");
        page("ours/help/de/start.md", "---\norder: 100\n---\n# Erste Schritte\nZum [Posteingang](inbox.md).\n");
        page(
                "inbox/help/en/inbox.md",
                "---\norder: 200\nperspective: org.kontor.perspective.inbox\n---\n# Inbox\nEverything.\n\n## Answering\nPress R.\n");
        page("plugin/help/en/inbox.md", "# Orders\nWhat the shop says.\n");
    }

    private void page(String path, String text) throws IOException {
        Path file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private Manual manual(Locale locale) {
        return Manual.read(
                List.of(
                        new FolderShelf(folder.resolve("plugin")),
                        new FolderShelf(folder.resolve("inbox")),
                        new FolderShelf(folder.resolve("ours")),
                        new FolderShelf(folder.resolve("none"))),
                TestTexts.terms(locale));
    }

    private static PageId id(String owner, String name) {
        return new PageId(owner, name);
    }

    @Test
    void pagesOfAllBundlesStandInTheirOrder() {
        assertThat(manual(Locale.ENGLISH).pages())
                .extracting(Page::title)
                .containsExactly("Getting started", "Inbox", "Orders");
        assertThat(manual(Locale.ENGLISH).about("org.kontor.perspective.inbox"))
                .map(Page::id)
                .contains(id("inbox", "inbox"));
    }

    @Test
    void aPageThatIsNotTranslatedIsEnglishAndSaysSo() {
        Manual german = manual(Locale.GERMAN);
        assertThat(german.page(id("ours", "start")).orElseThrow().title()).isEqualTo("Erste Schritte");
        Page inbox = german.page(id("inbox", "inbox")).orElseThrow();
        assertThat(inbox.title()).isEqualTo("Inbox");
        assertThat(inbox.blocks().get(1)).isInstanceOf(Block.Note.class);
        assertThat(inbox.blocks().get(1).text()).contains("nicht auf Deutsch");
        assertThat(manual(Locale.ENGLISH)
                        .page(id("inbox", "inbox"))
                        .orElseThrow()
                        .blocks())
                .noneMatch(Block.Note.class::isInstance);
    }

    @Test
    void aLinkLeadsToAPageAHeadingTheWebACommandOrNowhere() {
        Manual manual = manual(Locale.ENGLISH);
        Page start = manual.page(id("ours", "start")).orElseThrow();
        assertThat(manual.resolve(start, "inbox.md#answering"))
                .isEqualTo(new Target.ToPage(id("inbox", "inbox"), "answering"));
        Page orders = manual.page(id("plugin", "inbox")).orElseThrow();
        assertThat(manual.resolve(orders, "inbox.md"))
                .as("its own page first")
                .isEqualTo(new Target.ToPage(id("plugin", "inbox"), ""));
        assertThat(manual.resolve(start, "https://example.org")).isEqualTo(new Target.ToWeb("https://example.org"));
        assertThat(manual.resolve(start, "command:org.kontor.command.keys"))
                .isEqualTo(new Target.ToCommand("org.kontor.command.keys"));
        for (String odd : List.of("gone.md", "inbox.md#gone", "file:///etc/passwd", "", "#", "../start.md")) {
            Target target = manual.resolve(start, odd);
            assertThat(target instanceof Target.Nowhere || target.equals(new Target.ToPage(start.id(), "")))
                    .as(odd + " leads to " + target)
                    .isTrue();
        }
    }

    @Test
    void searchFindsEveryWordAndNamesThePlace() {
        Manual manual = manual(Locale.ENGLISH);
        assertThat(manual.search("press r")).singleElement().satisfies(hit -> {
            assertThat(hit.page().title()).isEqualTo("Inbox");
            assertThat(hit.line()).contains("Press R.");
        });
        assertThat(manual.search("inbox"))
                .as("a title comes before a text")
                .extracting(hit -> hit.page().title())
                .containsExactly("Inbox", "Getting started");
        assertThat(manual.search("nothing of the kind")).isEmpty();
    }

    @Test
    void aPictureHasATwinForTheDark() throws IOException {
        page("ours/help/en/pictures/a.png", "light");
        page("ours/help/en/pictures/a-dark.png", "dark");
        page("ours/help/en/pictures/b.png", "only");
        Manual manual = manual(Locale.ENGLISH);
        Page start = manual.page(id("ours", "start")).orElseThrow();
        assertThat(manual.picture(start, "pictures/a.png", true)).contains("dark".getBytes());
        assertThat(manual.picture(start, "pictures/a.png", false)).contains("light".getBytes());
        assertThat(manual.picture(start, "pictures/b.png", true)).contains("only".getBytes());
        assertThat(manual.picture(start, "pictures/gone.png", true)).isEmpty();
        assertThat(manual.picture(start, "../../secret", false)).isEmpty();
    }

    @Test
    void aPageThatCannotBeReadSaysWhy() {
        Shelf broken = new Shelf() {
            @Override
            public String owner() {
                return "broken";
            }

            @Override
            public List<String> files(String where) {
                return where.equals("help/en/") ? List.of("page.md") : List.of();
            }

            @Override
            public java.util.Optional<byte[]> read(String path) throws IOException {
                throw new IOException("the disk is gone");
            }
        };
        Manual manual =
                Manual.read(List.of(broken, new FolderShelf(folder.resolve("ours"))), TestTexts.terms(Locale.ENGLISH));
        assertThat(manual.pages()).hasSize(2);
        assertThat(manual.page(id("broken", "page"))
                        .orElseThrow()
                        .blocks()
                        .getLast()
                        .text())
                .contains("the disk is gone");
    }

    @Test
    void aHeadWithoutEndAndAPageWithoutTitleAreShown() throws IOException {
        page("ours/help/en/odd.md", "---\norder: soon\n");
        page("ours/help/en/bare.md", "Only text.\n");
        page("ours/help/en/empty.md", "");
        assertThat(manual(Locale.ENGLISH).pages())
                .hasSize(6)
                .allSatisfy(page -> assertThat(page.title()).isNotBlank());
    }
}
