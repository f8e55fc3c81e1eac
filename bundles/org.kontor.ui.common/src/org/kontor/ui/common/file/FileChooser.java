package org.kontor.ui.common.file;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.eclipse.swt.widgets.Shell;

/**
 * Asks the user for files by the dialogs of the system; a service. Every method belongs to the UI thread and returns when the
 * dialog is closed. A dialog of the system is no widget, so nothing but a person can work in it: a test puts itself in its place.
 *
 * @since 0.1
 */
public interface FileChooser {
    /**
     * Asks where something is to be saved; asks again before another file would be overwritten.
     *
     * @param name what to begin with; it may come from a stranger, and a path in it means nothing
     * @param files the kind of file that is written
     * @return empty if the user gave up
     */
    Optional<Path> save(Shell over, String name, Kind files);

    /**
     * Asks for a file that is there.
     *
     * @param title says what for, in the user's language
     * @return empty if the user gave up
     */
    Optional<Path> open(Shell over, String title, Kind files);

    /**
     * Asks for any number of files of any kind.
     *
     * @param title says what for, in the user's language
     * @return empty if the user gave up
     */
    List<Path> openSeveral(Shell over, String title);

    /**
     * A kind of file.
     *
     * @param name in the user's language, such as "Pictures"; empty where its extensions say enough
     * @param extensions such as {@code png}; any file if there are none
     */
    record Kind(String name, List<String> extensions) {
        /** Whatever it is. */
        public static final Kind ANY = new Kind("", List.of());

        public Kind {
            extensions = List.copyOf(extensions);
        }

        /** Files with these extensions. */
        public static Kind of(String... extensions) {
            return new Kind("", List.of(extensions));
        }
    }
}
