package org.kontor.app.internal.dialog;

import java.text.MessageFormat;
import java.util.List;
import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.dnd.Transfer;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableItem;
import org.jspecify.annotations.Nullable;
import org.kontor.api.runner.DataFolder;
import org.kontor.app.internal.Messages;
import org.kontor.app.internal.model.Libraries;
import org.kontor.app.internal.model.Libraries.Library;
import org.kontor.ui.api.theme.Token;
import org.kontor.ui.common.access.Names;
import org.kontor.ui.common.look.Icon;
import org.kontor.ui.common.look.Look;
import org.kontor.ui.common.look.TypeStyle;
import org.kontor.ui.common.row.RowPainter;
import org.kontor.ui.common.widget.Field;
import org.kontor.ui.common.widget.Sheet;
import org.kontor.ui.common.widget.Texts;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.Version;

/** Says what this is: version, machine, data folder, and every bundle with its version and licence. */
public final class AboutSheet extends Sheet {
    private static final int COPY_ID = IDialogConstants.CLIENT_ID;

    private final Messages texts;
    private final DataFolder folder;
    private Libraries libraries = new Libraries(List.of());
    private List<Library> shown = List.of();
    private @Nullable Table table;
    private @Nullable Field filter;

    public AboutSheet(Shell parent, Look look, Messages texts, DataFolder folder) {
        super(parent, look, texts.about_title, texts.about_sentence);
        this.texts = texts;
        this.folder = folder;
    }

    /** Shows what is installed; it is read by a worker and may come when the dialog is open already, or closed again. */
    public void show(Libraries read) {
        libraries = read;
        find();
    }

    @Override
    protected Point size() {
        return new Point(760, 640);
    }

    @Override
    protected void fill(Composite parent) {
        versions().lines().forEach(line -> Texts.quiet(parent, look(), line));
        Texts.heading(parent, look(), texts.about_bundles);
        Field field = new Field(parent, look(), SWT.SINGLE, texts.about_filter).icon(Icon.SEARCH);
        field.text().setMessage(texts.about_filter);
        Names.id(field.text(), "about.filter");
        field.text().addListener(SWT.Modify, e -> find());
        GridDataFactory.fillDefaults().grab(true, false).applyTo(field);
        filter = field;
        Table list = new Table(parent, SWT.SINGLE | SWT.FULL_SELECTION | SWT.V_SCROLL);
        Names.id(Names.name(list, texts.about_bundles), "about.bundles");
        GridDataFactory.fillDefaults().grab(true, true).hint(640, 280).applyTo(list);
        RowPainter.install(list, look(), 1, (row, item) -> {
            int index = list.indexOf(item);
            if (index < shown.size()) {
                Library each = shown.get(index);
                String licence = each.licence().isEmpty() ? texts.about_noLicence : each.licence();
                row.line(0)
                        .right(licence, TypeStyle.SMALL, Token.TEXT)
                        .left(each.name(), TypeStyle.TEXT, Token.TEXT)
                        .left(each.version(), TypeStyle.SMALL, Token.TEXT_QUIET);
            }
        });
        table = list;
        find();
    }

    @Override
    protected void buttons(Composite parent) {
        createButton(parent, COPY_ID, texts.about_copy, false);
        super.buttons(parent);
    }

    @Override
    protected void buttonPressed(int id) {
        if (id == COPY_ID) {
            Clipboard clipboard = new Clipboard(getShell().getDisplay());
            clipboard.setContents(
                    new Object[] {versions() + "\n\n" + libraries.text()}, new Transfer[] {TextTransfer.getInstance()});
            clipboard.dispose();
        } else {
            super.buttonPressed(id);
        }
    }

    private void find() {
        Table list = table;
        Field field = filter;
        if (list == null || field == null || list.isDisposed()) {
            return;
        }
        shown = libraries.matching(field.text().getText());
        list.removeAll();
        for (Library each : shown) {
            new TableItem(list, SWT.NONE).setText(each.name() + ", " + each.version() + ", " + each.licence());
        }
    }

    private String versions() {
        Version version = FrameworkUtil.getBundle(AboutSheet.class).getVersion();
        String number = version.getMajor() + "." + version.getMinor() + "." + version.getMicro();
        return String.join(
                "\n",
                MessageFormat.format(texts.about_version, number, version.getQualifier()),
                MessageFormat.format(
                        texts.about_machine,
                        System.getProperty("java.vm.name") + " " + System.getProperty("java.runtime.version"),
                        System.getProperty("os.name") + " " + System.getProperty("os.version"),
                        "SWT " + SWT.getVersion() + " " + SWT.getPlatform()),
                MessageFormat.format(texts.about_folder, folder.path()));
    }
}
