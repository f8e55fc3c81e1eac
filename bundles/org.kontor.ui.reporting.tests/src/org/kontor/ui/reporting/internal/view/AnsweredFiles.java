package org.kontor.ui.reporting.internal.view;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.swt.widgets.Shell;
import org.jspecify.annotations.Nullable;
import org.kontor.ui.common.file.FileChooser;

/** Answers in place of the person at the system's dialog: the name that is offered, in a folder; gives up while there is none. */
final class AnsweredFiles implements FileChooser {
    /** The kinds of files that were asked for. */
    final List<Kind> asked = new ArrayList<>();

    private @Nullable Path folder;

    /** Where to save from now on. */
    void into(Path wanted) {
        folder = wanted;
    }

    @Override
    public Optional<Path> save(Shell over, String name, Kind files) {
        asked.add(files);
        Path into = folder;
        return into == null ? Optional.empty() : Optional.of(into.resolve(name));
    }

    @Override
    public Optional<Path> open(Shell over, String title, Kind files) {
        throw new UnsupportedOperationException("a report opens no file");
    }

    @Override
    public List<Path> openSeveral(Shell over, String title) {
        throw new UnsupportedOperationException("a report opens no files");
    }
}
