package org.kontor.report.internal.pdf;

import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.kontor.api.account.Colour;

/** Pages of A4 and the pen on them. Places are in points from the upper left corner; {@link #y()} is where there is room next. */
final class Paper implements AutoCloseable {
    static final float MARGIN = 44;
    private static final float FOOT = 46;

    private static final float CORNER = 5;
    /** How far the handles of a curve stand out to make a quarter of a circle. */
    private static final float ROUND = 0.5523f;

    private final PDDocument document;
    private final Face regular;
    private final Face bold;
    private final Tags tags;
    private final float height = PDRectangle.A4.getHeight();
    private PDPage page;
    private PDPageContentStream stream;
    private float y = MARGIN;

    Paper(PDDocument document, String language) throws IOException {
        this.document = document;
        regular = Face.embedded(document, "NotoSans-Regular.ttf");
        bold = Face.embedded(document, "NotoSans-SemiBold.ttf");
        tags = new Tags(document, language);
        page = new PDPage(PDRectangle.A4);
        document.addPage(page);
        stream = new PDPageContentStream(document, page);
    }

    // -- places

    float y() {
        return y;
    }

    void down(float by) {
        y += by;
    }

    static float width() {
        return PDRectangle.A4.getWidth() - 2 * MARGIN;
    }

    /** Whether this is the top of a page. */
    boolean fresh() {
        return y <= MARGIN;
    }

    /** Goes to a new page unless so much room is left on this one. */
    boolean need(float room) throws IOException {
        if (y + room <= height - FOOT || fresh()) {
            return false;
        }
        stream.close();
        page = new PDPage(PDRectangle.A4);
        document.addPage(page);
        stream = new PDPageContentStream(document, page);
        y = MARGIN;
        return true;
    }

    Face face(boolean strong) {
        return strong ? bold : regular;
    }

    // -- tags

    /** What draws. */
    interface Drawing {
        void draw() throws IOException;
    }

    PDStructureElement element(String type, PDStructureElement parent) {
        return tags.element(type, parent);
    }

    PDStructureElement top() {
        return tags.top();
    }

    /** Draws something that is a part of the document, such as a heading or the cell of a table. */
    void as(PDStructureElement element, Drawing drawing) throws IOException {
        stream.beginMarkedContent(COSName.getPDFName(element.getStructureType()), tags.mark(page, element));
        drawing.draw();
        stream.endMarkedContent();
    }

    /** Draws a part of the document that is nothing more than its kind. */
    void as(String type, Drawing drawing) throws IOException {
        as(tags.element(type, tags.top()), drawing);
    }

    /** Draws a picture that is told in words. */
    void figure(String words, Drawing drawing) throws IOException {
        PDStructureElement element = tags.element("Figure", tags.top());
        element.setAlternateDescription(words);
        as(element, drawing);
    }

    /** Draws what is no part of what the document says. */
    void ornament(Drawing drawing) throws IOException {
        stream.beginMarkedContent(COSName.ARTIFACT);
        drawing.draw();
        stream.endMarkedContent();
    }

    // -- pen

    void text(float x, float baseline, String text, float size, boolean strong, Colour ink) throws IOException {
        Face face = face(strong);
        String written = face.writable(text);
        if (written.isBlank()) {
            return;
        }
        fill(ink);
        stream.beginText();
        stream.setFont(face.font(), size);
        stream.newLineAtOffset(x, height - baseline);
        stream.showText(written);
        stream.endText();
    }

    void right(float x, float baseline, String text, float size, boolean strong, Colour ink) throws IOException {
        text(x - face(strong).width(text, size), baseline, text, size, strong, ink);
    }

    /** Writes lines below each other and moves down. */
    void lines(List<String> lines, float x, float size, boolean strong, Colour ink) throws IOException {
        for (String line : lines) {
            y += size * 1.35f;
            text(x, y, line, size, strong, ink);
        }
    }

    void line(float x1, float y1, float x2, float y2, float thick, Colour ink) throws IOException {
        stroke(ink, thick);
        stream.moveTo(x1, height - y1);
        stream.lineTo(x2, height - y2);
        stream.stroke();
    }

    void dashed(float x1, float y1, float x2, float y2, Colour ink) throws IOException {
        stream.setLineDashPattern(new float[] {3, 2}, 0);
        line(x1, y1, x2, y2, 0.8f, ink);
        stream.setLineDashPattern(new float[] {}, 0);
    }

    /** @param places x and y in turns */
    void path(List<float[]> places, float thick, Colour ink) throws IOException {
        stroke(ink, thick);
        stream.setLineJoinStyle(1);
        for (int i = 0; i < places.size(); i++) {
            float[] at = places.get(i);
            if (i == 0) {
                stream.moveTo(at[0], height - at[1]);
            } else {
                stream.lineTo(at[0], height - at[1]);
            }
        }
        stream.stroke();
    }

    void box(float x, float top, float width, float tall, Colour ground) throws IOException {
        fill(ground);
        stream.addRect(x, height - top - tall, width, tall);
        stream.fill();
    }

    /** A box with round corners and an edge. */
    void card(float x, float top, float width, float tall, Colour ground, Colour edge) throws IOException {
        float r = Math.min(CORNER, Math.min(width, tall) / 2);
        float k = r * (1 - ROUND);
        float left = x;
        float right = x + width;
        float up = height - top;
        float low = up - tall;
        fill(ground);
        stroke(edge, 0.7f);
        stream.moveTo(left + r, up);
        stream.lineTo(right - r, up);
        stream.curveTo(right - k, up, right, up - k, right, up - r);
        stream.lineTo(right, low + r);
        stream.curveTo(right, low + k, right - k, low, right - r, low);
        stream.lineTo(left + r, low);
        stream.curveTo(left + k, low, left, low + k, left, low + r);
        stream.lineTo(left, up - r);
        stream.curveTo(left, up - k, left + k, up, left + r, up);
        stream.closePath();
        stream.fillAndStroke();
    }

    void image(byte[] picture, float right, float top, float most, float tall) throws IOException {
        PDImageXObject image = PDImageXObject.createFromByteArray(document, picture, "logo");
        float scale = Math.min(most / image.getWidth(), tall / image.getHeight());
        float w = image.getWidth() * scale;
        float h = image.getHeight() * scale;
        stream.drawImage(image, right - w, height - top - h, w, h);
    }

    private void fill(Colour colour) throws IOException {
        stream.setNonStrokingColor(colour.red() / 255f, colour.green() / 255f, colour.blue() / 255f);
    }

    private void stroke(Colour colour, float thick) throws IOException {
        stream.setStrokingColor(colour.red() / 255f, colour.green() / 255f, colour.blue() / 255f);
        stream.setLineWidth(thick);
    }

    /** What stands at the foot of a page. */
    interface Foot {
        /** @param number from 1 */
        String words(int number, int pages);
    }

    /** Ends the last page and numbers all of them. */
    void finish(String left, Foot foot) throws IOException {
        stream.close();
        int pages = document.getNumberOfPages();
        for (int i = 0; i < pages; i++) {
            page = document.getPage(i);
            stream = new PDPageContentStream(document, page, PDPageContentStream.AppendMode.APPEND, true, true);
            String words = foot.words(i + 1, pages);
            ornament(() -> {
                float at = height - FOOT + 22;
                line(MARGIN, at - 12, MARGIN + width(), at - 12, 0.5f, Tint.LINE);
                float room = width() - regular.width(words, 7.5f) - 20;
                text(MARGIN, at, regular.fit(left, 7.5f, room), 7.5f, false, Tint.QUIET);
                right(MARGIN + width(), at, words, 7.5f, false, Tint.QUIET);
            });
            stream.close();
        }
        tags.finish();
    }

    @Override
    public void close() throws IOException {
        document.close();
    }
}
