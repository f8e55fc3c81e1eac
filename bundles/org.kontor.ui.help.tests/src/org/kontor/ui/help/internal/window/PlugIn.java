package org.kontor.ui.help.internal.window;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.ImageLoader;
import org.eclipse.swt.graphics.PaletteData;
import org.eclipse.swt.graphics.RGB;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;

/** A plug-in that brings a page of the manual and nothing else: no code, no header, only files in its place. */
final class PlugIn implements AutoCloseable {
    private static final String PAGE = """
            ---
            order: 50
            perspective: org.kontor.perspective.board
            ---
            # The board
            What the board shows. Every [key](keys.md) is listed elsewhere; [this](gone.md) is nowhere.

            ![A blue field](pictures/blue.png)

            ![Never drawn](pictures/gone.png)

            ## Colours
            | Colour | Meaning |
            | --- | --- |
            | blue | all is well, and nothing needs to be done about it for as long as it stays that way, which is long |

            <b>no HTML</b> and **an end that is missing
            """;

    private final Bundle bundle;

    PlugIn(BundleContext context) throws IOException, BundleException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Manifest manifest = new Manifest();
        Attributes head = manifest.getMainAttributes();
        head.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        head.putValue("Bundle-ManifestVersion", "2");
        head.putValue("Bundle-SymbolicName", "org.example.board");
        try (JarOutputStream jar = new JarOutputStream(bytes, manifest)) {
            add(jar, "help/en/board.md", PAGE.getBytes(StandardCharsets.UTF_8));
            add(jar, "help/en/pictures/blue.png", picture());
        }
        bundle = context.installBundle("test:board", new ByteArrayInputStream(bytes.toByteArray()));
        bundle.start();
    }

    private static void add(JarOutputStream jar, String name, byte[] content) throws IOException {
        jar.putNextEntry(new JarEntry(name));
        jar.write(content);
        jar.closeEntry();
    }

    private static byte[] picture() {
        ImageLoader loader = new ImageLoader();
        loader.data = new ImageData[] {new ImageData(1200, 300, 8, new PaletteData(new RGB(37, 99, 235)))};
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        loader.save(out, SWT.IMAGE_PNG);
        return out.toByteArray();
    }

    @Override
    public void close() throws BundleException {
        bundle.uninstall();
    }
}
