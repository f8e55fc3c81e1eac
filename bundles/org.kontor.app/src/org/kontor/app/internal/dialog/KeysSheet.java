package org.kontor.app.internal.dialog;

import java.util.List;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableItem;
import org.kontor.app.internal.Messages;
import org.kontor.ui.api.theme.Token;
import org.kontor.ui.common.access.Names;
import org.kontor.ui.common.look.Icon;
import org.kontor.ui.common.look.Look;
import org.kontor.ui.common.look.TypeStyle;
import org.kontor.ui.common.row.RowPainter;
import org.kontor.ui.common.widget.Field;
import org.kontor.ui.common.widget.Sheet;

/** Lists every key, and finds one by a word. */
public final class KeysSheet extends Sheet {
    private final Messages texts;
    private final KeyList keys;
    private List<KeyList.Entry> shown;

    public KeysSheet(Shell parent, Look look, Messages texts, KeyList keys) {
        super(parent, look, texts.keys_title, texts.keys_sentence);
        this.texts = texts;
        this.keys = keys;
        shown = keys.entries();
    }

    @Override
    protected Point size() {
        return new Point(640, 640);
    }

    @Override
    protected void fill(Composite parent) {
        Field filter = new Field(parent, look(), SWT.SINGLE, texts.keys_filter).icon(Icon.SEARCH);
        filter.text().setMessage(texts.keys_filter);
        Names.id(filter.text(), "keys.filter");
        GridDataFactory.fillDefaults().grab(true, false).applyTo(filter);
        Table table = new Table(parent, SWT.SINGLE | SWT.FULL_SELECTION | SWT.V_SCROLL);
        Names.id(Names.name(table, texts.keys_title), "keys.list");
        GridDataFactory.fillDefaults().grab(true, true).hint(560, 380).applyTo(table);
        RowPainter.install(table, look(), 1, (row, item) -> {
            KeyList.Entry entry = shown.get(table.indexOf(item));
            row.line(0)
                    .key(entry.key())
                    .left(entry.what(), TypeStyle.TEXT, Token.TEXT)
                    .left("· " + entry.where(), TypeStyle.SMALL, Token.TEXT_QUIET);
        });
        show(table);
        filter.text().addListener(SWT.Modify, e -> {
            shown = keys.matching(filter.text().getText());
            show(table);
        });
    }

    private void show(Table table) {
        table.removeAll();
        for (KeyList.Entry entry : shown) {
            new TableItem(table, SWT.NONE).setText(entry.what() + ", " + entry.key() + ", " + entry.where());
        }
    }
}
