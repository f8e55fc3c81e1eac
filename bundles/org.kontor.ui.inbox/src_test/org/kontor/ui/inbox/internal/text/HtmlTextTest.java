package org.kontor.ui.inbox.internal.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.kontor.ui.inbox.internal.text.RichText.Mark;
import org.kontor.ui.inbox.internal.text.RichText.Span;

class HtmlTextTest {
    private static String marked(RichText rich, Mark mark) {
        return String.join(
                "|",
                rich.spans().stream()
                        .filter(span -> span.mark() == mark)
                        .map(span -> rich.text().substring(span.start(), span.end()))
                        .toList());
    }

    @Test
    void paragraphsAndListsBecomeLines() {
        RichText rich = HtmlText.read(
                "<p>Guten Tag,</p>\n  <p>die Lampe\n   flackert.</p><ul><li>rot</li><li>blau</li></ul><ol><li>eins</li></ol>");
        assertThat(rich.text()).isEqualTo("Guten Tag,\n\ndie Lampe flackert.\n\n• rot\n• blau\n\n1. eins");
    }

    @Test
    void boldAndLinksAreMarked() {
        RichText rich = HtmlText.read("<p>Siehe <b>hier</b>: <a href='https://a.example/x?y=1'>Beleg</a></p>");
        assertThat(marked(rich, Mark.BOLD)).isEqualTo("hier");
        assertThat(rich.spans())
                .extracting(Span::mark, Span::target)
                .contains(tuple(Mark.LINK, "https://a.example/x?y=1"));
    }

    @Test
    void scriptsStylesAndFormsLeaveNothing() {
        RichText rich = HtmlText.read("<html><head><title>t</title><style>p{}</style></head><body>"
                + "<script>alert(1)</script><p onclick='x()'>Text</p><iframe src='https://x.example'>no</iframe>"
                + "<select><option>a</select></body></html>");
        assertThat(rich.text()).isEqualTo("Text");
    }

    @Test
    void onlyAddressesThatAreSafeToOpenAreLinks() {
        RichText rich = HtmlText.read(
                "<a href='javascript:alert(1)'>a</a> <a href='file:///etc/passwd'>b</a>"
                        + " <a href=' HTTPS://ok.example '>c</a> <a href='mailto:x@y.example'>d</a> <a href='java\nscript:x'>e</a>");
        assertThat(marked(rich, Mark.LINK)).isEqualTo("c|d");
    }

    @Test
    void picturesAreNamedAndTrackingDotsVanish() {
        RichText rich = HtmlText.read("<img src='https://t.example/p.gif' width=1 height=1>"
                + "<p>Foto: <img src='https://i.example/a.jpg' alt='Naht'></p><img src='cid:1'>");
        assertThat(rich.text()).isEqualTo("Foto: [Naht]");
        assertThat(rich.spans())
                .extracting(Span::mark, Span::target)
                .containsExactly(tuple(Mark.PICTURE, "https://i.example/a.jpg"));
    }

    @Test
    void hiddenTextIsLeftOut() {
        assertThat(HtmlText.read("<div style='display: none'>versteckt</div><p>da</p><p hidden>weg</p>")
                        .text())
                .isEqualTo("da");
    }

    @Test
    void theQuotedEndIsFoundWithTheLineThatLeadsItIn() {
        RichText rich =
                HtmlText.read("<p>Danke!</p><p>Am 12.11. schrieb Lena:</p><blockquote>alt<p>älter</p></blockquote>");
        assertThat(rich.hasTail()).isTrue();
        assertThat(rich.withoutTail().text()).isEqualTo("Danke!");
        assertThat(rich.text().substring(rich.tail())).startsWith("Am 12.11.");
    }

    @Test
    void aTableIsReadRowByRow() {
        assertThat(HtmlText.read("<table><tr><th>Nr</th><th>Teil</th></tr><tr><td>1</td><td>Hub</td></tr></table>")
                        .text())
                .isEqualTo("Nr  Teil\n1  Hub");
    }

    @Test
    void preformattedTextKeepsItsLines() {
        assertThat(HtmlText.read("<pre>a\n  b</pre>").text()).isEqualTo("a\n  b");
    }

    @Test
    void aTextInADirectionOfItsOwnCannotDisguiseALink() {
        assertThat(HtmlText.read("<p>gut\u202Ehcs</p>").text()).isEqualTo("guthcs");
    }

    @Test
    void aHugeMailIsCutAndSaysSo() {
        RichText rich = HtmlText.read("<p>" + "wort ".repeat(100_000) + "</p>");
        assertThat(rich.cut()).isTrue();
        assertThat(rich.text().length()).isLessThanOrEqualTo(PlainText.MOST);
    }

    @Test
    void whateverStrangersSendTheSpansStayInsideTheText() {
        long seed = 20251120;
        Random random = new Random(seed);
        List<String> parts = List.of(
                "<p>",
                "</p>",
                "<b>",
                "</b>",
                "<blockquote>",
                "</blockquote>",
                "<a href='https://x.example'>",
                "</a>",
                "<img src='https://x.example/i' alt='b'>",
                "text",
                " ",
                "\n",
                "<br>",
                "<table><tr><td>",
                "</td></tr></table>",
                "<pre>",
                "</pre>",
                "<li>",
                "<script>",
                "</script>",
                "&nbsp;",
                "&#x202E;",
                "<h1>",
                "</h1>",
                "<hr>",
                "<!--",
                "-->");
        for (int run = 0; run < 3_000; run++) {
            StringBuilder html = new StringBuilder();
            for (int i = random.nextInt(40); i > 0; i--) {
                html.append(parts.get(random.nextInt(parts.size())));
            }
            RichText rich = HtmlText.read(html.toString());
            assertThat(rich.tail())
                    .as("seed %d: %s", seed, html)
                    .isBetween(0, rich.text().length());
            assertThat(rich.spans())
                    .as("seed %d: %s", seed, html)
                    .allMatch(span -> span.start() >= 0
                            && span.length() > 0
                            && span.end() <= rich.text().length());
        }
    }
}
