package org.kontor.architecture;

import java.util.List;

/** Scopes come from one place: only the desk's service extends {@code Grants}. */
public final class GrantsRule implements Rule {
    private static final String GRANTS = "org.kontor.api.access.Grants";

    @Override
    public String says() {
        return "only the desk makes scopes";
    }

    @Override
    public List<String> breaches(House house) {
        return house.classes().stream()
                .filter(type -> !type.getName().equals(GRANTS))
                .filter(type -> type.getAllRawSuperclasses().stream()
                        .anyMatch(parent -> parent.getName().equals(GRANTS)))
                .filter(type -> !house.ownerOf(type.getPackageName())
                        .filter("desk"::equals)
                        .isPresent())
                .map(type -> type.getName() + " extends Grants; ask the Grants service for a scope instead")
                .sorted()
                .toList();
    }
}
