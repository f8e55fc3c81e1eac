package org.kontor.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import java.util.ArrayList;
import java.util.List;

/** Errors go to the log; the console is for the few words that a start script waits for. */
public final class ConsoleRule implements Rule {
    @Override
    public String says() {
        return "nothing is printed but by a class named Console, and no stack trace at all";
    }

    @Override
    public List<String> breaches(House house) {
        List<String> found = new ArrayList<>();
        for (JavaClass type : house.classes()) {
            type.getMethodCallsFromSelf().stream()
                    .filter(call -> call.getTarget().getName().equals("printStackTrace"))
                    .forEach(call -> found.add(type.getName() + " prints a stack trace: log it"));
            if (!type.getSimpleName().equals("Console")) {
                type.getFieldAccessesFromSelf().stream()
                        .filter(access -> access.getTargetOwner().getName().equals("java.lang.System"))
                        .filter(access -> List.of("out", "err")
                                .contains(access.getTarget().getName()))
                        .forEach(access -> found.add(type.getName() + " prints: log it, or let a class Console do it"));
            }
        }
        return found.stream().distinct().sorted().toList();
    }
}
