package org.kontor.report.internal.export;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.kontor.api.conversation.InquiryEnd;
import org.kontor.api.conversation.InquiryOutcome;
import org.kontor.api.report.Behind;
import org.kontor.api.report.Metric;
import org.kontor.api.report.Report;
import org.kontor.report.internal.word.Words;

/**
 * A workbook with three sheets (ECMA-376): the numbers, one row for each inquiry, the definitions. Numbers, shares, times and
 * waits are cells of their types, so that they can be summed and sorted.
 */
public final class XlsxExport {
    private static final String HEAD = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>";
    private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private static final String OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static final String PACKAGE = "http://schemas.openxmlformats.org/package/2006";
    private static final String TYPES = "application/vnd.openxmlformats-officedocument.spreadsheetml.";

    private XlsxExport() {}

    /** Writes the workbook. */
    public static void write(Report report, Behind all, Words words, OutputStream to) throws IOException {
        ZipOutputStream zip = new ZipOutputStream(to, StandardCharsets.UTF_8);
        part(zip, "[Content_Types].xml", types());
        part(zip, "_rels/.rels", relations(List.of("officeDocument"), List.of("xl/workbook.xml")));
        part(zip, "xl/workbook.xml", workbook(words));
        part(
                zip,
                "xl/_rels/workbook.xml.rels",
                relations(
                        List.of("worksheet", "worksheet", "worksheet", "styles"),
                        List.of(
                                "worksheets/sheet1.xml",
                                "worksheets/sheet2.xml",
                                "worksheets/sheet3.xml",
                                "styles.xml")));
        part(zip, "xl/styles.xml", styles());
        part(zip, "xl/worksheets/sheet1.xml", figures(report, words));
        part(zip, "xl/worksheets/sheet2.xml", inquiries(all, words));
        part(zip, "xl/worksheets/sheet3.xml", definitions(words));
        zip.finish();
        zip.flush();
    }

    private static void part(ZipOutputStream zip, String name, String content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(content.getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }

    private static String figures(Report report, Words words) {
        Sheet sheet = new Sheet(36, 22, 30, 14).row();
        sheet.head(words.text("column.section"));
        sheet.head(words.text("column.group"));
        sheet.head(words.text("column.metric"));
        sheet.head(words.text("column.value"));
        for (Figure figure : Figure.of(report, words)) {
            sheet.row().text(figure.section()).text(figure.group()).text(figure.metric());
            sheet.value(figure.value());
        }
        return sheet.xml();
    }

    private static String inquiries(Behind all, Words words) {
        Sheet sheet = new Sheet(18, 12, 28, 24, 36, 19, 19, 20, 19, 12, 18, 20, 20).row();
        for (String column : List.of(
                "brand",
                "channel",
                "account",
                "customer",
                "subject",
                "begun",
                "seen",
                "outcome",
                "ended",
                "waited",
                "zone",
                "inquiry",
                "conversation")) {
            sheet.head(words.text("column." + column));
        }
        for (Behind.Item item : all.items()) {
            inquiry(sheet.row(), item, words);
        }
        return sheet.xml();
    }

    private static void inquiry(Sheet sheet, Behind.Item item, Words words) {
        ZoneId zone = item.brand().zone();
        InquiryEnd end = item.inquiry().end();
        InquiryOutcome outcome = InquiryOutcome.of(end);
        sheet.text(item.brand().name());
        sheet.text(words.channel(item.account().channel()));
        sheet.text(item.account().name());
        sheet.text(item.conversation().customerName());
        sheet.text(Objects.requireNonNullElse(item.conversation().subject(), ""));
        sheet.time(item.inquiry().began(), zone).time(item.inquiry().seen(), zone);
        sheet.text(words.outcome(outcome));
        if (end == null) {
            sheet.empty().empty();
        } else {
            sheet.time(end.at(), zone);
            Duration wait = Duration.between(item.inquiry().began(), end.at());
            if (outcome.answered()) {
                sheet.wait(wait.isNegative() ? Duration.ZERO : wait);
            } else {
                sheet.empty();
            }
        }
        // Identifiers have more digits than a spreadsheet's number keeps.
        sheet.text(zone.getId());
        sheet.text(String.valueOf(item.inquiry().id().value()));
        sheet.text(String.valueOf(item.inquiry().conversation().value()));
    }

    private static String definitions(Words words) {
        Sheet sheet = new Sheet(30, 120).row();
        sheet.head(words.text("column.metric")).head(words.text("column.definition"));
        for (Metric metric : Metric.values()) {
            sheet.row().text(words.name(metric)).text(words.definition(metric));
        }
        return sheet.xml();
    }

    private static String types() {
        StringBuilder xml = new StringBuilder(HEAD).append("<Types xmlns=\"" + PACKAGE + "/content-types\">");
        xml.append(
                "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>");
        xml.append("<Default Extension=\"xml\" ContentType=\"application/xml\"/>");
        override(xml, "/xl/workbook.xml", "sheet.main+xml");
        override(xml, "/xl/styles.xml", "styles+xml");
        for (int sheet = 1; sheet <= 3; sheet++) {
            override(xml, "/xl/worksheets/sheet" + sheet + ".xml", "worksheet+xml");
        }
        return xml.append("</Types>").toString();
    }

    private static void override(StringBuilder xml, String part, String type) {
        xml.append("<Override PartName=\"" + part + "\" ContentType=\"" + TYPES + type + "\"/>");
    }

    private static String relations(List<String> kinds, List<String> targets) {
        StringBuilder xml = new StringBuilder(HEAD).append("<Relationships xmlns=\"" + PACKAGE + "/relationships\">");
        for (int i = 0; i < kinds.size(); i++) {
            xml.append("<Relationship Id=\"rId%d\" Type=\"%s/%s\" Target=\"%s\"/>"
                    .formatted(i + 1, OFFICE, kinds.get(i), targets.get(i)));
        }
        return xml.append("</Relationships>").toString();
    }

    private static String workbook(Words words) {
        StringBuilder xml =
                new StringBuilder(HEAD).append("<workbook xmlns=\"" + MAIN + "\" xmlns:r=\"" + OFFICE + "\"><sheets>");
        List<String> names = List.of("figures", "inquiries", "definitions");
        for (int i = 0; i < names.size(); i++) {
            xml.append("<sheet name=\"%s\" sheetId=\"%d\" r:id=\"rId%d\"/>"
                    .formatted(Sheet.escape(words.text("sheet." + names.get(i))), i + 1, i + 1));
        }
        return xml.append("</sheets></workbook>").toString();
    }

    /** The cell formats in the order of {@link Sheet.Format}. */
    private static String styles() {
        return HEAD + "<styleSheet xmlns=\"" + MAIN + "\"><numFmts count=\"2\">"
                + "<numFmt numFmtId=\"164\" formatCode=\"yyyy\\-mm\\-dd\\ hh:mm:ss\"/>"
                + "<numFmt numFmtId=\"165\" formatCode=\"[h]:mm:ss\"/></numFmts>"
                + "<fonts count=\"2\"><font><sz val=\"11\"/><name val=\"Calibri\"/></font>"
                + "<font><b/><sz val=\"11\"/><name val=\"Calibri\"/></font></fonts>"
                + "<fills count=\"2\"><fill><patternFill patternType=\"none\"/></fill>"
                + "<fill><patternFill patternType=\"gray125\"/></fill></fills>"
                + "<borders count=\"1\"><border><left/><right/><top/><bottom/><diagonal/></border></borders>"
                + "<cellStyleXfs count=\"1\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\"/></cellStyleXfs>"
                + "<cellXfs count=\"6\">" + format(0, 0) + format(0, 1) + format(10, 0) + format(164, 0)
                + format(165, 0) + format(3, 0) + "</cellXfs></styleSheet>";
    }

    private static String format(int number, int font) {
        return "<xf numFmtId=\"%d\" fontId=\"%d\" fillId=\"0\" borderId=\"0\" xfId=\"0\" applyNumberFormat=\"1\" applyFont=\"1\"/>"
                .formatted(number, font);
    }
}
