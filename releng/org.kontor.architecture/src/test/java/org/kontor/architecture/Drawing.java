package org.kontor.architecture;

import com.github.weisj.jsvg.SVGDocument;
import com.github.weisj.jsvg.parser.SVGLoader;
import com.github.weisj.jsvg.view.ViewBox;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Draws icons from their SVG as SWT does at run time. */
final class Drawing {
    private Drawing() {}

    static SVGDocument read(Path svg) throws IOException {
        return Optional.ofNullable(new SVGLoader().load(svg.toUri().toURL()))
                .orElseThrow(() -> new IOException(svg + " cannot be drawn"));
    }

    /** One icon with its own colours. */
    static BufferedImage picture(SVGDocument svg, int edge) {
        BufferedImage image = new BufferedImage(edge, edge, BufferedImage.TYPE_INT_ARGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(
                RenderingHints.KEY_ALPHA_INTERPOLATION, RenderingHints.VALUE_ALPHA_INTERPOLATION_QUALITY);
        graphics.setRenderingHint(RenderingHints.KEY_COLOR_RENDERING, RenderingHints.VALUE_COLOR_RENDER_QUALITY);
        graphics.setRenderingHint(RenderingHints.KEY_RENDERING, RenderingHints.VALUE_RENDER_QUALITY);
        graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        svg.render(null, graphics, new ViewBox(edge, edge));
        graphics.dispose();
        return image;
    }

    /** A sheet of all icons, one below the other, each pixel as light as the icon covers it. */
    static BufferedImage sheet(List<SVGDocument> svgs, int edge) {
        BufferedImage sheet = new BufferedImage(edge, edge * svgs.size(), BufferedImage.TYPE_BYTE_GRAY);
        for (int place = 0; place < svgs.size(); place++) {
            int[] cover = picture(svgs.get(place), edge).getAlphaRaster().getPixels(0, 0, edge, edge, (int[]) null);
            sheet.getRaster().setPixels(0, place * edge, edge, edge, cover);
        }
        return sheet;
    }
}
