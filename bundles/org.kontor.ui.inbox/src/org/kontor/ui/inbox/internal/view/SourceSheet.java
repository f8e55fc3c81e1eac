package org.kontor.ui.inbox.internal.view;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.jspecify.annotations.Nullable;
import org.kontor.api.ledger.LedgerEntry;
import org.kontor.ui.common.access.Names;
import org.kontor.ui.common.file.FileChooser;
import org.kontor.ui.common.look.Css;
import org.kontor.ui.common.look.TypeStyle;
import org.kontor.ui.common.widget.Sheet;

/** Shows an event as the platform delivered it. */
final class SourceSheet extends Sheet {
    private static final int SHOWN = 200_000;
    private static final int SAVE = IDialogConstants.CLIENT_ID + 1;

    private final Kit kit;
    private final @Nullable LedgerEntry entry;
    private @Nullable Label said;

    /** @param entry null where no source was kept */
    SourceSheet(Shell parent, Kit kit, @Nullable LedgerEntry entry) {
        super(parent, kit.look(), kit.texts().source_title, sentence(kit, entry));
        this.kit = kit;
        this.entry = entry;
    }

    private static String sentence(Kit kit, @Nullable LedgerEntry entry) {
        return entry == null
                ? kit.texts().source_missing
                : kit.words()
                        .fill(
                                kit.texts().source_sentence,
                                entry.event().mediaType(),
                                kit.words().numbers().bytes(entry.event().payload().length),
                                kit.words().times().exact(entry.seenAt()));
    }

    @Override
    protected Point size() {
        return new Point(760, entry == null ? 0 : 560);
    }

    @Override
    protected void fill(Composite parent) {
        LedgerEntry source = entry;
        if (source == null) {
            return;
        }
        byte[] payload = source.event().payload();
        StyledText text = new StyledText(parent, SWT.READ_ONLY | SWT.MULTI | SWT.V_SCROLL | SWT.H_SCROLL);
        text.setFont(look().font(TypeStyle.MONO));
        Names.name(Names.id(text, "source.text"), kit.texts().source_name);
        GridDataFactory.fillDefaults().grab(true, true).hint(680, 360).applyTo(text);
        // Bytes that are no UTF-8 show as replacement signs: the file that can be saved has them as they are.
        text.setText(new String(payload, 0, Math.min(SHOWN, payload.length), StandardCharsets.UTF_8)
                .replace("\u0000", "\ufffd"));
        Label remark = Css.set(new Label(parent, SWT.WRAP), Css.QUIET);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(remark);
        if (payload.length > SHOWN) {
            remark.setText(kit.words()
                    .fill(kit.texts().source_cut, kit.words().numbers().bytes(SHOWN)));
        }
        said = remark;
    }

    @Override
    protected void buttons(Composite parent) {
        if (entry != null) {
            createButton(parent, SAVE, kit.texts().source_save, false);
        }
        super.buttons(parent);
    }

    @Override
    protected void buttonPressed(int id) {
        LedgerEntry source = entry;
        if (id == SAVE && source != null) {
            save(source.event().payload());
        } else {
            super.buttonPressed(id);
        }
    }

    private void save(byte[] payload) {
        kit.files().save(getShell(), "source.txt", FileChooser.Kind.of("txt")).ifPresent(file -> write(payload, file));
    }

    private void write(byte[] payload, Path to) {
        kit.outside()
                .work(
                        kit.texts().source_title,
                        () -> {
                            try {
                                return Files.write(to, payload);
                            } catch (IOException unwritable) {
                                throw new UncheckedIOException(unwritable);
                            }
                        },
                        file -> say(kit.words().fill(kit.texts().attachment_saved, to)),
                        fault -> say(
                                kit.words().fill(kit.texts().attachment_written, String.valueOf(fault.getMessage()))));
    }

    private void say(String words) {
        Label label = said;
        if (label != null && !label.isDisposed()) {
            label.setText(words.replace("&", "&&"));
            label.requestLayout();
        }
    }
}
