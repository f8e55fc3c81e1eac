package org.kontor.app.internal.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.concurrent.CopyOnWriteArrayList;
import org.eclipse.e4.core.contexts.IEclipseContext;
import org.eclipse.e4.core.services.events.IEventBroker;
import org.eclipse.swt.widgets.Table;
import org.kontor.app.internal.model.Settings;
import org.kontor.ui.api.ContextKeys;
import org.kontor.ui.api.TimeRange;
import org.kontor.ui.api.TimeRange.Preset;
import org.kontor.ui.api.Topics;
import org.kontor.ui.api.theme.ThemeChoice;
import org.kontor.ui.api.theme.Themes;
import org.kontor.ui.robot.By;
import org.kontor.ui.robot.Found;
import org.kontor.ui.robot.Robot;
import org.osgi.service.event.EventHandler;

/** What a person does with the keyboard at the frame of the window, and what must come of it. */
final class ShellKeys {
    private static final By ROWS = By.id("palette.rows");
    private static final By SEARCH = By.id("top.search");

    private final Robot robot;
    private final IEclipseContext context;
    private final Settings settings;
    private final FakeAgency agency;

    ShellKeys(Robot robot, IEclipseContext context, Settings settings, FakeAgency agency) {
        this.robot = robot;
        this.context = context;
        this.settings = settings;
        this.agency = agency;
    }

    /** A command is found by two words of it, and run. */
    void runsACommandFromThePalette(Themes themes) {
        robot.press("Ctrl+K");
        robot.find(ROWS);
        robot.type("dark thme");
        robot.until("the dark theme is selected", () -> selected().startsWith("Dark, "));
        robot.shot(picture("palette"));
        robot.press("Enter");
        robot.gone(ROWS);
        robot.until("the window is dark", () -> themes.choice() == ThemeChoice.DARK);
        robot.press("Ctrl+K");
        robot.until("what was used comes first", () -> selected().startsWith("Dark, "));
        robot.type("light");
        robot.press("Enter");
        robot.until("the window is light", () -> themes.choice() == ThemeChoice.LIGHT);
    }

    /** A conversation is found by a source that somebody contributed; what it should not know is left out. */
    void opensAConversationFromThePalette() {
        CopyOnWriteArrayList<Object> opened = new CopyOnWriteArrayList<>();
        EventHandler handler = event -> opened.add(event.getProperty(IEventBroker.DATA));
        IEventBroker broker = context.get(IEventBroker.class);
        broker.subscribe(Topics.OPEN_CONVERSATION, handler);
        robot.press("Ctrl+K");
        robot.find(ROWS);
        robot.type("lena");
        robot.until("Lena is found", () -> rows().contains("Lena Marquardt, Nordwind"));
        assertThat(robot.ask(this::rows)).doesNotContain("another brand");
        assertThat(robot.ask(this::selected)).isEqualTo("Show all matches for “lena” in the inbox");
        robot.press("Down");
        robot.press("Enter");
        robot.until("the conversation is to be shown", () -> opened.contains(FakeAgency.LENA));
        broker.unsubscribe(handler);
    }

    /** The field searches the inbox as before, holds its words while the palette is open, and the palette hands words over. */
    void keepsWhatWasSearchedFor() {
        CopyOnWriteArrayList<Object> searched = new CopyOnWriteArrayList<>();
        EventHandler handler = event -> searched.add(event.getProperty(IEventBroker.DATA));
        IEventBroker broker = context.get(IEventBroker.class);
        broker.subscribe(Topics.SEARCH, handler);
        robot.press("Ctrl+F");
        robot.type("jacket");
        robot.until("the inbox is searched", () -> searched.contains("jacket"));
        robot.press("Ctrl+K");
        robot.find(ROWS);
        robot.type("order 4711");
        robot.press("Escape");
        robot.gone(ROWS);
        assertThat(robot.find(SEARCH).text()).isEqualTo("jacket");
        robot.press("Ctrl+K");
        robot.find(ROWS);
        robot.type("order 4712");
        robot.press("Enter");
        robot.until("all matches are shown", () -> searched.contains("order 4712"));
        assertThat(searched).doesNotContain("order 4711");
        robot.find(SEARCH).press("Escape");
        robot.until("the search is over", () -> searched.contains(""));
        broker.unsubscribe(handler);
    }

    /** A range of the menu by keyboard, another by mouse, then two days of one's own. */
    void choosesDays() {
        robot.press("Ctrl+Shift+D");
        robot.contextMenu("Last 7 days");
        robot.until("a week is chosen", () -> range().preset() == Preset.LAST_7_DAYS);
        assertThat(robot.find(By.id("top.range")).name()).isEqualTo("Time range: Last 7 days");
        robot.until(
                "the week is kept", () -> "LAST_7_DAYS".equals(settings.state().range()));
        Found button = robot.find(By.id("top.range"));
        button.clickThen(By.id("range." + Preset.THIS_MONTH));
        robot.until("this month is chosen", () -> range().preset() == Preset.THIS_MONTH);
        assertThat(button.name()).isEqualTo("Time range: This month");
        robot.press("Ctrl+Shift+D");
        robot.contextMenu("Other days …");
        robot.find(By.id("range.first"));
        robot.shot(picture("range"));
        robot.find(By.text("OK")).click();
        robot.until("days are chosen", () -> range().preset() == Preset.CUSTOM);
        robot.until(
                "the days are kept",
                () -> String.valueOf(settings.state().range()).contains("/"));
    }

    /** A value that is refused is told beside its field, and nothing that was typed is lost. */
    void changesPreferences() {
        robot.press("Ctrl+,");
        By pages = By.id("preferences.pages");
        robot.find(pages).clickRow("Shop");
        robot.find(By.id("preferences.orders")).enter("51");
        robot.find(pages).clickRow("General");
        robot.find(By.id("preferences.language")).choose("Deutsch");
        robot.shot(picture("preferences"));
        robot.find(By.text("OK")).click();
        robot.find(By.text("At most 50 orders are shown."));
        assertThat(robot.find(By.id("preferences.orders")).text()).isEqualTo("51");
        robot.shot(picture("preferences-problem"));
        robot.find(By.id("preferences.orders")).enter("many");
        robot.find(By.text("OK")).click();
        robot.find(By.text("“Orders shown” needs a whole number, such as 10."));
        robot.find(By.id("preferences.orders")).enter("12");
        robot.find(By.text("OK")).click();
        robot.find(By.text("Later")).click();
        robot.gone(pages);
        assertThat(agency.orders()).isEqualTo("12");
        assertThat(settings.preferences().language()).isEqualTo("de");
    }

    /** Versions and licences can be looked up. */
    void tellsWhatItIs() {
        robot.menu("Help", "About Kontor …");
        robot.until(
                "the bundles are listed",
                () -> find(By.id("about.bundles")) instanceof Table table && table.getItemCount() > 20);
        robot.find(By.id("about.filter")).type("swt");
        robot.until(
                "one is found",
                () -> find(By.id("about.bundles")) instanceof Table table
                        && table.getItemCount() > 0
                        && table.getItem(0).getText().contains("swt"));
        robot.shot(picture("about"));
        robot.press("Escape");
        robot.gone(By.id("about.bundles"));
    }

    private TimeRange range() {
        return context.get(ContextKeys.RANGE) instanceof TimeRange range ? range : TimeRange.USUAL;
    }

    private String selected() {
        return find(ROWS) instanceof Table table && table.getSelectionCount() > 0
                ? table.getSelection()[0].getText()
                : "";
    }

    private String rows() {
        StringBuilder rows = new StringBuilder();
        if (find(ROWS) instanceof Table table) {
            for (var item : table.getItems()) {
                rows.append(item.getText()).append('\n');
            }
        }
        return rows.toString();
    }

    private @org.jspecify.annotations.Nullable Object find(By by) {
        return robot.look(by)
                .map(found -> found.ask(org.eclipse.swt.widgets.Widget.class, widget -> (Object) widget))
                .orElse(null);
    }

    private static Path picture(String name) {
        return Path.of(System.getProperty("kontor.data"), "..", "shell-" + name + ".png")
                .normalize();
    }
}
