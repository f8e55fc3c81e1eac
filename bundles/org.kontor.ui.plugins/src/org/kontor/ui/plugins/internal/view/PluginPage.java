package org.kontor.ui.plugins.internal.view;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.jspecify.annotations.Nullable;
import org.kontor.api.account.Brand;
import org.kontor.api.id.BrandId;
import org.kontor.api.plugin.AvailablePlugin;
import org.kontor.api.plugin.InstalledPlugin;
import org.kontor.api.plugin.Plugin;
import org.kontor.api.plugin.PluginUpdate;
import org.kontor.api.plugin.Trouble;
import org.kontor.ui.common.access.Names;
import org.kontor.ui.common.widget.ActionButton;
import org.kontor.ui.common.widget.Banner;
import org.kontor.ui.common.widget.Card;
import org.kontor.ui.common.widget.Field;
import org.kontor.ui.common.widget.Texts;
import org.kontor.ui.plugins.internal.model.PluginsModel;
import org.kontor.ui.plugins.internal.model.Versions;

/** A plug-in, installed or offered, or the workbench itself. */
final class PluginPage extends Page {
    private static final int LICENCE = 140;

    private final String id;
    private @Nullable BrandChooser chooser;
    private @Nullable ActionButton main;
    private @Nullable ActionButton keep;
    private @Nullable ActionButton remove;

    PluginPage(Composite parent, Desk desk, PluginsModel model, String id) {
        super(parent, desk, model);
        this.id = id;
    }

    /** All that the page shows. */
    private record Content(
            Optional<InstalledPlugin> installed,
            Optional<AvailablePlugin> offered,
            Optional<PluginUpdate> update,
            List<Trouble> troubles,
            List<Brand> brands) {}

    @Override
    Object content() {
        Optional<InstalledPlugin> installed = model().shelf().installed(id);
        return new Content(
                installed,
                model().shelf().offered(id),
                model().shelf().update(id),
                installed.map(model()::troubles).orElse(List.of()),
                model().shelf().brands());
    }

    @Override
    void build(Composite place) {
        chooser = null;
        main = null;
        keep = null;
        remove = null;
        if (!(content() instanceof Content content)) {
            return;
        }
        Optional<Plugin> plugin = content.installed()
                .map(InstalledPlugin::plugin)
                .or(() -> content.offered().map(AvailablePlugin::plugin));
        if (plugin.isEmpty()) {
            return;
        }
        Composite buttons = head(plugin.get().name(), line(plugin.get()));
        boolean house = content.installed().filter(InstalledPlugin::house).isPresent();
        if (content.installed().isEmpty()) {
            content.offered()
                    .ifPresent(offered ->
                            main = button(buttons, "page.install", "plugins.install", true, () -> install(offered)));
        } else {
            content.update()
                    .ifPresent(update -> main =
                            button(buttons, "page.update", "plugins.update", true, () -> model().update(update)));
            content.installed()
                    .filter(it -> !it.house())
                    .ifPresent(it -> remove =
                            button(buttons, "page.uninstall", "plugins.uninstall", false, () -> model().uninstall(it)));
        }
        content.update()
                .ifPresent(update -> Texts.body(
                        card(place, "page.update.title"),
                        desk().look(),
                        desk().text(
                                        "page.update.text",
                                        Versions.brief(update.to().version()),
                                        update.site())));
        if (!content.troubles().isEmpty()) {
            troubles(card(place, "page.troubles"), content.troubles());
        }
        if (!house) {
            brands(card(place, "page.brands"), content);
        }
        about(place, plugin.get(), content);
    }

    private String line(Plugin plugin) {
        return Stream.of(desk().text("row.version", Versions.brief(plugin.version())), plugin.provider(), plugin.id())
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining("  ·  "));
    }

    private ActionButton button(Composite parent, String key, String name, boolean primary, Runnable run) {
        ActionButton.Kind kind = primary ? ActionButton.Kind.PRIMARY : ActionButton.Kind.PLAIN;
        return Names.id(new ActionButton(parent, desk().look(), kind, desk().text(key)).action(run), name);
    }

    private Card card(Composite place, String key) {
        return new Card(place, desk().look(), desk().text(key));
    }

    private void install(AvailablePlugin offered) {
        BrandChooser ticks = chooser;
        model().install(offered, ticks == null ? Set.of() : ticks.chosen());
    }

    private void brands(Card card, Content content) {
        if (content.brands().isEmpty()) {
            Texts.body(card, desk().look(), desk().text("brands.empty"));
            return;
        }
        Texts.body(card, desk().look(), desk().text("brands.text"));
        Set<BrandId> chosen = content.installed().map(InstalledPlugin::brands).orElse(Set.of());
        chooser = new BrandChooser(card, desk(), content.brands(), chosen, () -> update(model().idle()));
        content.installed().ifPresent(it -> {
            ActionButton save = button(card, "brands.keep", "plugins.brands.keep", false, () -> {
                BrandChooser ticks = chooser;
                if (ticks != null) {
                    model().choose(it, ticks.chosen());
                }
            });
            GridDataFactory.swtDefaults().applyTo(save);
            keep = save;
        });
    }

    private void troubles(Card card, List<Trouble> troubles) {
        for (Trouble trouble : troubles) {
            Banner banner = new Banner(card, desk().look());
            Names.id(banner, "plugins.trouble");
            String words = desk().text(
                            "trouble." + trouble.reason(),
                            desk().text("kind." + trouble.contribution().kind()),
                            trouble.detail(),
                            desk().times().relative(trouble.since()));
            Banner.Kind kind = trouble.off() ? Banner.Kind.ERROR : Banner.Kind.WARNING;
            if (trouble.off()) {
                banner.show(
                        kind,
                        words + " " + desk().text("trouble.off"),
                        desk().text("trouble.again"),
                        () -> model().tryAgain(trouble));
            } else {
                banner.show(kind, words);
            }
        }
    }

    private void about(Composite place, Plugin plugin, Content content) {
        Card about = card(place, "page.about");
        boolean house = content.installed().filter(InstalledPlugin::house).isPresent();
        String described = plugin.description();
        String description =
                house ? desk().text("page.house") : described.isEmpty() ? desk().text("page.noDescription") : described;
        Texts.body(about, desk().look(), description);
        content.offered()
                .filter(offered -> content.installed().isEmpty())
                .ifPresent(offered -> Texts.body(about, desk().look(), desk().text("page.from", offered.site())));
        if (!plugin.licence().isEmpty()) {
            Card licence = card(place, "page.licence");
            Field text = new Field(
                    licence,
                    desk().look(),
                    SWT.MULTI | SWT.WRAP | SWT.READ_ONLY | SWT.V_SCROLL,
                    desk().text("page.licence"));
            text.text().setText(plugin.licence());
            GridDataFactory.fillDefaults().grab(true, false).hint(200, LICENCE).applyTo(text);
        }
    }

    @Override
    void update(boolean idle) {
        for (ActionButton each : new @Nullable ActionButton[] {main, remove}) {
            if (each != null && !each.isDisposed()) {
                each.setEnabled(idle);
            }
        }
        ActionButton save = keep;
        BrandChooser ticks = chooser;
        if (save != null && ticks != null && !save.isDisposed()) {
            Set<BrandId> kept =
                    model().shelf().installed(id).map(InstalledPlugin::brands).orElse(Set.of());
            save.setEnabled(idle && !kept.equals(ticks.chosen()));
        }
    }
}
