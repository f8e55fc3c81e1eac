package org.kontor.app.internal.gallery;

import jakarta.annotation.PostConstruct;
import java.util.List;
import org.eclipse.e4.ui.di.Focus;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableItem;
import org.jspecify.annotations.Nullable;
import org.kontor.api.account.Colour;
import org.kontor.ui.api.theme.Token;
import org.kontor.ui.common.access.Names;
import org.kontor.ui.common.format.Initials;
import org.kontor.ui.common.look.Icon;
import org.kontor.ui.common.look.Look;
import org.kontor.ui.common.look.TypeStyle;
import org.kontor.ui.common.row.Row;
import org.kontor.ui.common.row.RowPainter;
import org.kontor.ui.common.widget.Chip;

/** A list as the inbox will have one. */
public final class RowsPart {
    private record Line(
            String who,
            String brand,
            Colour colour,
            Icon channel,
            String left,
            Token ink,
            String reason,
            String text) {}

    private static final Colour NORDWIND = Colour.of("#c2410c");
    private static final Colour ALMA = Colour.of("#0f766e");
    private static final Colour LUMIO = Colour.of("#7c3aed");

    private static final List<Line> LINES = List.of(
            new Line(
                    "Lena M.",
                    "Nordwind Outdoor",
                    NORDWIND,
                    Icon.MAIL,
                    "12 min over",
                    Token.OVER,
                    "Problem",
                    "Jacke nach zwei Regentagen undicht, und niemand antwortet hier seit gestern. Das war meine letzte Bestellung."),
            new Line(
                    "tk_berlin",
                    "Kaffeerösterei Alma",
                    ALMA,
                    Icon.BLUESKY,
                    "0:18",
                    Token.WARN,
                    "Product question",
                    "@alma_kaffee wann ist die Äthiopien-Röstung wieder da? ☕"),
            new Line(
                    "Jonas Weber",
                    "Lumio Light",
                    LUMIO,
                    Icon.MAIL,
                    "1:42",
                    Token.OK,
                    "Problem",
                    "Re: Bestellung 48213: die Lampe flackert nach zwei Wochen"),
            new Line(
                    "sara.climbs",
                    "Nordwind Outdoor",
                    NORDWIND,
                    Icon.BLUESKY,
                    "2:05",
                    Token.OK,
                    "Product question",
                    "Do you ship the Fjell 40 to Norway? The shop says no."),
            new Line(
                    "Familie 👨‍👩‍👧‍👦 König",
                    "Lumio Light",
                    LUMIO,
                    Icon.MAIL,
                    "3:11",
                    Token.OK,
                    "Praise",
                    "Vielen Dank für den schnellen Austausch!"));

    private @Nullable Table table;

    @PostConstruct
    void create(Composite parent, Look look) {
        Table rows = new Table(parent, SWT.SINGLE | SWT.FULL_SELECTION | SWT.V_SCROLL);
        Names.id(Names.name(rows, "Conversations"), "gallery.rows");
        RowPainter.install(rows, look, 3, (row, item) -> paint(row, LINES.get(rows.indexOf(item) % LINES.size())));
        for (int index = 0; index < 3 * LINES.size(); index++) {
            new TableItem(rows, SWT.NONE)
                    .setText(LINES.get(index % LINES.size()).who());
        }
        rows.setSelection(0);
        table = rows;
    }

    @Focus
    void focus() {
        Table rows = table;
        if (rows != null) {
            rows.setFocus();
        }
    }

    private static void paint(Row row, Line line) {
        row.edge(line.colour());
        row.avatar(Initials.of(line.who()), line.colour(), line.channel());
        row.line(0).right(line.left(), TypeStyle.STRONG, line.ink()).left(line.who(), TypeStyle.STRONG, Token.TEXT);
        row.line(1).left(line.brand() + " ·", TypeStyle.SMALL, Token.TEXT_QUIET).chip(line.reason(), Chip.Kind.PLAIN);
        row.line(2).left(line.text(), TypeStyle.TEXT, Token.TEXT_QUIET);
    }
}
