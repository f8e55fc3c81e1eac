package org.kontor.architecture;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.BiPredicate;

/** Which libraries stay out of where. One instance for one reason. */
public final class LibraryRule implements Rule {
    private static final Set<String> WITHOUT_SWT = Set.of(
            "api", "store", "desk", "runner", "triage", "escalation", "report", "collector", "testkit", "simulator");
    private static final List<String> WIDGETS =
            List.of("org.eclipse.swt.", "org.eclipse.jface.", "org.eclipse.e4.ui.", "javax.swing.");
    private static final List<String> SQL =
            List.of("java.sql.", "javax.sql.", "org.sqlite.", "org.flywaydb.", "org.postgresql.", "com.zaxxer.");
    private static final List<String> NETWORK = List.of(
            "java.net.http.", "javax.net.", "java.net.Socket", "java.net.ServerSocket", "okhttp3.", "jakarta.mail.");

    private final String sentence;
    private final List<String> libraries;
    private final BiPredicate<String, JavaClass> barred;

    private LibraryRule(String sentence, List<String> libraries, BiPredicate<String, JavaClass> barred) {
        this.sentence = sentence;
        this.libraries = libraries;
        this.barred = barred;
    }

    /** All rules of this kind. */
    public static List<Rule> all() {
        return List.of(
                new LibraryRule("SQL stays in the store", SQL, (bundle, type) -> !bundle.equals("store")),
                new LibraryRule(
                        "services and connectors know no widgets",
                        WIDGETS,
                        (bundle, type) -> WITHOUT_SWT.contains(bundle) || bundle.startsWith("channel.")),
                new LibraryRule(
                        "view models know no widgets",
                        WIDGETS,
                        (bundle, type) -> (type.getPackageName() + ".").contains(".internal.model.")),
                new LibraryRule(
                        "the API and the views know no network",
                        NETWORK,
                        (bundle, type) ->
                                bundle.equals("api") || bundle.startsWith("ui.") && !bundle.equals("ui.robot")));
    }

    @Override
    public String says() {
        return sentence;
    }

    @Override
    public List<String> breaches(House house) {
        List<String> found = new ArrayList<>();
        for (Bundle bundle : house.products()) {
            String own = bundle.name().substring(House.NAMESPACE.length());
            house.classesOf(bundle).stream()
                    .filter(type -> barred.test(own, type))
                    .forEach(type -> check(type, found));
        }
        return found;
    }

    private void check(JavaClass type, List<String> found) {
        type.getDirectDependenciesFromSelf().stream()
                .map(Dependency::getTargetClass)
                .map(used -> used.getBaseComponentType().getName())
                .filter(used -> libraries.stream().anyMatch(used::startsWith))
                .distinct()
                .sorted()
                .forEach(used -> found.add(type.getName() + " uses " + used + ": " + sentence));
    }
}
