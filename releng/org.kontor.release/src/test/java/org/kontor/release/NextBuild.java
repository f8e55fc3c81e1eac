package org.kontor.release;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipFile;

/**
 * The update site of a later build, made of the one that there is: the same content, where all that is ours has a higher version,
 * in the metadata, in the names of the files and inside of them.
 *
 * @param site where it lies
 * @param version the last part of its versions
 */
record NextBuild(Path site, String version) {
    private static final Pattern PRODUCT =
            Pattern.compile("<unit id='org\\.kontor\\.product' version='\\d+\\.\\d+\\.\\d+\\.(\\w+)'");
    private static final Pattern CHECKSUMS =
            Pattern.compile("\\s*<property name='(download\\.[\\w.-]+|artifact\\.size)' value='[^']*'/>");

    /** The last part of the versions on a site. */
    static String versionOf(Path site) throws IOException {
        Matcher product = PRODUCT.matcher(metadata(site, "content"));
        if (!product.find()) {
            throw new IllegalStateException("the product is not on " + site);
        }
        return product.group(1);
    }

    /** Makes it in an empty folder. */
    static NextBuild of(Path site, Path folder) throws IOException {
        String old = versionOf(site);
        String next = old + "9";
        for (String part : List.of("features", "plugins", "binary")) {
            Files.createDirectories(folder.resolve(part));
            try (Stream<Path> files = Files.list(site.resolve(part))) {
                for (Path file : files.toList()) {
                    take(file, folder.resolve(part), old, next);
                }
            }
        }
        Files.writeString(
                folder.resolve("content.xml"), metadata(site, "content").replace(old, next));
        // The files have changed, so their checksums do not hold; what is left out is not compared.
        String artifacts = CHECKSUMS.matcher(metadata(site, "artifacts")).replaceAll("");
        Files.writeString(folder.resolve("artifacts.xml"), artifacts.replace(old, next));
        return new NextBuild(folder, next);
    }

    private static void take(Path file, Path folder, String old, String next) throws IOException {
        String name = file.getFileName().toString();
        if (!name.contains(old)) {
            Files.createLink(folder.resolve(name), file);
            return;
        }
        Path copy = folder.resolve(name.replace(old, next));
        Files.copy(file, copy);
        if (name.endsWith(".jar")) {
            try (FileSystem jar = FileSystems.newFileSystem(copy)) {
                for (String inside : List.of("META-INF/MANIFEST.MF", "feature.xml")) {
                    Path entry = jar.getPath(inside);
                    if (Files.exists(entry)) {
                        Files.writeString(entry, Files.readString(entry).replace(old, next));
                    }
                }
            }
        }
    }

    private static String metadata(Path site, String name) throws IOException {
        try (ZipFile jar = new ZipFile(site.resolve(name + ".jar").toFile());
                InputStream xml = jar.getInputStream(jar.getEntry(name + ".xml"))) {
            return new String(xml.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
