package org.kontor.app.internal.palette;

import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.core.commands.ParameterizedCommand;
import org.eclipse.e4.core.commands.ECommandService;
import org.eclipse.e4.core.commands.EHandlerService;
import org.eclipse.e4.ui.model.application.MApplication;
import org.eclipse.e4.ui.model.application.commands.MBindingTable;
import org.eclipse.e4.ui.model.application.commands.MCommand;
import org.eclipse.e4.ui.model.application.commands.MKeyBinding;
import org.eclipse.e4.ui.model.application.commands.MParameter;
import org.eclipse.e4.ui.model.application.ui.advanced.MPerspective;
import org.eclipse.e4.ui.model.application.ui.basic.MWindow;
import org.eclipse.e4.ui.model.application.ui.menu.MHandledMenuItem;
import org.eclipse.e4.ui.model.application.ui.menu.MMenu;
import org.eclipse.e4.ui.model.application.ui.menu.MMenuElement;
import org.eclipse.e4.ui.workbench.modeling.EModelService;
import org.jspecify.annotations.Nullable;
import org.kontor.api.account.Brand;
import org.kontor.app.internal.Messages;
import org.kontor.app.internal.window.Perspectives;
import org.kontor.ui.api.BrandFilter;
import org.kontor.ui.api.Commands;
import org.kontor.ui.api.palette.PaletteEntry;
import org.kontor.ui.api.palette.PaletteEntry.Action;
import org.kontor.ui.common.format.Keys;

/**
 * What the palette finds in the model of the window, plug-ins included: the perspectives, the brands, every item of the menus and
 * every command that stands in none and needs no parameter.
 */
public final class ModelHits {
    private static final int MOST = 8;

    /** These act on what has the keyboard, which is the palette's own field by then, or open what is open. */
    private static final Set<String> LEFT_OUT = Set.of(
            "org.kontor.command.cut",
            "org.kontor.command.copy",
            "org.kontor.command.paste",
            "org.kontor.command.selectall",
            Commands.PALETTE,
            Commands.SHOW_PERSPECTIVE);

    private final MApplication application;
    private final EModelService models;
    private final ECommandService commands;
    private final EHandlerService handlers;
    private final Messages texts;
    private final Consumer<RuntimeException> trouble;
    private final Map<String, String> keys;

    /** @param trouble told what a handler threw when it was asked whether it can run */
    public ModelHits(
            MApplication application,
            EModelService models,
            ECommandService commands,
            EHandlerService handlers,
            Messages texts,
            Consumer<RuntimeException> trouble) {
        this.application = application;
        this.models = models;
        this.commands = commands;
        this.handlers = handlers;
        this.texts = texts;
        this.trouble = trouble;
        keys = keys(application, Keys.of(Locale.getDefault()));
    }

    /** Everything, as it can be done now; for the UI thread. */
    public List<PaletteGroup> groups(List<Brand> brands) {
        return List.of(
                new PaletteGroup("org.kontor.app.perspectives", 100, texts.palette_perspectives, MOST, perspectives()),
                new PaletteGroup("org.kontor.app.brands", 200, texts.palette_brands, MOST, brands(brands)),
                new PaletteGroup("org.kontor.app.commands", 300, texts.palette_commands, MOST, commands()));
    }

    private List<PaletteHit> perspectives() {
        List<PaletteHit> hits = new ArrayList<>();
        int number = 0;
        for (MPerspective each : Perspectives.of(application, models)) {
            number++;
            String label = each.getLocalizedLabel();
            if (label != null && !label.isBlank()) {
                Map<String, String> parameters = Map.of(Commands.PERSPECTIVE_ID, each.getElementId());
                String key = keys.getOrDefault(
                        sign(Commands.SHOW_PERSPECTIVE, Map.of(Commands.PERSPECTIVE_ID, Integer.toString(number))), "");
                hits.add(hit(label, "", icon(each.getIconURI()), key, Commands.SHOW_PERSPECTIVE, parameters, true));
            }
        }
        return hits;
    }

    private List<PaletteHit> brands(List<Brand> brands) {
        if (brands.size() < 2) {
            return List.of();
        }
        Stream<PaletteHit> all = Stream.of(brand(
                "all",
                new PaletteEntry(
                        MessageFormat.format(texts.brands_all, brands.size()),
                        "",
                        "filter",
                        null,
                        new Action.ShowBrands(BrandFilter.ALL))));
        return Stream.concat(
                        all,
                        brands.stream()
                                .map(each -> brand(
                                        each.id().toString(),
                                        new PaletteEntry(
                                                each.name(),
                                                texts.palette_onlyBrand,
                                                null,
                                                each.colour(),
                                                new Action.ShowBrands(new BrandFilter(Set.of(each.id())))))))
                .toList();
    }

    private static PaletteHit brand(String id, PaletteEntry entry) {
        return new PaletteHit("brand " + id, entry, "", true);
    }

    private List<PaletteHit> commands() {
        Map<String, PaletteHit> hits = new LinkedHashMap<>();
        for (MWindow window : application.getChildren()) {
            MMenu bar = window.getMainMenu();
            if (bar != null) {
                collect(bar, List.of(), hits);
            }
        }
        Set<String> inMenus = hits.keySet().stream()
                .map(sign -> sign.substring(0, (sign + " ").indexOf(' ')))
                .collect(Collectors.toSet());
        for (MCommand command : application.getCommands()) {
            String name = command.getLocalizedCommandName();
            boolean asks = command.getParameters().stream().anyMatch(each -> !each.isOptional());
            if (name != null && !name.isBlank() && !asks && !inMenus.contains(command.getElementId())) {
                add(hits, plain(name), detail(command, name), command.getElementId(), Map.of());
            }
        }
        return List.copyOf(hits.values());
    }

    private void collect(MMenu menu, List<String> path, Map<String, PaletteHit> hits) {
        for (MMenuElement each : menu.getChildren()) {
            String label = plain(each.getLocalizedLabel());
            if (each instanceof MMenu inner && inner.isVisible()) {
                collect(inner, Stream.concat(path.stream(), Stream.of(label)).toList(), hits);
            } else if (each instanceof MHandledMenuItem item && item.getCommand() != null && item.isVisible()) {
                Map<String, String> parameters = item.getParameters().stream()
                        .collect(Collectors.toMap(MParameter::getName, MParameter::getValue, (one, two) -> two));
                add(hits, label, String.join(" › ", path), item.getCommand().getElementId(), parameters);
            }
        }
    }

    private void add(
            Map<String, PaletteHit> hits, String label, String detail, String command, Map<String, String> parameters) {
        if (LEFT_OUT.contains(command) || label.isBlank()) {
            return;
        }
        ParameterizedCommand ready = commands.createCommand(command, new HashMap<>(parameters));
        String sign = sign(command, parameters);
        boolean can = ready != null && can(ready);
        hits.putIfAbsent(sign, hit(label, detail, null, keys.getOrDefault(sign, ""), command, parameters, can));
    }

    /** A handler of a plug-in that fails must not keep the others from being found. */
    private boolean can(ParameterizedCommand command) {
        try {
            return handlers.canExecute(command);
        } catch (RuntimeException e) {
            trouble.accept(e);
            return false;
        }
    }

    private static PaletteHit hit(
            String label,
            String detail,
            @Nullable String icon,
            String key,
            String command,
            Map<String, String> parameters,
            boolean enabled) {
        PaletteEntry entry = new PaletteEntry(label, detail, icon, null, new Action.RunCommand(command, parameters));
        return new PaletteHit(sign(command, parameters), entry, key, enabled);
    }

    private static String detail(MCommand command, String name) {
        String description = command.getLocalizedDescription();
        return description == null || description.equals(name) ? "" : description;
    }

    private static Map<String, String> keys(MApplication application, Keys words) {
        Map<String, String> keys = new HashMap<>();
        for (MBindingTable table : application.getBindingTables()) {
            for (MKeyBinding binding : table.getBindings()) {
                MCommand command = binding.getCommand();
                if (command != null && binding.getKeySequence() != null) {
                    Map<String, String> parameters = binding.getParameters().stream()
                            .collect(Collectors.toMap(MParameter::getName, MParameter::getValue, (one, two) -> two));
                    keys.putIfAbsent(sign(command.getElementId(), parameters), words.text(binding.getKeySequence()));
                }
            }
        }
        return keys;
    }

    /** A command with its parameters as one line. */
    private static String sign(String command, Map<String, String> parameters) {
        return command
                + new TreeMap<>(parameters)
                        .entrySet().stream()
                                .map(each -> " " + each.getKey() + "=" + each.getValue())
                                .collect(Collectors.joining());
    }

    /** Without the mark of the mnemonic and the dots that tell of a dialog. */
    private static String plain(@Nullable String label) {
        return label == null
                ? ""
                : label.replaceAll("&(.)", "$1")
                        .replaceAll("\\s*(…|\\.\\.\\.)$", "")
                        .strip();
    }

    private static @Nullable String icon(@Nullable String uri) {
        return uri == null || !uri.endsWith(".svg")
                ? null
                : uri.substring(uri.lastIndexOf('/') + 1, uri.length() - ".svg".length());
    }
}
