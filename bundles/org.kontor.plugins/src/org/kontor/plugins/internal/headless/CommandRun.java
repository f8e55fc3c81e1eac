package org.kontor.plugins.internal.headless;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.eclipse.core.runtime.IProgressMonitor;
import org.jspecify.annotations.Nullable;
import org.kontor.api.account.Brand;
import org.kontor.api.id.BrandId;
import org.kontor.api.plugin.PluginChange;
import org.kontor.api.plugin.PluginFault;
import org.kontor.api.plugin.PluginOffer;
import org.kontor.api.plugin.PluginResult;
import org.kontor.api.plugin.PluginState;
import org.kontor.api.plugin.Plugins;
import org.kontor.plugins.internal.FaultException;
import org.kontor.plugins.internal.SiteAddress;

/** Does what the command line asks for and prints what came of it. */
final class CommandRun {
    static final int DONE = 0;
    static final int NOT_DONE = 1;
    static final int WRONG = 2;

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private final Plugins plugins;
    private final Supplier<List<Brand>> brands;
    private final Consumer<String> out;
    private final Consumer<String> say;
    private final IProgressMonitor monitor;

    /**
     * @param brands looks the brands up; throws if the store cannot be opened, as while a window has it
     * @param out takes what was asked for, a line each
     * @param say takes what was done, or why it was not
     */
    CommandRun(
            Plugins plugins,
            Supplier<List<Brand>> brands,
            Consumer<String> out,
            Consumer<String> say,
            IProgressMonitor monitor) {
        this.plugins = plugins;
        this.brands = brands;
        this.out = out;
        this.say = say;
        this.monitor = monitor;
    }

    /** @return the exit code */
    int run(Command command) {
        Command.Verb verb = command.verb();
        if (verb == null) {
            say.accept(command.fault());
            out.accept(Command.usage());
            return WRONG;
        }
        URI site = null;
        String given = command.site();
        if (given != null) {
            switch (address(given)) {
                case PluginResult.Done<URI>(URI good) -> site = good;
                case PluginResult.Failed<URI>(PluginFault fault) -> {
                    return failed(fault);
                }
            }
        }
        return switch (verb) {
            case LIST -> list(command);
            case AVAILABLE -> offer(command, plugins.available(site, monitor), Answer::of);
            case INSTALL -> install(command, site);
            case UPDATE ->
                command.check()
                        ? offer(command, plugins.updates(site, monitor), Answer::of)
                        : changed(command, plugins.update(Set.copyOf(command.words()), site, monitor));
            case UNINSTALL -> changed(command, plugins.uninstall(command.words().get(0), monitor));
            case BRANDS -> brands(command);
            case HISTORY ->
                then(
                        plugins.history(monitor),
                        states -> print(command, states.stream().map(Answer::of).toList()));
            case ROLLBACK -> rollBack(command);
            case SITES -> sites(command);
        };
    }

    private static PluginResult<URI> address(String text) {
        try {
            return new PluginResult.Done<>(SiteAddress.parse(text));
        } catch (FaultException e) {
            return new PluginResult.Failed<>(e.fault());
        }
    }

    private int list(Command command) {
        return then(plugins.installed(), installed -> {
            boolean any = installed.stream().anyMatch(plugin -> !plugin.brands().isEmpty());
            List<Brand> known = any ? known() : List.of();
            return print(
                    command,
                    installed.stream().map(plugin -> Answer.of(plugin, known)).toList());
        });
    }

    /** Names are nicer than ids, but a window that has the store is no reason to fail. */
    private List<Brand> known() {
        try {
            return brands.get();
        } catch (RuntimeException e) {
            say.accept("the names of brands cannot be read (" + e.getMessage() + ")");
            return List.of();
        }
    }

    private int install(Command command, @Nullable URI site) {
        String given = command.brands();
        String wanted = given == null ? "none" : given;
        return withBrands(wanted, chosen -> {
            int code = changed(command, plugins.install(command.words().get(0), site, chosen, monitor));
            if (code == DONE && chosen.isEmpty()) {
                say.accept("it sees no brand yet; choose: kontor plugins brands "
                        + command.words().get(0) + " NAME,NAME|all");
            }
            return code;
        });
    }

    private int brands(Command command) {
        return withBrands(
                command.words().get(1),
                chosen -> then(plugins.choose(command.words().get(0), chosen), plugin -> {
                    say.accept(plugin.plugin().id() + " sees " + chosen.size()
                            + " brands from now on, in an open window after a restart");
                    return DONE;
                }));
    }

    private int withBrands(String text, Function<Set<BrandId>, Integer> then) {
        if (!BrandNames.any(text)) {
            return then.apply(Set.of());
        }
        List<Brand> all;
        try {
            all = brands.get();
        } catch (RuntimeException e) {
            say.accept("the brands cannot be read (" + e.getMessage()
                    + "). Close the window that has this data open, or choose the brands in it, under Plug-ins.");
            return NOT_DONE;
        }
        BrandNames names = BrandNames.find(text, all);
        if (!names.unknown().isEmpty()) {
            say.accept("there is no brand " + String.join(", ", names.unknown()) + "; there are: "
                    + String.join(", ", all.stream().map(Brand::name).toList()));
            return NOT_DONE;
        }
        return then.apply(names.brands());
    }

    private int rollBack(Command command) {
        if (!command.words().isEmpty()) {
            String word = command.words().get(0);
            return word.matches("\\d{1,18}")
                    ? changed(command, plugins.rollBack(Long.parseLong(word), monitor))
                    : failed(new PluginFault.StateGone(word));
        }
        return then(plugins.history(monitor), states -> {
            List<PluginState> earlier =
                    states.stream().filter(state -> !state.current()).toList();
            return earlier.isEmpty()
                    ? failed(new PluginFault.StateGone("an earlier state"))
                    : changed(command, plugins.rollBack(earlier.get(0).id(), monitor));
        });
    }

    private int sites(Command command) {
        if (command.words().isEmpty()) {
            return print(
                    command,
                    plugins.sites().stream()
                            .map(site -> new Answer(site.toString(), Map.of("site", site.toString())))
                            .toList());
        }
        String address = command.words().get(1);
        if (command.words().get(0).equals("add")) {
            return then(plugins.addSite(address), site -> {
                say.accept(site + " is kept");
                return DONE;
            });
        }
        return then(address(address), site -> {
            plugins.removeSite(site);
            say.accept(site + " is forgotten");
            return DONE;
        });
    }

    private <T> int offer(Command command, PluginResult<PluginOffer<T>> result, Function<T, Answer> answer) {
        return then(result, offer -> {
            offer.faults().forEach(this::failed);
            int code = print(command, offer.items().stream().map(answer).toList());
            return offer.faults().isEmpty() ? code : NOT_DONE;
        });
    }

    private int changed(Command command, PluginResult<PluginChange> result) {
        return then(result, change -> {
            List<Answer> answers = new ArrayList<>();
            change.removed().forEach(plugin -> answers.add(Answer.of("removed", plugin)));
            change.added().forEach(plugin -> answers.add(Answer.of("added", plugin)));
            print(command, answers);
            say.accept(
                    change.isNone()
                            ? "nothing had to be changed"
                            : "done; it takes effect at the next start, so start Kontor again if it is open");
            return DONE;
        });
    }

    private <T> int then(PluginResult<T> result, Function<T, Integer> next) {
        return switch (result) {
            case PluginResult.Done<T>(T value) -> next.apply(value);
            case PluginResult.Failed<T>(PluginFault fault) -> failed(fault);
        };
    }

    private int failed(PluginFault fault) {
        say.accept(plugins.explain(fault, Locale.getDefault()));
        return NOT_DONE;
    }

    private int print(Command command, List<Answer> answers) {
        if (!command.json()) {
            answers.forEach(answer -> out.accept(answer.text()));
            return DONE;
        }
        try {
            out.accept(
                    JSON.writeValueAsString(answers.stream().map(Answer::fields).toList()));
            return DONE;
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
