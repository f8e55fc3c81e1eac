package org.kontor.architecture;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** ECJ checks nulls only where the package says so. */
public final class NullMarkedRule implements Rule {
    private static final Pattern MARK = Pattern.compile("@(org\\.jspecify\\.annotations\\.)?NullMarked\\b");

    @Override
    public String says() {
        return "every package is null-marked";
    }

    @Override
    public List<String> breaches(House house) {
        List<String> found = new ArrayList<>();
        for (Bundle bundle : house.products()) {
            TreeSet<Path> packages = new TreeSet<>();
            bundle.sources("src").forEach(file -> packages.add(file.getParent()));
            for (Path folder : packages) {
                Path info = folder.resolve("package-info.java");
                if (!Files.isRegularFile(info)) {
                    found.add(bundle.place(folder) + " has no package-info.java with @NullMarked");
                } else if (!MARK.matcher(Sources.code(Bundle.text(info))).find()) {
                    found.add(bundle.place(info) + " lacks @NullMarked");
                }
            }
        }
        return found;
    }
}
