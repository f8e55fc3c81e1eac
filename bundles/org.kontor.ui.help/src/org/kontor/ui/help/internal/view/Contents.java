package org.kontor.ui.help.internal.view;

import java.util.List;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableItem;
import org.kontor.ui.api.theme.Token;
import org.kontor.ui.common.access.Names;
import org.kontor.ui.common.look.Css;
import org.kontor.ui.common.look.Grid;
import org.kontor.ui.common.look.Icon;
import org.kontor.ui.common.look.Look;
import org.kontor.ui.common.look.TypeStyle;
import org.kontor.ui.common.row.RowPainter;
import org.kontor.ui.common.widget.Field;
import org.kontor.ui.common.widget.Texts;
import org.kontor.ui.help.internal.model.HelpModel;
import org.kontor.ui.help.internal.model.Hit;
import org.kontor.ui.help.internal.model.Messages;

/** The list of pages at the left, and the field that searches them. */
final class Contents extends Composite {
    private final HelpModel model;
    private final Messages texts;
    private final Field search;
    private final Label count;
    private final Table list;
    private List<Hit> listed = List.of();

    Contents(Composite parent, Look look, Messages texts, HelpModel model) {
        super(parent, SWT.NONE);
        this.model = model;
        this.texts = texts;
        Css.set(this, Css.SURFACE);
        setLayout(Grid.layout(1, Grid.UNIT));
        search = new Field(this, look, SWT.SINGLE, texts.text("search")).icon(Icon.SEARCH);
        search.text().setMessage(texts.text("search"));
        Names.id(search.text(), "manual.search");
        GridDataFactory.fillDefaults().grab(true, false).applyTo(search);
        count = Css.set(Texts.small(this, look, ""), Css.QUIET);
        GridDataFactory.fillDefaults().grab(true, false).exclude(true).applyTo(count);
        list = new Table(this, SWT.SINGLE | SWT.FULL_SELECTION | SWT.V_SCROLL);
        Names.id(Names.name(list, texts.text("contents")), "manual.contents");
        GridDataFactory.fillDefaults().grab(true, true).hint(200, 300).applyTo(list);
        RowPainter.install(list, look, 2, (row, item) -> {
            Hit hit = listed.get(list.indexOf(item));
            row.line(0).left(hit.page().title(), TypeStyle.STRONG, Token.TEXT);
            row.line(1).left(hit.line(), TypeStyle.SMALL, Token.TEXT_QUIET);
        });
        search.text().addListener(SWT.Modify, e -> model.search(search.text().getText()));
        search.text().addListener(SWT.KeyDown, this::searchKey);
        list.addListener(SWT.Selection, e -> open());
    }

    /** Shows what the model lists. */
    void refresh() {
        List<Hit> now = model.listed();
        if (!now.equals(listed)) {
            listed = now;
            list.setRedraw(false);
            list.removeAll();
            for (Hit hit : listed) {
                new TableItem(list, SWT.NONE).setText(hit.page().title() + ", " + hit.line());
            }
            list.setRedraw(true);
        }
        int here = model.page()
                .map(page ->
                        listed.stream().map(hit -> hit.page().id()).toList().indexOf(page.id()))
                .orElse(-1);
        if (list.getSelectionIndex() != here) {
            list.deselectAll();
            if (here >= 0) {
                list.setSelection(here);
            }
        }
        list.redraw();
        count();
    }

    private void count() {
        String words = model.words();
        boolean searched = !words.isEmpty();
        count.setText(searched ? texts.text("search.count", listed.size(), words.replace("&", "&&")) : "");
        if (count.getLayoutData() instanceof org.eclipse.swt.layout.GridData data && data.exclude == searched) {
            data.exclude = !searched;
            count.setVisible(searched);
            layout(true);
        }
    }

    /** Puts the cursor into the search field. */
    void search() {
        search.setFocus();
        search.text().selectAll();
    }

    /** Takes the search back; false if there was none. */
    boolean clear() {
        boolean searched = !search.text().getText().isEmpty();
        search.text().setText("");
        return searched;
    }

    private void searchKey(Event event) {
        if (event.keyCode == SWT.ARROW_DOWN) {
            list.setFocus();
            event.doit = false;
        } else if ((event.keyCode == SWT.CR || event.keyCode == SWT.KEYPAD_CR) && !listed.isEmpty()) {
            list.setSelection(0);
            open();
        }
    }

    private void open() {
        int chosen = list.getSelectionIndex();
        if (chosen >= 0) {
            model.open(listed.get(chosen).page().id());
        }
    }
}
