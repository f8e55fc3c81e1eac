package org.kontor.app.internal.window;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.eclipse.e4.core.contexts.ContextInjectionFactory;
import org.eclipse.e4.core.contexts.IEclipseContext;
import org.eclipse.e4.ui.model.application.MApplication;
import org.eclipse.e4.ui.model.application.ui.basic.MPart;
import org.eclipse.e4.ui.model.application.ui.basic.MWindow;
import org.eclipse.e4.ui.workbench.modeling.EModelService;
import org.eclipse.e4.ui.workbench.modeling.EPartService;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.RGB;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;
import org.eclipse.swt.widgets.Table;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.kontor.api.access.Grants;
import org.kontor.api.runner.Settled;
import org.kontor.api.store.UiThread;
import org.kontor.app.internal.launch.LifeCycle;
import org.kontor.app.internal.log.LogKeeper;
import org.kontor.app.internal.model.Settings;
import org.kontor.ui.api.palette.PaletteSource;
import org.kontor.ui.api.preference.PreferencePage;
import org.kontor.ui.api.theme.ThemeChoice;
import org.kontor.ui.api.theme.Themes;
import org.kontor.ui.api.theme.Token;
import org.kontor.ui.common.access.AccessibilityCheck;
import org.kontor.ui.common.access.Names;
import org.kontor.ui.common.look.Icon;
import org.kontor.ui.common.look.Look;
import org.kontor.ui.common.widget.IconButton;
import org.kontor.ui.robot.Components;
import org.kontor.ui.robot.Robot;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.log.Logger;
import org.osgi.service.log.LoggerFactory;

/** The product's own window, opened for real and once for all: a process has one workbench in its life. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WindowTest {
    /** Of 255: without the product's own rasteriser SWT has the system's draw an SVG, which rounds otherwise. */
    private static final int ROUNDING = 32;

    private final ProductWindow window = ProductWindow.open("--lang", "en", "--theme", "light");

    @AfterAll
    void close() throws Exception {
        window.close();
        assertThat(UiThread.here()).isFalse();
    }

    @Test
    void theWindowStandsWithItsBars() {
        assertThat(window.<List<String>>ask(() -> menus(window.window().getMenuBar())))
                .containsSubsequence("&File", "&Edit", "&View", "&Window", "&Help");
        assertThat(window.<List<Control>>ask(() -> all(
                        window.window(),
                        c -> c instanceof IconButton
                                && String.valueOf(Names.idOf(c)).startsWith("switcher."))))
                .as("a button for each perspective of the gallery")
                .hasSizeGreaterThanOrEqualTo(2);
        assertThat(window.<Boolean>ask(() -> byId(window, "top.search").isVisible()))
                .isTrue();
        assertThat(window.<String>ask(() -> String.valueOf(Names.of(byId(window, "status.accounts")))))
                .isNotBlank();
        assertThat(window.<Integer>ask(() -> window.window().getMinimumSize().x))
                .isEqualTo(1100);
    }

    @Test
    void everyControlHasANameAndEveryTextIsTranslated() {
        for (String part : List.of("org.kontor.part.progress", "org.kontor.part.errorlog")) {
            window.tell(() -> show(window, part));
        }
        for (String perspective : List.of("org.kontor.gallery.empty", "org.kontor.gallery.list")) {
            window.tell(() -> switchTo(window, perspective));
            assertThat(window.<List<String>>ask(() -> AccessibilityCheck.unnamed(window.window())))
                    .as("controls without a name in " + perspective)
                    .isEmpty();
        }
        assertThat(window.<List<String>>ask(() -> menus(window.window().getMenuBar())))
                .contains("&File")
                .noneMatch(text -> text.startsWith("%") || text.startsWith("!"));
        assertThat(window.<String>ask(() -> String.valueOf(Names.of(byId(window, "log.list")))))
                .isEqualTo("Error log");
    }

    @Test
    void anotherThemeChangesTheColoursAtOnce() {
        window.tell(() -> switchTo(window, "org.kontor.gallery.list"));
        Themes themes = service(Themes.class);
        Look look = service(Look.class);
        RGB light =
                window.ask(() -> byId(window, "gallery.rows").getBackground().getRGB());
        assertThat(light)
                .isEqualTo(window.<RGB>ask(() -> look.color(Token.SURFACE).getRGB()));
        window.tell(() -> themes.choose(ThemeChoice.DARK));
        RGB dark = window.ask(() -> byId(window, "gallery.rows").getBackground().getRGB());
        assertThat(dark)
                .isNotEqualTo(light)
                .isEqualTo(window.<RGB>ask(() -> look.color(Token.SURFACE).getRGB()));
        assertThat(window.<Boolean>ask(look::dark)).isTrue();
        window.tell(() -> themes.choose(ThemeChoice.LIGHT));
        assertThat(window.<RGB>ask(
                        () -> byId(window, "gallery.rows").getBackground().getRGB()))
                .isEqualTo(light);
    }

    @Test
    void anIconThatWasDrawnBeforehandLooksLikeItsSvg() {
        Look look = service(Look.class);
        Bundle common = FrameworkUtil.getBundle(Look.class);
        for (Icon icon : List.of(Icon.INBOX, Icon.SETTINGS, Icon.BLUESKY, Icon.CHECK)) {
            for (int zoom : List.of(100, 200)) {
                ImageData drawn =
                        window.ask(() -> look.icon(icon, 16, Token.ACCENT).getImageData(zoom));
                // By this address it is nobody's that was drawn beforehand, like a plug-in's.
                URI svg = URI.create(String.valueOf(common.getEntry(icon.path())));
                ImageData expected =
                        window.ask(() -> look.icon(svg, 16, Token.ACCENT).getImageData(zoom));
                assertThat(difference(drawn, expected))
                        .as("%s at %s %%", icon, zoom)
                        .isLessThanOrEqualTo(ROUNDING);
            }
        }
    }

    @Test
    void whatWaitsForTheEndOfTheStartBeginsThoughNoRowComes() {
        BundleContext bundles = FrameworkUtil.getBundle(LifeCycle.class).getBundleContext();
        Awaitility.await().atMost(60, TimeUnit.SECONDS).until(() -> bundles.getServiceReference(Settled.class) != null);
    }

    @Test
    void aCallThatMayWaitFailsOnTheUiThread() {
        assertThatThrownBy(() -> window.tell(() -> UiThread.forbid("Store.read")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("Store.read");
        UiThread.forbid("another thread may wait");
    }

    @Test
    void theKeyboardReachesEverythingInTheFrame() throws Exception {
        FakeAgency agency = new FakeAgency();
        BundleContext bundles = FrameworkUtil.getBundle(LifeCycle.class).getBundleContext();
        ServiceRegistration<?> registration = bundles.registerService(
                new String[] {Grants.class.getName(), PaletteSource.class.getName(), PreferencePage.class.getName()},
                agency,
                null);
        Display display = window.ask(Display::getCurrent);
        IEclipseContext context =
                window.ask(() -> context(window).get(MApplication.class).getContext());
        ShellKeys keys = new ShellKeys(new Robot(display), context, service(Settings.class), agency);
        keys.runsACommandFromThePalette(service(Themes.class));
        keys.opensAConversationFromThePalette();
        keys.keepsWhatWasSearchedFor();
        keys.choosesDays();
        keys.changesPreferences();
        keys.tellsWhatItIs();
        registration.unregister();
    }

    @Test
    void whatIsLoggedStandsInTheErrorLog() {
        window.tell(() -> show(window, "org.kontor.part.errorlog"));
        service(LogKeeper.class).clear();
        service(LoggerFactory.class)
                .getLogger(WindowTest.class, Logger.class)
                .error("The test logs {} things", 2, new IllegalStateException("on purpose"));
        Table list = (Table) window.<Control>ask(() -> byId(window, "log.list"));
        Awaitility.await().atMost(20, TimeUnit.SECONDS).until(() -> window.<Integer>ask(list::getItemCount) == 1);
        assertThat(window.<String>ask(() -> list.getItem(0).getText())).isEqualTo("The test logs 2 things");
        assertThat(service(LogKeeper.class).lines().get(0).details()).contains("on purpose");
    }

    /** The largest difference of cover, and of a colour where it covers well; 255 if the sizes differ. */
    private static int difference(ImageData one, ImageData other) {
        if (one.width != other.width || one.height != other.height) {
            return 255;
        }
        int most = 0;
        for (int x = 0; x < one.width; x++) {
            for (int y = 0; y < one.height; y++) {
                most = Math.max(most, Math.abs(one.getAlpha(x, y) - other.getAlpha(x, y)));
                if (one.getAlpha(x, y) > 128) {
                    RGB a = one.palette.getRGB(one.getPixel(x, y));
                    RGB b = other.palette.getRGB(other.getPixel(x, y));
                    most = Math.max(most, Math.abs(a.red - b.red));
                    most = Math.max(most, Math.abs(a.green - b.green));
                    most = Math.max(most, Math.abs(a.blue - b.blue));
                }
            }
        }
        return most;
    }

    private static IEclipseContext context(ProductWindow window) {
        return ((MWindow) window.window().getData("modelElement")).getContext();
    }

    /** Shows a tool of the drawer, where the command would hide one that is shown already. */
    private static void show(ProductWindow window, String part) {
        IEclipseContext context = context(window);
        MPart tool = context.get(EModelService.class)
                .findElements(context.get(MApplication.class), part, MPart.class)
                .get(0);
        if (!context.get(EPartService.class).isPartVisible(tool)) {
            ContextInjectionFactory.make(Drawer.class, context).toggle(part);
        }
    }

    private static void switchTo(ProductWindow window, String perspective) {
        IEclipseContext context = context(window);
        MApplication application = context.get(MApplication.class);
        EModelService models = context.get(EModelService.class);
        EPartService parts = context.get(EPartService.class);
        Perspectives.find(application, models, perspective).ifPresentOrElse(parts::switchPerspective, () -> {
            throw new AssertionError("no perspective " + perspective);
        });
    }

    private static <T> T service(Class<T> type) {
        return Components.service(FrameworkUtil.getBundle(LifeCycle.class).getBundleContext(), type);
    }

    private static Control byId(ProductWindow window, String id) {
        return all(window.window(), control -> id.equals(Names.idOf(control))).stream()
                .findFirst()
                .orElseThrow(() -> new AssertionError("no control " + id));
    }

    private static List<Control> all(Composite root, Predicate<Control> wanted) {
        List<Control> found = new ArrayList<>();
        for (Control child : root.getChildren()) {
            if (wanted.test(child)) {
                found.add(child);
            }
            if (child instanceof Composite composite) {
                found.addAll(all(composite, wanted));
            }
        }
        return found;
    }

    private static List<String> menus(Menu menu) {
        return Stream.of(menu.getItems())
                .flatMap(item -> Stream.concat(Stream.of(item.getText()), below(item)))
                .filter(text -> !text.isEmpty())
                .toList();
    }

    private static Stream<String> below(MenuItem item) {
        Menu menu = item.getMenu();
        return menu == null ? Stream.empty() : menus(menu).stream();
    }
}
