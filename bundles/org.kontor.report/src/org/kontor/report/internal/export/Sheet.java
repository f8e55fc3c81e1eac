package org.kontor.report.internal.export;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import org.kontor.api.report.Value;

/** The XML of one sheet. Texts are inline strings: no program takes them for formulas. */
final class Sheet {
    /** Cell formats, by their place in the style table. */
    enum Format {
        PLAIN,
        HEAD,
        PERCENT,
        TIME,
        WAIT,
        COUNT
    }

    private static final LocalDateTime FIRST_DAY = LocalDateTime.of(1899, 12, 30, 0, 0);
    private static final double SECONDS_OF_DAY = 86_400;
    private static final int MOST_CHARACTERS = 32_767;

    private final StringBuilder xml = new StringBuilder();
    private int row;
    private int column;

    Sheet(int... widths) {
        xml.append("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>")
                .append("<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\">")
                .append("<sheetViews><sheetView workbookViewId=\"0\">")
                .append("<pane ySplit=\"1\" topLeftCell=\"A2\" activePane=\"bottomLeft\" state=\"frozen\"/>")
                .append("</sheetView></sheetViews><cols>");
        for (int i = 0; i < widths.length; i++) {
            xml.append(
                    "<col min=\"%d\" max=\"%d\" width=\"%d\" customWidth=\"1\"/>".formatted(i + 1, i + 1, widths[i]));
        }
        xml.append("</cols><sheetData>");
    }

    Sheet row() {
        xml.append(row == 0 ? "" : "</row>").append("<row r=\"").append(++row).append("\">");
        column = 0;
        return this;
    }

    Sheet head(String text) {
        return text(text, Format.HEAD);
    }

    Sheet text(String text) {
        return text(text, Format.PLAIN);
    }

    private Sheet text(String text, Format format) {
        String cut = text.length() > MOST_CHARACTERS ? text.substring(0, MOST_CHARACTERS) : text;
        cell(format, " t=\"inlineStr\"");
        xml.append("<is><t xml:space=\"preserve\">").append(escape(cut)).append("</t></is></c>");
        return this;
    }

    Sheet number(double number, Format format) {
        cell(format, "");
        xml.append("<v>")
                .append(number == Math.rint(number) && Math.abs(number) < 1e15 ? "" + (long) number : "" + number)
                .append("</v></c>");
        return this;
    }

    Sheet empty() {
        column++;
        return this;
    }

    /** A moment by the clock of a zone; spreadsheets know no zones. */
    Sheet time(Instant at, ZoneId zone) {
        LocalDateTime local = LocalDateTime.ofInstant(at, zone).truncatedTo(ChronoUnit.SECONDS);
        return number(ChronoUnit.SECONDS.between(FIRST_DAY, local) / SECONDS_OF_DAY, Format.TIME);
    }

    Sheet wait(Duration length) {
        return number(CsvExport.seconds(length) / SECONDS_OF_DAY, Format.WAIT);
    }

    Sheet value(Value value) {
        return switch (value) {
            case Value.Count count -> number(count.count(), Format.COUNT);
            case Value.Share share -> number(share.fraction(), Format.PERCENT);
            case Value.Wait wait -> wait(wait.length());
            case Value.None none -> empty();
        };
    }

    private void cell(Format format, String type) {
        xml.append("<c r=\"")
                .append((char) ('A' + column++))
                .append(row)
                .append("\" s=\"")
                .append(format.ordinal())
                .append('"')
                .append(type)
                .append('>');
    }

    String xml() {
        return xml + (row == 0 ? "" : "</row>") + "</sheetData></worksheet>";
    }

    /** Escapes what XML does not carry as it is; what it cannot carry at all is left out. */
    static String escape(String text) {
        StringBuilder escaped = new StringBuilder(text.length() + 16);
        text.codePoints().forEach(c -> {
            switch (c) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                default -> {
                    boolean control = c < ' ' && c != '\n' && c != '\t';
                    boolean noCharacter = c >= 0xD800 && c <= 0xDFFF || c == 0xFFFE || c == 0xFFFF;
                    if (!control && !noCharacter) {
                        escaped.appendCodePoint(c);
                    }
                }
            }
        });
        return escaped.toString();
    }
}
