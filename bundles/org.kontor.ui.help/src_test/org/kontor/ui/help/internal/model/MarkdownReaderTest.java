package org.kontor.ui.help.internal.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class MarkdownReaderTest {
    private final MarkdownReader reader = new MarkdownReader(TestTexts.terms(Locale.ENGLISH));

    @Test
    void headingsTextAndListsBecomeBlocks() {
        List<Block> blocks = reader.read("""
                # Inbox
                Where **all** arrives,
                *really* all.

                - one
                  - within
                - two

                3. third
                """);
        assertThat(blocks).hasSize(6);
        assertThat(blocks.get(0)).isEqualTo(new Block.Heading(1, List.of(Span.of("Inbox"))));
        assertThat(blocks.get(1).text()).isEqualTo("Where all arrives, really all.");
        assertThat(blocks.get(1).pieces())
                .contains(new Span("all", Set.of(Span.Style.BOLD), null))
                .contains(new Span("really", Set.of(Span.Style.ITALIC), null));
        assertThat(blocks.get(2)).isEqualTo(new Block.Item(0, "•", List.of(Span.of("one"))));
        assertThat(blocks.get(3)).isEqualTo(new Block.Item(1, "•", List.of(Span.of("within"))));
        assertThat(blocks.get(5)).isEqualTo(new Block.Item(0, "3.", List.of(Span.of("third"))));
    }

    @Test
    void aTableKeepsItsCells() {
        List<Block> blocks = reader.read("| a | b |\n| --- | --- |\n| `x` | [y](z.md) |\n");
        assertThat(blocks).singleElement().isInstanceOfSatisfying(Block.Table.class, table -> {
            assertThat(table.rows()).hasSize(2);
            assertThat(table.rows().get(1).get(0)).containsExactly(new Span("x", Set.of(Span.Style.CODE), null));
            assertThat(table.rows().get(1).get(1)).containsExactly(new Span("y", Set.of(), "z.md"));
        });
    }

    @Test
    void aPictureStandsOnALineOfItsOwn() {
        assertThat(reader.read("![The inbox](pictures/inbox.png)"))
                .containsExactly(new Block.Picture("pictures/inbox.png", "The inbox"));
        assertThat(reader.read("Look ![at](x.png) this.")).hasSize(2).endsWith(new Block.Picture("x.png", "at"));
    }

    @Test
    void keysAreCalledAsOnThisMachine() {
        assertThat(new MarkdownReader(TestTexts.terms(Locale.GERMAN))
                        .read("`key:M1+CR`")
                        .getFirst()
                        .text())
                .matches("Strg\\+Eingabe|⌘↩");
        assertThat(reader.read("```keys\n```").getFirst().text()).contains("Find everything", "In the window");
    }

    @Test
    void quotesCodeAndLinesAreKept() {
        assertThat(reader.read("> Mind this.")).containsExactly(new Block.Note(List.of(Span.of("Mind this."))));
        assertThat(reader.read("```\n./kontor\n```\n\n---\n"))
                .containsExactly(new Block.Code("./kontor"), new Block.Rule());
    }

    @Test
    void htmlIsShownAndNotObeyed() {
        assertThat(reader.read("<script>alert(1)</script>"))
                .containsExactly(new Block.Code("<script>alert(1)</script>"));
        assertThat(reader.read("<!-- for writers -->")).isEmpty();
    }

    @Test
    void whateverTheTextThereIsAnAnswer() {
        long seed = 20261127;
        System.out.println("kontor: broken Markdown, seed " + seed);
        Random random = new Random(seed);
        String signs = "#*_`[]()!<>|-\n\t 1.a\\~ü\ufffc\u0000";
        for (int run = 0; run < 3_000; run++) {
            StringBuilder text = new StringBuilder();
            for (int i = random.nextInt(60); i > 0; i--) {
                text.append(signs.charAt(random.nextInt(signs.length())));
            }
            assertThatCode(() -> {
                        Typeset set = Typeset.of(reader.read(text.toString()));
                        // A reader widget takes as many lines as there are line feeds, and one more.
                        assertThat(set.lines()).hasSize((int)
                                set.text().chars().filter(c -> c == '\n').count());
                    })
                    .as("text <%s>", text)
                    .doesNotThrowAnyException();
        }
    }
}
