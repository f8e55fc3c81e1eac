package org.kontor.ui.help.internal.view;

import java.util.LinkedHashMap;
import java.util.Map;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.PaintObjectEvent;
import org.eclipse.swt.custom.StyleRange;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.graphics.GlyphMetrics;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.Rectangle;
import org.kontor.ui.help.internal.model.Typeset;

/** The pictures of the page that is shown, each at its sign in the text. */
final class PagePictures {
    private final StyledText text;
    /** By the offset of their sign. */
    private final Map<Integer, Image> shown = new LinkedHashMap<>();

    private int width;

    PagePictures(StyledText text) {
        this.text = text;
        text.addPaintObjectListener(this::paint);
        text.addListener(SWT.Dispose, e -> clear());
    }

    /** Takes the pictures of another page; {@link #place} shows them. */
    void take(Typeset page, Map<String, ImageData> read) {
        clear();
        for (int line = 0; line < page.lines().size(); line++) {
            ImageData data = read.get(page.lines().get(line).picture());
            if (data != null) {
                shown.put(text.getOffsetAtLine(line), new Image(text.getDisplay(), data));
            }
        }
    }

    /** Makes them as wide as there is room, never wider than they are. */
    void fit(int room) {
        if (width != room) {
            width = room;
            place();
        }
    }

    /** Gives their signs the room that they need. */
    void place() {
        shown.forEach((offset, image) -> {
            Rectangle size = size(image);
            StyleRange range = new StyleRange(offset, 1, null, null);
            range.metrics = new GlyphMetrics(size.height, 0, size.width);
            text.setStyleRange(range);
        });
    }

    private Rectangle size(Image image) {
        Rectangle full = image.getBounds();
        int wide = width > 0 ? Math.min(width, full.width) : full.width;
        return new Rectangle(0, 0, wide, Math.max(1, full.height * wide / Math.max(1, full.width)));
    }

    private void paint(PaintObjectEvent event) {
        Image image = shown.get(event.style.start);
        if (image != null) {
            Rectangle full = image.getBounds();
            Rectangle size = size(image);
            event.gc.setAdvanced(true);
            event.gc.setInterpolation(SWT.HIGH);
            int top = event.y + event.ascent - size.height;
            event.gc.drawImage(image, 0, 0, full.width, full.height, event.x, top, size.width, size.height);
        }
    }

    private void clear() {
        shown.values().forEach(Image::dispose);
        shown.clear();
    }
}
