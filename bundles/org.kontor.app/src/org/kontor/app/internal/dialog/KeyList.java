package org.kontor.app.internal.dialog;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.e4.core.services.translation.TranslationService;
import org.eclipse.e4.ui.model.application.MApplication;
import org.eclipse.e4.ui.model.application.commands.MBindingContext;
import org.eclipse.e4.ui.model.application.commands.MBindingTable;
import org.eclipse.e4.ui.model.application.commands.MCommand;
import org.eclipse.e4.ui.model.application.commands.MKeyBinding;
import org.eclipse.e4.ui.workbench.modeling.EModelService;
import org.kontor.app.internal.window.Perspectives;
import org.kontor.ui.api.Commands;
import org.kontor.ui.common.format.Keys;

/**
 * Every key that the model binds, plug-ins included.
 *
 * @param entries by where they work, then by what they do
 */
public record KeyList(List<Entry> entries) {
    /**
     * One key.
     *
     * @param key as it stands on the keyboard
     * @param what the command does
     * @param where the name of the binding context
     */
    public record Entry(String key, String what, String where) {}

    public KeyList {
        entries = List.copyOf(entries);
    }

    /** Reads the model. */
    public static KeyList of(MApplication application, Keys keys) {
        List<Entry> all = new ArrayList<>();
        for (MBindingTable table : application.getBindingTables()) {
            MBindingContext context = table.getBindingContext();
            String where = context == null ? "" : translated(application, context);
            for (MKeyBinding binding : table.getBindings()) {
                MCommand command = binding.getCommand();
                if (command != null && binding.getKeySequence() != null) {
                    String key = keys.text(binding.getKeySequence());
                    name(application, binding, command).ifPresent(name -> all.add(new Entry(key, name, where)));
                }
            }
        }
        all.sort(Comparator.comparing(Entry::where).thenComparing(Entry::what, String.CASE_INSENSITIVE_ORDER));
        return new KeyList(all);
    }

    /** The entries of which every word of {@code words} is a part. */
    public List<Entry> matching(String words) {
        String[] wanted = words.toLowerCase(Locale.ROOT).strip().split("\\s+");
        return entries.stream()
                .filter(entry -> Stream.of(wanted)
                        .allMatch(word -> (entry.key + " " + entry.what + " " + entry.where)
                                .toLowerCase(Locale.ROOT)
                                .contains(word)))
                .toList();
    }

    /** A key that shows a perspective is named by it, and left out while there is none at that place. */
    private static Optional<String> name(MApplication application, MKeyBinding binding, MCommand command) {
        String name = Objects.requireNonNullElse(command.getLocalizedCommandName(), command.getElementId());
        EModelService models = application.getContext().get(EModelService.class);
        if (!Commands.SHOW_PERSPECTIVE.equals(command.getElementId())
                || binding.getParameters().isEmpty()) {
            return Optional.of(name);
        }
        return Perspectives.find(
                        application, models, binding.getParameters().get(0).getValue())
                .map(perspective -> name + ": " + perspective.getLocalizedLabel());
    }

    /** Contexts have no translated name of their own: the bundle that brought it has the text. */
    private static String translated(MApplication application, MBindingContext context) {
        String name = Objects.requireNonNullElse(context.getName(), "");
        TranslationService service = application.getContext().get(TranslationService.class);
        String from = Objects.requireNonNullElse(context.getContributorURI(), "platform:/plugin/org.kontor.app");
        return !name.startsWith("%") ? name : service.translate(name, from);
    }
}
