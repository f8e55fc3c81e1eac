package org.kontor.report.internal.pdf;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/** A font that is embedded with the letters that are used. What it lacks is written as a sign that something stood there. */
final class Face {
    private static final char MISSING = '\uFFFD';
    /** What a reader takes for one character, such as a family emoji of seven code points. */
    private static final Pattern CHARACTER = Pattern.compile("\\X");

    private static final Pattern SPACES = Pattern.compile("\\s+");
    private static final String CUT = "\u2026";

    private final PDType0Font font;
    private final CmapLookup letters;

    private Face(PDType0Font font, CmapLookup letters) {
        this.font = font;
        this.letters = letters;
    }

    /** @param name of a file in the bundle's folder of fonts */
    static Face embedded(PDDocument document, String name) throws IOException {
        try (InputStream in = Face.class.getResourceAsStream("/fonts/" + name)) {
            if (in == null) {
                throw new IOException("the bundle lacks its font " + name);
            }
            TrueTypeFont file = new TTFParser().parse(new RandomAccessReadBuffer(in));
            return new Face(PDType0Font.load(document, file, true), file.getUnicodeCmapLookup());
        }
    }

    PDType0Font font() {
        return font;
    }

    /** The text as it can be written: one line, and a sign for each character that the font lacks. */
    String writable(String text) {
        return CHARACTER
                .matcher(SPACES.matcher(text).replaceAll(" "))
                .results()
                .map(found -> has(found.group()) ? found.group() : String.valueOf(MISSING))
                .collect(Collectors.joining());
    }

    private boolean has(String character) {
        return character.codePoints().allMatch(c -> !Character.isISOControl(c) && letters.getGlyphId(c) != 0);
    }

    /** How wide a text is. */
    float width(String text, float size) throws IOException {
        return measured(writable(text), size);
    }

    private float measured(String written, float size) throws IOException {
        return font.getStringWidth(written) / 1000 * size;
    }

    /** The text, with its end cut off where it has no room. */
    String fit(String text, float size, float room) throws IOException {
        String all = writable(text);
        return measured(all, size) <= room ? all : begin(characters(all), size, room - measured(CUT, size)) + CUT;
    }

    /** As many characters as have room. */
    private String begin(List<String> characters, float size, float room) throws IOException {
        int fitting = 0;
        int more = characters.size();
        while (fitting < more) {
            int middle = (fitting + more + 1) / 2;
            if (measured(String.join("", characters.subList(0, middle)), size) <= room) {
                fitting = middle;
            } else {
                more = middle - 1;
            }
        }
        return String.join("", characters.subList(0, fitting));
    }

    /** The text in lines, broken between words; a word that is too long is broken within. */
    List<String> wrap(String text, float size, float room) throws IOException {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : writable(text).strip().split(" ")) {
            String longer = line.isEmpty() ? word : line + " " + word;
            if (measured(longer, size) <= room) {
                line.replace(0, line.length(), longer);
                continue;
            }
            if (!line.isEmpty()) {
                lines.add(line.toString());
            }
            String rest = word;
            while (measured(rest, size) > room) {
                List<String> characters = characters(rest);
                String begin = begin(characters, size, room);
                // One character at least, or it would never end.
                String part = begin.isEmpty() ? characters.getFirst() : begin;
                lines.add(part);
                rest = rest.substring(part.length());
            }
            line.replace(0, line.length(), rest);
        }
        lines.add(line.toString());
        return lines;
    }

    private static List<String> characters(String text) {
        return CHARACTER.matcher(text).results().map(found -> found.group()).toList();
    }
}
