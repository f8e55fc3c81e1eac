package org.kontor.ui.reporting.internal.view;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.w3c.dom.Document;

/** Reads what was exported into a folder. */
record Exported(Path folder) {
    /** The lines of the CSV file. */
    List<String> csv() throws IOException {
        return Files.readAllLines(file("csv"), StandardCharsets.UTF_8);
    }

    /** The text of the PDF, with single spaces. */
    String pdf() throws IOException {
        try (PDDocument paper = Loader.loadPDF(file("pdf").toFile())) {
            return new PDFTextStripper().getText(paper).replaceAll("[\\s\u00a0\u202f]+", " ");
        }
    }

    /** How many rows a sheet of the workbook has, from 1; its head is one. */
    int rows(int sheet) throws Exception {
        try (ZipFile book = new ZipFile(file("xlsx").toFile());
                InputStream xml = book.getInputStream(book.getEntry("xl/worksheets/sheet" + sheet + ".xml"))) {
            Document document =
                    DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(xml);
            return document.getElementsByTagName("row").getLength();
        }
    }

    private Path file(String extension) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith("." + extension))
                    .findFirst()
                    .orElseThrow();
        }
    }
}
