package org.kontor.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaConstructor;
import com.tngtech.archunit.core.domain.JavaModifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * How a component is made. Declarative Services tell public constructors apart by the number of their parameters alone (OSGi
 * Compendium 8, 112.5.6.1): a second one with as many is an error in the log, and the component may be made by the wrong one.
 */
public final class ComponentRule implements Rule {
    private static final String COMPONENT = "org.osgi.service.component.annotations.Component";
    private static final String ACTIVATE = "org.osgi.service.component.annotations.Activate";

    @Override
    public String says() {
        return "a component has one constructor for Declarative Services, and no other public one with as many parameters";
    }

    @Override
    public List<String> breaches(House house) {
        List<String> found = new ArrayList<>();
        for (JavaClass type : house.classes()) {
            if (type.isAnnotatedWith(COMPONENT)) {
                check(type, found);
            }
        }
        return found.stream().sorted().toList();
    }

    private static void check(JavaClass type, List<String> found) {
        Set<JavaConstructor> activated = type.getConstructors().stream()
                .filter(each -> each.isAnnotatedWith(ACTIVATE))
                .collect(Collectors.toSet());
        if (activated.size() > 1) {
            found.add(type.getName() + " has " + activated.size() + " constructors with @Activate: keep one");
            return;
        }
        int parameters = activated.stream().mapToInt(ComponentRule::parameters).sum();
        List<JavaConstructor> candidates = type.getConstructors().stream()
                .filter(each -> each.getModifiers().contains(JavaModifier.PUBLIC))
                .filter(each -> parameters(each) == parameters)
                .toList();
        if (candidates.isEmpty()) {
            found.add(type.getName()
                    + (activated.isEmpty()
                            ? " has neither a constructor with @Activate nor a public one without parameters"
                            : ": make the constructor with @Activate public"));
        } else if (candidates.size() > 1) {
            found.add(type.getName() + " has " + candidates.size() + " public constructors with " + parameters
                    + " parameters: make all but that with @Activate package-private");
        }
    }

    private static int parameters(JavaConstructor each) {
        return each.getRawParameterTypes().size();
    }
}
