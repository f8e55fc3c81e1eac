package org.kontor.ui.help.internal.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Shell;
import org.junit.jupiter.api.Test;
import org.kontor.ui.api.theme.ThemeChoice;
import org.kontor.ui.common.access.AccessibilityCheck;
import org.kontor.ui.common.access.Names;
import org.kontor.ui.robot.By;
import org.kontor.ui.robot.Robot;

/** The manual as a person uses it, with real keys and clicks. */
class HelpWindowTest {
    private static final By PAGE = By.id("manual.page");
    private static final By CONTENTS = By.id("manual.contents");
    private static final By SEARCH = By.id("manual.search");

    @Test
    void f1OpensThePageOfThePerspectiveALinkGoesOnAndBackReturns() throws Exception {
        HelpWindow window = new HelpWindow(Locale.ENGLISH, ThemeChoice.LIGHT);
        try (PlugIn plugIn = new PlugIn(window.bundles())) {
            window.play((robot, shown) -> {
                begin(robot, shown);
                robot.press("F1");
                says(robot, "What the board shows.");
                robot.until("the keyboard in the page", () -> focused() instanceof StyledText);
                assertThat(text(robot))
                        .contains("The picture “Never drawn” is missing.")
                        .contains("<b>no HTML</b>");
                shot(robot, "board");
                assertThat(unnamed(robot)).isEmpty();
                robot.press("Tab");
                robot.press("Enter");
                says(robot, "Everything that a key does");
                shot(robot, "keys");
                robot.press("Alt+Left");
                says(robot, "What the board shows.");
                robot.find(By.id("manual.forward")).click();
                says(robot, "Everything that a key does");
                robot.find(By.id("manual.back")).click();
                says(robot, "What the board shows.");
            });
        }
    }

    @Test
    void aLinkToNowhereIsToldAndAnotherPerspectiveHasItsPage() throws Exception {
        HelpWindow window = new HelpWindow(Locale.GERMAN, ThemeChoice.DARK);
        try (PlugIn plugIn = new PlugIn(window.bundles())) {
            window.play((robot, shown) -> {
                begin(robot, shown);
                robot.press("F1");
                says(robot, "What the board shows.");
                assertThat(text(robot)).contains("Diese Seite gibt es nicht auf Deutsch");
                shot(robot, "board-de");
                robot.press("Tab");
                robot.press("Tab");
                robot.press("Enter");
                robot.find(By.textWith("führt ins Leere"));
                shot(robot, "nowhere-de");
                robot.press("Esc");
                robot.gone(PAGE);
                robot.run(() -> shown.show("org.kontor.perspective.other"));
                robot.find(By.id("work")).click();
                robot.menu("Help", "Handbuch");
                robot.find(By.textWith("gibt es keine Seite"));
                assertThat(unnamed(robot)).isEmpty();
            });
        }
    }

    @Test
    void searchListsPagesAndTextGrows() throws Exception {
        HelpWindow window = new HelpWindow(Locale.GERMAN, ThemeChoice.LIGHT);
        window.play((robot, shown) -> {
            begin(robot, shown);
            robot.press("F1");
            robot.find(PAGE);
            int all = robot.find(CONTENTS).rowCount();
            assertThat(all).isGreaterThan(2);
            robot.press("Ctrl+F");
            robot.type("Plug-in Tasten");
            robot.settle();
            assertThat(robot.find(CONTENTS).rowCount()).isBetween(1, all - 1);
            robot.press("Enter");
            says(robot, "Tasten");
            shot(robot, "search-de");
            float before = height(robot);
            robot.press("Ctrl+=");
            robot.until("larger text", () -> page().getFont().getFontData()[0].getHeight() > before);
            robot.press("Ctrl+0");
            robot.until(
                    "the usual size", () -> page().getFont().getFontData()[0].getHeight() == before);
            robot.find(SEARCH).click();
            robot.press("Esc");
            robot.settle();
            assertThat(robot.find(CONTENTS).rowCount()).isEqualTo(all);
        });
    }

    private static void begin(Robot robot, HelpWindow window) {
        robot.find(By.id("work"));
        robot.run(() -> window.show("org.kontor.perspective.board"));
        robot.find(By.id("work")).click();
    }

    private static void says(Robot robot, String words) {
        robot.find(By.textWith(words).and(PAGE));
    }

    private static String text(Robot robot) {
        return robot.ask(() -> page().getText());
    }

    private static float height(Robot robot) {
        return robot.ask(() -> (float) page().getFont().getFontData()[0].getHeight());
    }

    private static List<String> unnamed(Robot robot) {
        return robot.ask(() -> AccessibilityCheck.unnamed(shell()));
    }

    private static void shot(Robot robot, String name) throws Exception {
        robot.shot(HelpWindow.shots().resolve(name + ".png"));
    }

    private static Control focused() {
        return Display.getCurrent().getFocusControl();
    }

    private static Shell shell() {
        return page().getShell();
    }

    private static StyledText page() {
        for (Shell shell : Display.getCurrent().getShells()) {
            StyledText found = below(shell);
            if (found != null) {
                return found;
            }
        }
        throw new AssertionError("the manual is not open");
    }

    private static @org.jspecify.annotations.Nullable StyledText below(org.eclipse.swt.widgets.Composite parent) {
        for (Control child : parent.getChildren()) {
            if (child instanceof StyledText text && "manual.page".equals(Names.idOf(text))) {
                return text;
            }
            if (child instanceof org.eclipse.swt.widgets.Composite composite) {
                StyledText found = below(composite);
                if (found != null) {
                    return found;
                }
            }
        }
        return null;
    }
}
