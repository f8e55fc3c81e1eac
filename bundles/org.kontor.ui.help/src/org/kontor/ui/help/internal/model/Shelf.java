package org.kontor.ui.help.internal.model;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** Where pages lie: the folder {@code help} of a bundle. Never called on the UI thread. */
public interface Shelf {
    /** The name of the bundle. */
    String owner();

    /** The files of a folder, such as {@code help/en/}, by their names; empty if there is no such folder. */
    List<String> files(String folder);

    /** A file by its path in the bundle; empty if there is none. */
    Optional<byte[]> read(String path) throws IOException;
}
