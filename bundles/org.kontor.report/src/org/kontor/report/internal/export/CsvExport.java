package org.kontor.report.internal.export;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.kontor.api.report.Report;
import org.kontor.api.report.Value;
import org.kontor.report.internal.word.Words;

/** RFC 4180: commas, CRLF, quotes where needed, UTF-8. Numbers are written for programs, with a point. */
public final class CsvExport {
    private static final String END = "\r\n";

    private CsvExport() {}

    /** Writes the numbers of a report, one a line. */
    public static void write(Report report, Words words, OutputStream to) throws IOException {
        StringBuilder csv = new StringBuilder();
        csv.append(line(List.of(
                words.text("column.section"),
                words.text("column.group"),
                words.text("column.metric"),
                words.text("column.value"),
                words.text("column.unit"))));
        for (Figure figure : Figure.of(report, words)) {
            csv.append(text(figure.section())).append(',');
            csv.append(text(figure.group())).append(',');
            csv.append(text(figure.metric())).append(',');
            csv.append(number(figure.value())).append(',');
            csv.append(unit(figure.value())).append(END);
        }
        to.write(csv.toString().getBytes(StandardCharsets.UTF_8));
        to.flush();
    }

    private static String line(List<String> texts) {
        return texts.stream().map(CsvExport::text).collect(Collectors.joining(",", "", END));
    }

    private static String number(Value value) {
        return switch (value) {
            case Value.Count count -> String.valueOf(count.count());
            case Value.Share share ->
                BigDecimal.valueOf(share.part())
                        .divide(BigDecimal.valueOf(share.whole()), 6, RoundingMode.HALF_UP)
                        .toPlainString();
            case Value.Wait wait -> String.valueOf(seconds(wait.length()));
            case Value.None none -> "";
        };
    }

    static long seconds(Duration length) {
        return length.plusMillis(500).toSeconds();
    }

    private static String unit(Value value) {
        return switch (value) {
            case Value.Share share -> "1";
            case Value.Wait wait -> "s";
            case Value.Count count -> "";
            case Value.None none -> "";
        };
    }

    /** A text cell. What a spreadsheet would run as a formula gets an apostrophe in front (OWASP, CSV injection). */
    static String text(String text) {
        String safe = !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
        boolean quoted = Arrays.stream(new String[] {",", "\"", "\r", "\n"}).anyMatch(safe::contains);
        return quoted ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
    }
}
