package org.kontor.app.internal.dialog;

import java.text.MessageFormat;
import java.util.Comparator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.dnd.Transfer;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import org.kontor.api.runner.DataFolder;
import org.kontor.app.internal.Messages;
import org.kontor.ui.common.access.Names;
import org.kontor.ui.common.look.Look;
import org.kontor.ui.common.look.TypeStyle;
import org.kontor.ui.common.widget.Sheet;
import org.kontor.ui.common.widget.Texts;
import org.osgi.framework.Bundle;
import org.osgi.framework.FrameworkUtil;

/** Says what this is: version, machine, data folder, and every bundle with its licence. */
public final class AboutSheet extends Sheet {
    private static final int COPY_ID = IDialogConstants.CLIENT_ID;

    private final Messages texts;
    private final DataFolder folder;

    public AboutSheet(Shell parent, Look look, Messages texts, DataFolder folder) {
        super(parent, look, texts.about_title, texts.about_sentence);
        this.texts = texts;
        this.folder = folder;
    }

    @Override
    protected Point size() {
        return new Point(760, 640);
    }

    @Override
    protected void fill(Composite parent) {
        Texts.quiet(parent, look(), versions());
        Texts.quiet(parent, look(), MessageFormat.format(texts.about_folder, folder.path()));
        Texts.heading(parent, look(), texts.about_bundles);
        Text list = new Text(parent, SWT.MULTI | SWT.READ_ONLY | SWT.V_SCROLL | SWT.H_SCROLL);
        list.setFont(look().font(TypeStyle.SMALL));
        list.setText(bundles());
        Names.id(Names.name(list, texts.about_bundles), "about.bundles");
        GridDataFactory.fillDefaults().grab(true, true).hint(640, 320).applyTo(list);
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
                    new Object[] {versions() + "\n\n" + bundles()}, new Transfer[] {TextTransfer.getInstance()});
            clipboard.dispose();
        } else {
            super.buttonPressed(id);
        }
    }

    private static Bundle own() {
        return FrameworkUtil.getBundle(AboutSheet.class);
    }

    private String versions() {
        return MessageFormat.format(
                texts.about_versions,
                own().getVersion().toString(),
                System.getProperty("java.vm.name") + " " + System.getProperty("java.runtime.version"),
                System.getProperty("os.name") + " " + System.getProperty("os.version"),
                "SWT " + SWT.getVersion() + " " + SWT.getPlatform());
    }

    private static String bundles() {
        return Stream.of(own().getBundleContext().getBundles())
                .sorted(Comparator.comparing(Bundle::getSymbolicName, Comparator.nullsLast(Comparator.naturalOrder())))
                .map(each -> each.getSymbolicName() + "  " + each.getVersion() + licence(each))
                .collect(Collectors.joining("\n"));
    }

    /** What the manifest says; bundles of Eclipse say nothing there and carry an about.html. */
    private static String licence(Bundle bundle) {
        String header = bundle.getHeaders().get("Bundle-License");
        if (header != null && !header.isBlank()) {
            return "  ·  " + header.split("[;,]")[0].strip();
        }
        String name = String.valueOf(bundle.getSymbolicName());
        boolean eclipse = name.startsWith("org.eclipse.") || name.startsWith("org.kontor.");
        return eclipse ? "  ·  EPL-2.0" : "";
    }
}
