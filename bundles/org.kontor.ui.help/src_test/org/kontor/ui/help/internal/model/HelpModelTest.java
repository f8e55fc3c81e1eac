package org.kontor.ui.help.internal.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HelpModelTest {
    private static final PageId START = new PageId("ours", "start");
    private static final PageId INBOX = new PageId("ours", "inbox");

    @TempDir
    private Path folder;

    private final HelpModel model = new HelpModel(TestTexts.of(Locale.ENGLISH));

    @BeforeEach
    void read() throws IOException {
        Path en = Files.createDirectories(folder.resolve("ours/help/en"));
        Files.writeString(en.resolve("start.md"), "---\norder: 1\n---\n# Start\n[on](inbox.md) [off](gone.md)\n");
        Files.writeString(en.resolve("inbox.md"), "---\nperspective: p.inbox\n---\n# Inbox\n## Keys\n");
        model.take(Manual.read(List.of(new FolderShelf(folder.resolve("ours"))), TestTexts.terms(Locale.ENGLISH)));
    }

    @Test
    void thePerspectiveInFrontChoosesThePage() {
        model.openAbout("p.inbox");
        assertThat(model.page()).map(Page::id).contains(INBOX);
        assertThat(model.notice()).isEmpty();
        model.openAbout("p.other");
        assertThat(model.page()).map(Page::id).contains(START);
        assertThat(model.notice()).contains("no page");
    }

    @Test
    void backAndForwardGoTheWayOfTheReader() {
        model.open(START);
        model.follow("inbox.md");
        model.follow("#keys");
        assertThat(model.place()).contains(new HelpModel.Place(INBOX, "keys"));
        model.back();
        model.back();
        assertThat(model.page()).map(Page::id).contains(START);
        assertThat(model.canGoBack()).isFalse();
        model.forward();
        assertThat(model.page()).map(Page::id).contains(INBOX);
        model.follow("start.md");
        assertThat(model.canGoForward()).isFalse();
    }

    @Test
    void theSamePageAgainIsNoStep() {
        model.open(START);
        model.open(START);
        assertThat(model.canGoBack()).isFalse();
    }

    @Test
    void aLinkToNowhereIsToldAndLeavesThePage() {
        model.open(START);
        assertThat(model.follow("gone.md")).isEqualTo(new Target.Nowhere("gone.md"));
        assertThat(model.notice()).contains("gone.md");
        assertThat(model.page()).map(Page::id).contains(START);
        model.follow("inbox.md");
        assertThat(model.notice()).isEmpty();
    }

    @Test
    void searchNarrowsTheListAndTellsOnce() {
        AtomicInteger told = new AtomicInteger();
        Runnable off = model.onChange(told::incrementAndGet);
        model.search("keys ");
        model.search("keys");
        assertThat(told).hasValue(1);
        assertThat(model.listed()).extracting(hit -> hit.page().id()).containsExactly(INBOX);
        off.run();
        model.search("");
        assertThat(told).hasValue(1);
        assertThat(model.listed()).hasSize(2);
    }

    @Test
    void textGrowsAndShrinksWithinItsBounds() {
        for (int i = 0; i < 20; i++) {
            model.larger();
        }
        assertThat(model.size()).isEqualTo(200);
        model.size(100);
        model.smaller();
        assertThat(model.size()).isEqualTo(90);
        model.size(118);
        assertThat(model.size()).isEqualTo(115);
    }
}
