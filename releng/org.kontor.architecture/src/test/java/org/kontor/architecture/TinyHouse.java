package org.kontor.architecture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.ToolProvider;

/** A repository of a few classes, written and compiled on the spot, so that a rule can be seen to bite. */
final class TinyHouse {
    private final Path root;
    private final Path stubs;
    private final Set<String> bundles = new TreeSet<>();

    TinyHouse(Path root) {
        this.root = root;
        this.stubs = root.resolve("stubs");
    }

    /** Adds a bundle that keeps every rule. */
    TinyHouse bundle(String name, String... headers) {
        bundles.add(name);
        List<String> lines = new ArrayList<>(List.of(
                "Manifest-Version: 1.0",
                "Bundle-ManifestVersion: 2",
                "Bundle-SymbolicName: " + name,
                "Bundle-Version: 0.1.0.qualifier",
                "Automatic-Module-Name: " + name,
                "Bundle-RequiredExecutionEnvironment: JavaSE-21"));
        for (String header : headers) {
            lines.removeIf(line -> line.startsWith(header.substring(0, header.indexOf(':') + 1)));
            lines.add(header);
        }
        file(name, "META-INF/MANIFEST.MF", String.join("\n", lines) + "\n");
        return file(name, "build.properties", "source.. = src/\nbin.includes = META-INF/,.,OSGI-INF/l10n/\n");
    }

    /** Adds a class to a bundle; its package gets null-marked on the way. */
    TinyHouse type(String bundle, String name, String body) {
        String folder = "src/" + packageOf(name).replace('.', '/');
        file(
                bundle,
                folder + "/package-info.java",
                "@org.jspecify.annotations.NullMarked package " + packageOf(name) + ";");
        return source(bundle, "src/" + name.replace('.', '/') + ".java", "package " + packageOf(name) + ";\n" + body);
    }

    /** Adds a Java file as it is. */
    TinyHouse source(String bundle, String path, String text) {
        return file(bundle, path, text);
    }

    /** Adds a class of somebody else's library. */
    TinyHouse library(String name, String body) {
        write(stubs.resolve(name.replace('.', '/') + ".java"), "package " + packageOf(name) + ";\n" + body);
        return this;
    }

    /** Adds or replaces any file of a bundle. */
    TinyHouse file(String bundle, String path, String text) {
        write(root.resolve("bundles").resolve(bundle).resolve(path), text);
        return this;
    }

    /** Adds a feature with these plug-ins. */
    TinyHouse feature(String name, String... plugins) {
        String lines = Stream.of(plugins)
                .map(id -> "   <plugin\n         id=\"" + id + "\"\n         version=\"0.0.0\"/>\n")
                .collect(Collectors.joining());
        write(
                root.resolve("features").resolve(name).resolve("feature.xml"),
                "<feature id=\"" + name + "\">\n" + lines + "</feature>\n");
        return this;
    }

    /** What {@code rule} says about this house. */
    List<String> breaches(Rule rule) {
        return rule.breaches(read());
    }

    /** Compiles everything and reads it back. */
    House read() {
        for (String bundle : bundles) {
            compile(root.resolve("bundles").resolve(bundle));
        }
        return House.read(root);
    }

    private void compile(Path folder) {
        List<String> files =
                Bundle.read(folder).sources("src").stream().map(Path::toString).toList();
        if (files.isEmpty()) {
            return;
        }
        String sourcePath = bundles.stream()
                .map(name ->
                        root.resolve("bundles").resolve(name).resolve("src").toString())
                .collect(Collectors.joining(java.io.File.pathSeparator));
        Path target = folder.resolve("target/classes");
        List<String> arguments = new ArrayList<>(
                List.of("-proc:none", "-implicit:none", "-nowarn", "--release", "21", "-d", target.toString()));
        arguments.addAll(List.of("-cp", System.getProperty("java.class.path")));
        arguments.addAll(List.of("-sourcepath", sourcePath + java.io.File.pathSeparator + stubs));
        arguments.addAll(files);
        int result = ToolProvider.getSystemJavaCompiler().run(null, null, null, arguments.toArray(String[]::new));
        if (result != 0) {
            throw new IllegalStateException("the fixture " + folder + " does not compile");
        }
    }

    private static String packageOf(String type) {
        return type.substring(0, type.lastIndexOf('.'));
    }

    private static void write(Path file, String text) {
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
