package org.kontor.ui.common.internal;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.swt.widgets.Shell;
import org.kontor.ui.common.file.FileChooser;
import org.osgi.service.component.annotations.Component;

/** Asks by SWT's file dialog, which is the system's own. */
@Component
public final class SystemFileChooser implements FileChooser {
    @Override
    public Optional<Path> save(Shell over, String name, Kind files) {
        FileDialog dialog = dialog(over, SWT.SAVE, files);
        dialog.setOverwrite(true);
        dialog.setFileName(name.replaceAll("[/\\\\:*?\"<>|\\p{Cntrl}]", "_"));
        return Optional.ofNullable(dialog.open()).map(Path::of);
    }

    @Override
    public Optional<Path> open(Shell over, String title, Kind files) {
        FileDialog dialog = dialog(over, SWT.OPEN, files);
        dialog.setText(title);
        return Optional.ofNullable(dialog.open()).map(Path::of);
    }

    @Override
    public List<Path> openSeveral(Shell over, String title) {
        FileDialog dialog = dialog(over, SWT.OPEN | SWT.MULTI, Kind.ANY);
        dialog.setText(title);
        if (dialog.open() == null) {
            return List.of();
        }
        return Arrays.stream(dialog.getFileNames())
                .map(file -> Path.of(dialog.getFilterPath(), file))
                .toList();
    }

    private static FileDialog dialog(Shell over, int style, Kind files) {
        FileDialog dialog = new FileDialog(over, style);
        if (!files.extensions().isEmpty()) {
            // GTK tells capitals apart.
            dialog.setFilterExtensions(new String[] {
                files.extensions().stream()
                        .flatMap(each -> Stream.of("*." + each, "*." + each.toUpperCase(Locale.ROOT)))
                        .distinct()
                        .collect(Collectors.joining(";"))
            });
            if (!files.name().isEmpty()) {
                dialog.setFilterNames(new String[] {files.name()});
            }
        }
        return dialog;
    }
}
