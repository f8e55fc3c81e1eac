package org.kontor.ui.help.internal.view;

import java.util.EnumMap;
import java.util.Map;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Font;
import org.eclipse.swt.graphics.FontData;
import org.eclipse.swt.widgets.Display;
import org.kontor.ui.common.look.Look;
import org.kontor.ui.common.look.TypeStyle;

/** The fonts of a page in one size. */
final class Fonts {
    /** The ways in which a page is set. */
    enum Face {
        TITLE(TypeStyle.TITLE, 1.3, SWT.BOLD),
        HEADING(TypeStyle.TITLE, 1, SWT.BOLD),
        SUBHEADING(TypeStyle.TEXT, 1.15, SWT.BOLD),
        TEXT(TypeStyle.TEXT, 1.08, SWT.NORMAL),
        BOLD(TypeStyle.TEXT, 1.08, SWT.BOLD),
        ITALIC(TypeStyle.TEXT, 1.08, SWT.ITALIC),
        CODE(TypeStyle.MONO, 1, SWT.NORMAL),
        SMALL(TypeStyle.SMALL, 1.08, SWT.NORMAL);

        private final TypeStyle style;
        private final double factor;
        private final int bits;

        Face(TypeStyle style, double factor, int bits) {
            this.style = style;
            this.factor = factor;
            this.bits = bits;
        }
    }

    private final Map<Face, Font> fonts = new EnumMap<>(Face.class);

    /** @param percent of the usual size */
    Fonts(Display display, Look look, int percent) {
        for (Face face : Face.values()) {
            FontData data = look.font(face.style).getFontData()[0];
            int height = (int) Math.max(6, Math.round(data.getHeight() * face.factor * percent / 100));
            fonts.put(face, new Font(display, data.getName(), height, face.bits));
        }
    }

    Font of(Face face) {
        Font font = fonts.get(face);
        if (font == null) {
            throw new IllegalStateException("every face has its font");
        }
        return font;
    }

    void dispose() {
        fonts.values().forEach(Font::dispose);
    }
}
