package org.kontor.app.internal.dialog;

import java.util.List;
import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.ScrolledComposite;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableItem;
import org.jspecify.annotations.Nullable;
import org.kontor.app.internal.Messages;
import org.kontor.app.internal.preference.PreferencesModel;
import org.kontor.app.internal.preference.PreferencesModel.OpenPage;
import org.kontor.ui.api.preference.PreferencePage.Page;
import org.kontor.ui.api.theme.Token;
import org.kontor.ui.common.access.Names;
import org.kontor.ui.common.look.Grid;
import org.kontor.ui.common.look.Look;
import org.kontor.ui.common.look.TypeStyle;
import org.kontor.ui.common.row.RowPainter;
import org.kontor.ui.common.widget.Sheet;
import org.kontor.ui.common.widget.Texts;

/** The preferences: pages at the left, the fields of one at the right. */
public final class PreferencesSheet extends Sheet {
    private static final int APPLY_ID = IDialogConstants.CLIENT_ID + 1;
    private static final int LIST_WIDTH = 180;
    private static final int WRAP_WIDTH = 380;

    private final Messages texts;
    private final PreferencesModel model;
    private @Nullable Table list;
    private @Nullable ScrolledComposite pane;
    private @Nullable PreferenceFields fields;
    private @Nullable OpenPage drawn;
    private @Nullable Page drawnAs;

    public PreferencesSheet(Shell parent, Look look, Messages texts, PreferencesModel model) {
        super(parent, look, texts.preferences_title, "");
        this.texts = texts;
        this.model = model;
    }

    @Override
    protected Point size() {
        return new Point(760, 560);
    }

    @Override
    protected void fill(Composite parent) {
        Composite columns = new Composite(parent, SWT.NONE);
        columns.setLayout(Grid.tight(2));
        GridDataFactory.fillDefaults().grab(true, true).applyTo(columns);
        Table table = new Table(columns, SWT.SINGLE | SWT.FULL_SELECTION | SWT.NO_SCROLL | SWT.V_SCROLL);
        Names.id(Names.name(table, texts.preferences_pages), "preferences.pages");
        GridDataFactory.fillDefaults()
                .grab(false, true)
                .hint(LIST_WIDTH, SWT.DEFAULT)
                .applyTo(table);
        RowPainter.install(table, look(), 1, (row, item) -> {
            OpenPage page = model.openPages().get(table.indexOf(item));
            var line = row.line(0);
            if (page.dirty()) {
                line.right("•", TypeStyle.STRONG, Token.ACCENT);
            }
            line.left(page.title(), TypeStyle.TEXT, Token.TEXT);
        });
        table.addListener(SWT.Selection, e -> {
            int row = table.getSelectionIndex();
            if (row >= 0) {
                model.select(model.openPages().get(row));
            }
        });
        list = table;
        ScrolledComposite scrolled = new ScrolledComposite(columns, SWT.V_SCROLL);
        scrolled.setExpandHorizontal(true);
        scrolled.setExpandVertical(true);
        GridDataFactory.fillDefaults()
                .grab(true, true)
                .hint(WRAP_WIDTH, 320)
                .indent(Grid.UNIT, 0)
                .applyTo(scrolled);
        scrolled.addListener(SWT.Resize, e -> fit());
        pane = scrolled;
        model.onChange(this::show);
    }

    @Override
    protected void buttons(Composite parent) {
        createButton(parent, APPLY_ID, texts.preferences_apply, false);
        button(parent, IDialogConstants.CANCEL_ID, false);
        button(parent, IDialogConstants.OK_ID, true);
        show();
    }

    @Override
    protected void buttonPressed(int id) {
        switch (id) {
            case APPLY_ID -> model.apply(() -> {});
            case IDialogConstants.OK_ID -> model.apply(this::closeOk);
            default -> super.buttonPressed(id);
        }
    }

    private void closeOk() {
        if (getShell() != null && !getShell().isDisposed()) {
            setReturnCode(OK);
            close();
        }
    }

    private void show() {
        Table table = list;
        ScrolledComposite scrolled = pane;
        if (table == null || scrolled == null || table.isDisposed()) {
            return;
        }
        List<OpenPage> pages = model.openPages();
        table.setItemCount(pages.size());
        for (int row = 0; row < pages.size(); row++) {
            TableItem item = table.getItem(row);
            item.setText(pages.get(row).title());
        }
        model.selected().ifPresent(page -> {
            table.setSelection(pages.indexOf(page));
            draw(scrolled, page);
        });
        table.redraw();
        for (int id : new int[] {APPLY_ID, IDialogConstants.OK_ID}) {
            Button button = getButton(id);
            if (button != null) {
                button.setEnabled(!model.saving());
            }
        }
    }

    /** Draws a page anew when another is to be shown; else only what is wrong with it changes. */
    private void draw(ScrolledComposite scrolled, OpenPage page) {
        Page now = page.page().orElse(null);
        PreferenceFields before = fields;
        if (drawn == page && drawnAs != null && before != null && now != null) {
            drawnAs = now;
            before.showProblems();
            fit();
            return;
        }
        drawn = page;
        drawnAs = now;
        Control old = scrolled.getContent();
        Composite body = new Composite(scrolled, SWT.NONE);
        body.setLayout(Grid.tight(1));
        if (now == null) {
            fields = null;
            Texts.heading(body, look(), page.title());
            Texts.body(body, look(), page.failure());
        } else {
            fields = new PreferenceFields(body, look(), texts, model, page, now, this::typed);
        }
        scrolled.setContent(body);
        if (old != null) {
            old.dispose();
        }
        fit();
    }

    private void typed() {
        Table table = list;
        if (table != null) {
            table.redraw();
        }
    }

    private void fit() {
        ScrolledComposite scrolled = pane;
        if (scrolled != null && scrolled.getContent() instanceof Composite body) {
            int width = scrolled.getClientArea().width;
            Point size = body.computeSize(width <= 0 ? WRAP_WIDTH : width, SWT.DEFAULT, true);
            scrolled.setMinHeight(size.y);
            body.layout(true, true);
        }
    }
}
