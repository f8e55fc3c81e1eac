package org.kontor.ui.help.internal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.eclipse.e4.core.services.translation.TranslationService;
import org.eclipse.e4.ui.model.application.MApplication;
import org.eclipse.e4.ui.model.application.commands.MBindingContext;
import org.eclipse.e4.ui.model.application.commands.MBindingTable;
import org.eclipse.e4.ui.model.application.commands.MCommand;
import org.eclipse.e4.ui.model.application.commands.MKeyBinding;
import org.eclipse.e4.ui.model.application.ui.advanced.MPerspective;
import org.eclipse.e4.ui.model.application.ui.advanced.MPerspectiveStack;
import org.eclipse.e4.ui.workbench.modeling.EModelService;
import org.kontor.ui.api.Anchors;
import org.kontor.ui.api.Commands;
import org.kontor.ui.help.internal.model.Terms.BoundKey;

/** Reads the keys that the model of the window binds, those of plug-ins among them. On the UI thread. */
final class BoundKeys {
    private BoundKeys() {}

    /** By where they work, then by what they do. */
    static List<BoundKey> of(MApplication application) {
        List<BoundKey> all = new ArrayList<>();
        for (MBindingTable table : application.getBindingTables()) {
            MBindingContext context = table.getBindingContext();
            String where = context == null ? "" : translated(application, context);
            for (MKeyBinding binding : table.getBindings()) {
                MCommand command = binding.getCommand();
                if (command != null && binding.getKeySequence() != null) {
                    name(application, binding, command)
                            .ifPresent(name -> all.add(new BoundKey(binding.getKeySequence(), name, where)));
                }
            }
        }
        all.sort(Comparator.comparing(BoundKey::where).thenComparing(BoundKey::what, String.CASE_INSENSITIVE_ORDER));
        return all;
    }

    /** A key that shows a perspective is named by it, and left out while there is none at that place. */
    private static Optional<String> name(MApplication application, MKeyBinding binding, MCommand command) {
        String name = Objects.requireNonNullElse(command.getLocalizedCommandName(), command.getElementId());
        if (!Commands.SHOW_PERSPECTIVE.equals(command.getElementId())
                || binding.getParameters().isEmpty()) {
            return Optional.of(name);
        }
        return perspective(application, binding.getParameters().getFirst().getValue())
                .map(shown -> name + ": " + shown.getLocalizedLabel());
    }

    private static Optional<MPerspective> perspective(MApplication application, String place) {
        List<MPerspective> all = application
                .getContext()
                .get(EModelService.class)
                .findElements(application, Anchors.PERSPECTIVES, MPerspectiveStack.class)
                .stream()
                .flatMap(stack -> stack.getChildren().stream())
                .filter(MPerspective::isToBeRendered)
                .toList();
        int index = place.matches("[1-9]") ? Integer.parseInt(place) - 1 : -1;
        return index >= 0 && index < all.size() ? Optional.of(all.get(index)) : Optional.empty();
    }

    /** Contexts have no translated name of their own: the bundle that brought it has the text. */
    private static String translated(MApplication application, MBindingContext context) {
        String name = Objects.requireNonNullElse(context.getName(), "");
        TranslationService service = application.getContext().get(TranslationService.class);
        String from = Objects.requireNonNullElse(context.getContributorURI(), "platform:/plugin/org.kontor.app");
        return name.startsWith("%") ? service.translate(name, from) : name;
    }
}
