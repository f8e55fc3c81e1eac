package org.kontor.report.internal.pdf;

import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;

/** A table over as many pages as it takes; its heads are repeated on each. Labels are on the left, numbers on the right. */
final class PaperTable {
    private static final float SIZE = 8;
    private static final float ROW = 15;
    private static final float GAP = 8;

    private final Paper paper;
    private final List<String> heads;
    private final float first;

    /**
     * @param heads of all columns, that of the labels first
     * @param first the part of the width that the labels have, 0 to 1
     */
    PaperTable(Paper paper, List<String> heads, float first) {
        this.paper = paper;
        this.heads = heads;
        this.first = first * Paper.width();
    }

    /** @param rows each with a cell for each column */
    void draw(List<List<String>> rows) throws IOException {
        paper.need(3 * ROW + headHeight());
        PDStructureElement table = paper.element("Table", paper.top());
        head(table, true);
        for (List<String> row : rows) {
            List<String> label = paper.face(false).wrap(row.getFirst(), SIZE, first - GAP);
            float tall = ROW + (label.size() - 1) * SIZE * 1.3f;
            if (paper.need(tall)) {
                head(table, false);
            }
            row(table, label, row, tall);
        }
        paper.down(GAP);
    }

    private float headHeight() throws IOException {
        int most = 1;
        for (int i = 0; i < heads.size(); i++) {
            most = Math.max(most, headLines(i).size());
        }
        return 6 + most * 9.5f;
    }

    private List<String> headLines(int column) throws IOException {
        return paper.face(true).wrap(heads.get(column), 7, (column == 0 ? first : column()) - GAP);
    }

    private float column() {
        return (Paper.width() - first) / Math.max(1, heads.size() - 1);
    }

    private float right(int column) {
        return Paper.MARGIN + first + column() * column;
    }

    private void head(PDStructureElement table, boolean told) throws IOException {
        float top = paper.y();
        float tall = headHeight();
        if (told) {
            PDStructureElement row = paper.element("TR", table);
            for (int i = 0; i < heads.size(); i++) {
                int column = i;
                paper.as(paper.element("TH", row), () -> headCell(column, top));
            }
        } else {
            // Told once, at the beginning.
            paper.ornament(() -> {
                for (int i = 0; i < heads.size(); i++) {
                    headCell(i, top);
                }
            });
        }
        paper.ornament(
                () -> paper.line(Paper.MARGIN, top + tall, Paper.MARGIN + Paper.width(), top + tall, 0.7f, Tint.QUIET));
        paper.down(tall);
    }

    private void headCell(int column, float top) throws IOException {
        float y = top + 8;
        for (String line : headLines(column)) {
            if (column == 0) {
                paper.text(Paper.MARGIN, y, line, 7, true, Tint.QUIET);
            } else {
                paper.right(right(column), y, line, 7, true, Tint.QUIET);
            }
            y += 9.5f;
        }
    }

    private void row(PDStructureElement table, List<String> label, List<String> cells, float tall) throws IOException {
        float base = paper.y() + ROW - 4.5f;
        PDStructureElement row = paper.element("TR", table);
        paper.as(paper.element("TH", row), () -> {
            float y = base;
            for (String line : label) {
                paper.text(Paper.MARGIN, y, line, SIZE, false, Tint.TEXT);
                y += SIZE * 1.3f;
            }
        });
        for (int i = 1; i < cells.size(); i++) {
            int column = i;
            paper.as(paper.element("TD", row), () -> {
                String cell = paper.face(false).fit(cells.get(column), SIZE, column() - 2);
                paper.right(right(column), base, cell, SIZE, false, Tint.TEXT);
            });
        }
        float end = paper.y() + tall;
        paper.ornament(() -> paper.line(Paper.MARGIN, end, Paper.MARGIN + Paper.width(), end, 0.4f, Tint.LINE));
        paper.down(tall);
    }
}
