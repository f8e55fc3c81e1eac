package org.kontor.ui.help.internal.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class TypesetTest {
    private final MarkdownReader reader = new MarkdownReader(TestTexts.terms(Locale.ENGLISH));

    private Typeset set(String markdown) {
        return Typeset.of(reader.read(markdown));
    }

    @Test
    void everyBlockBeginsALine() {
        Typeset set = set("# Title\nText\n\n- item\n");
        assertThat(set.text()).isEqualTo("Title\nText\n•\titem\n");
        assertThat(set.starts()).containsExactly(0, 6, 11);
        assertThat(set.lines())
                .extracting(Typeset.Line::kind)
                .containsExactly(Typeset.Kind.TITLE, Typeset.Kind.TEXT, Typeset.Kind.ITEM);
    }

    @Test
    void aLinkIsFoundWhereItStands() {
        Typeset set = set("See [the inbox](inbox.md) first.");
        assertThat(set.links()).singleElement().satisfies(run -> {
            assertThat(set.text().substring(run.start(), run.end())).isEqualTo("the inbox");
            assertThat(set.linkAt(run.start())).contains(run);
            assertThat(set.linkAt(run.end())).isEmpty();
        });
    }

    @Test
    void codeKeepsItsLinesAndTablesTheirCells() {
        Typeset set = set("```\na\nb\n```\n\n| x | y |\n|---|---|\n| 1 | 2 |\n");
        assertThat(set.text()).isEqualTo("a\nb\nx\ty\n1\t2\n");
        assertThat(set.lines()).extracting(Typeset.Line::first).containsExactly(true, false, true, true);
        assertThat(set.tables()).containsExactly(new Typeset.Grid(2, List.of(List.of("x", "y"), List.of("1", "2"))));
    }

    @Test
    void aPictureHasItsSignAndItsCaption() {
        Typeset set = set("![The inbox](pictures/inbox.png)");
        assertThat(set.text()).isEqualTo(Typeset.PICTURE + "\nThe inbox\n");
        assertThat(set.lines().getFirst().picture()).isEqualTo("pictures/inbox.png");
    }
}
