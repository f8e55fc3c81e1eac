package org.kontor.ui.escalation.internal.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.eclipse.e4.core.commands.ECommandService;
import org.eclipse.e4.core.commands.EHandlerService;
import org.eclipse.e4.ui.model.application.MApplication;
import org.eclipse.e4.ui.model.application.ui.basic.MPart;
import org.eclipse.e4.ui.workbench.modeling.EModelService;
import org.eclipse.e4.ui.workbench.modeling.EPartService;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.CTabFolder;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Table;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kontor.api.access.Grants;
import org.kontor.api.cases.Case;
import org.kontor.api.cases.CaseQuery;
import org.kontor.api.cases.Cases;
import org.kontor.api.cases.Severity;
import org.kontor.api.store.InboxQuery;
import org.kontor.api.store.Queue;
import org.kontor.api.store.Store;
import org.kontor.ui.api.Anchors;
import org.kontor.ui.api.CloseVeto;
import org.kontor.ui.api.Commands;
import org.kontor.ui.api.theme.ThemeChoice;
import org.kontor.ui.robot.By;
import org.kontor.ui.robot.Robot;

/** Escalating as a person does it, with real keys and clicks, from the inbox to the closed case. */
class EscalationWindowTest {
    private static final long PATIENCE_S = 60;
    private static final By TITLE = By.id("case.title");
    private static final By CAUSE = By.id("case.cause");
    private static final By BOARD = By.id("board.list");

    private final AskedHouse house;

    EscalationWindowTest(@TempDir Path folder) {
        house = new AskedHouse(folder);
    }

    private EscalationWindow window() {
        return new EscalationWindow(house.services());
    }

    private static List<Case> open(EscalationWindow window) {
        return window.service(Cases.class).board(window.service(Grants.class).current(), CaseQuery.open(Set.of()));
    }

    private static Case only(EscalationWindow window) {
        List<Case> all = open(window);
        assertThat(all).hasSize(1);
        return all.getFirst();
    }

    private static void show(Robot robot, EscalationWindow window, String perspective) {
        robot.run(() -> {
            var context = window.application().getContext().getActiveLeaf();
            context.get(EHandlerService.class)
                    .executeHandler(context.get(ECommandService.class)
                            .createCommand(Commands.SHOW_PERSPECTIVE, Map.of(Commands.PERSPECTIVE_ID, perspective)));
        });
    }

    /** Waits on the robot's own thread: the store must not be asked on that of the window. */
    private static void until(Robot robot, String what, BooleanSupplier condition) {
        Instant end = Instant.now().plusSeconds(PATIENCE_S);
        while (!condition.getAsBoolean()) {
            assertThat(Instant.now()).as(what).isBefore(end);
            robot.settle();
        }
    }

    private static void escalate(Robot robot) {
        until(robot, "the inbox", () -> robot.find(By.id("inbox.list")).rowCount() == 3);
        robot.find(By.id("inbox.list")).clickRow(0);
        robot.find(By.id("conversation.escalate").enabled()).click();
        until(
                robot,
                "the editor",
                () -> robot.look(TITLE).isPresent() && !robot.find(TITLE).text().isEmpty());
    }

    /** One after the other: dialogs of a second window would be told to the first one, which the platform never forgets. */
    @Test
    void fromAConversationToACaseThatIsEditedSavedClosedAndThereAfterARestart() throws Exception {
        EscalationWindow window = window();
        window.furnish();
        house.fill(window.service(Store.class), window.service(Grants.class));
        window.play((robot, w) -> {
            escalate(robot);
            assertThat(robot.find(TITLE).text()).isEqualTo("Fjell 3L leaks at shoulder seam");
            edit(robot, w);
            revert(robot, w);
            closeDirty(robot, w);
            fromTheBoard(robot, w);
            fromTheInbox(robot, w);
            closeAndReopen(robot, w);
        });
        window().in(Locale.GERMAN).in(ThemeChoice.DARK).play(EscalationWindowTest::restored);
    }

    private static void edit(Robot robot, EscalationWindow window) throws Exception {
        robot.find(CAUSE).enter("Seam tape batch 11-B");
        robot.find(By.id("case.severity")).choose("High");
        until(
                robot,
                "a concern",
                () -> window.service(CloseVeto.class).concern(Locale.ENGLISH).isPresent());
        robot.shot(EscalationWindow.shots().resolve("case-dirty.png"));
        robot.find(CAUSE).press("Ctrl+S");
        until(robot, "saved", () -> only(window).facts().cause().equals("Seam tape batch 11-B"));
        assertThat(only(window).facts().severity()).isEqualTo(Severity.HIGH);
        until(
                robot,
                "clean",
                () -> window.service(CloseVeto.class).concern(Locale.ENGLISH).isEmpty());
    }

    private static void revert(Robot robot, EscalationWindow window) {
        robot.find(TITLE).enter("Something else");
        robot.find(By.id("case.revert").enabled()).click();
        until(robot, "the title of before", () -> robot.find(TITLE).text().startsWith("Fjell"));
        assertThat(only(window).revision()).isEqualTo(2);
    }

    private static void closeDirty(Robot robot, EscalationWindow window) throws Exception {
        robot.find(By.id("case.remedy")).enter("Exchange without return");
        until(robot, "dirty", () -> robot.ask(() -> editor(window).isDirty()));
        Display display = robot.ask(Display::getCurrent);
        // As the cross of the tab does it.
        display.asyncExec(() -> {
            EPartService parts = editor(window).getContext().get(EPartService.class);
            if (parts.savePart(editor(window), true)) {
                parts.hidePart(editor(window), true);
            }
        });
        robot.find(By.textWith("lost if you do not save"));
        robot.shot(EscalationWindow.shots().resolve("case-ask.png"));
        robot.press("Enter");
        robot.gone(TITLE);
        assertThat(only(window).facts().remedy()).isEqualTo("Exchange without return");
        robot.find(By.textWith("Choose a case at the left"));
    }

    private static MPart editor(EscalationWindow window) {
        MApplication application = window.application();
        return application
                .getContext()
                .get(EModelService.class)
                .findElements(application, "org.kontor.part.case", MPart.class)
                .getFirst();
    }

    private static void fromTheBoard(Robot robot, EscalationWindow window) throws Exception {
        assertThat(robot.find(BOARD).rowCount()).isEqualTo(1);
        robot.find(BOARD).clickRow(0);
        until(
                robot,
                "the editor",
                () -> robot.look(TITLE).isPresent() && !robot.find(TITLE).text().isEmpty());
        robot.find(By.id("case.note")).enter("Exchange without return for the whole batch");
        robot.find(By.id("case.decide").enabled()).click();
        until(
                robot,
                "decided",
                () -> window.service(Cases.class)
                                .entries(
                                        window.service(Grants.class).current(),
                                        only(window).ref())
                                .size()
                        > 5);
        robot.settle();
        assertThat(robot.nameless()).isEmpty();
        assertThat(robot.clipped()).isEmpty();
        robot.shot(EscalationWindow.shots().resolve("case-en-light.png"));
        robot.find(By.id("case.conversation.0")).click();
        robot.find(By.id("inbox.list"));
    }

    private static void fromTheInbox(Robot robot, EscalationWindow window) throws Exception {
        robot.find(By.id("customer.run.Case " + only(window).number()));
        robot.shot(EscalationWindow.shots().resolve("inbox-escalated.png"));
        robot.find(By.id("customer.run.Case " + only(window).number())).click();
        robot.find(TITLE);
    }

    private static void closeAndReopen(Robot robot, EscalationWindow window) throws Exception {
        robot.find(By.id("case.close").enabled()).click();
        robot.find(By.id("close.words")).enter("Exchanged");
        robot.shot(EscalationWindow.shots().resolve("case-close.png"));
        robot.find(By.text("Close case").and(By.type(Button.class))).click();
        until(robot, "no open case", () -> open(window).isEmpty());
        robot.find(By.textWith("No case is open"));
        robot.find(By.id("board.closed")).click();
        until(
                robot,
                "a closed case",
                () -> robot.look(BOARD).isPresent() && robot.find(BOARD).rowCount() == 1);
        robot.shot(EscalationWindow.shots().resolve("case-closed.png"));
        robot.find(By.id("case.reopen").enabled()).click();
        until(robot, "an open case", () -> open(window).size() == 1);
    }

    private static void restored(Robot robot, EscalationWindow window) throws Exception {
        Grants grants = window.service(Grants.class);
        window.service(Store.class)
                .read(grants.current(), rows -> rows.index(InboxQuery.of(Queue.UNANSWERED), 10))
                .range(0, 3)
                .forEach(ref -> window.service(Cases.class).open(grants.current(), ref));
        show(robot, window, Anchors.PERSPECTIVE_ESCALATIONS);
        until(
                robot,
                "the editor of before",
                () -> robot.look(TITLE).isPresent() && robot.find(TITLE).text().startsWith("Fjell"));
        until(robot, "the board", () -> robot.find(BOARD).rowCount() == 3);
        pressWhileTheBoardIsFilledAnew(robot, 1);
        until(robot, "two editors", () -> robot.ask(() -> tabs(window)) == 2);
        until(
                robot,
                "the other editor",
                () -> robot.look(TITLE).isPresent() && !robot.find(TITLE).text().isEmpty());
        robot.shot(EscalationWindow.shots().resolve("case-de-dark.png"));
        assertThat(robot.nameless()).isEmpty();
        assertThat(robot.clipped()).isEmpty();
    }

    /** Between the press and the release the board marks the case in front, as it does whenever it was read again. */
    private static void pressWhileTheBoardIsFilledAnew(Robot robot, int row) {
        robot.find(BOARD).ask(Table.class, table -> {
            Rectangle bounds = table.getItem(row).getBounds();
            Event event = new Event();
            event.button = 1;
            event.x = bounds.x + 20;
            event.y = bounds.y + bounds.height / 2;
            table.setSelection(row);
            table.notifyListeners(SWT.MouseDown, event);
            table.setSelection(row - 1);
            table.notifyListeners(SWT.MouseUp, event);
            return true;
        });
    }

    private static int tabs(EscalationWindow window) {
        return editor(window).getParent().getWidget() instanceof CTabFolder folder ? folder.getItemCount() : 0;
    }
}
