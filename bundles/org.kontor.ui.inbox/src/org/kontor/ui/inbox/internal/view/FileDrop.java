package org.kontor.ui.inbox.internal.view;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.eclipse.swt.dnd.DND;
import org.eclipse.swt.dnd.DropTarget;
import org.eclipse.swt.dnd.DropTargetAdapter;
import org.eclipse.swt.dnd.DropTargetEvent;
import org.eclipse.swt.dnd.FileTransfer;
import org.eclipse.swt.widgets.Control;
import org.jspecify.annotations.Nullable;

/** Takes files that are dropped. */
final class FileDrop {
    private FileDrop() {}

    static void on(Control control, Consumer<List<Path>> taken) {
        DropTarget target = new DropTarget(control, DND.DROP_COPY | DND.DROP_DEFAULT);
        target.setTransfer(FileTransfer.getInstance());
        target.addDropListener(new DropTargetAdapter() {
            @Override
            public void dragEnter(@Nullable DropTargetEvent event) {
                if (event != null && event.detail == DND.DROP_DEFAULT) {
                    event.detail = DND.DROP_COPY;
                }
            }

            @Override
            public void drop(@Nullable DropTargetEvent event) {
                if (event != null && event.data instanceof String[] names) {
                    taken.accept(Stream.of(names).map(Path::of).toList());
                }
            }
        });
    }
}
