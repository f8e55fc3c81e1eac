package org.kontor.demo.internal;

import java.time.Duration;
import java.util.Locale;
import org.eclipse.swt.custom.CTabItem;
import org.kontor.ui.api.Anchors;
import org.kontor.ui.robot.By;
import org.kontor.ui.robot.Found;
import org.kontor.ui.robot.Robot;

/** The part of the tour that makes a case of a customer's message, and that looks whether it is there after a restart. */
final class TourCases {
    private static final Duration OPENED_WITHIN = Duration.ofSeconds(60);
    private static final By TITLE = By.id("case.title");
    private static final By CAUSE = By.id("case.cause");
    private static final By TABS = By.id("org.kontor.part.case").and(By.type(CTabItem.class));

    private final Robot robot;
    private final Spoken spoken;

    TourCases(Robot robot, Spoken spoken) {
        this.robot = robot;
        this.spoken = spoken;
    }

    /** Says which editors the last start has left open, and what stands in the one that was in front. */
    void sayWhatIsOpen() throws InterruptedException {
        robot.find(By.id("switcher." + Anchors.PERSPECTIVE_ESCALATIONS)).click();
        robot.settle();
        int tabs = robot.all(TABS).size();
        if (tabs > 0) {
            filled();
            spoken.say("left open: " + tabs + " cases, in front: "
                    + robot.find(TITLE).text() + " | " + robot.find(CAUSE).text());
        }
    }

    private void filled() throws InterruptedException {
        Spoken.waitFor(
                "the editor of a case",
                OPENED_WITHIN,
                () -> robot.look(TITLE).filter(title -> !title.text().isEmpty()).isPresent());
    }

    /** Escalates the first conversation of the inbox by its key, writes down what is known and saves it by the keyboard. */
    void escalate() throws InterruptedException {
        robot.find(By.id("switcher." + Anchors.PERSPECTIVE_INBOX)).click();
        Found list = robot.find(By.id("inbox.list")).clickRow(0);
        // The buttons beside it move while the conversation is read; the key is for what is selected.
        robot.find(By.id("conversation.escalate").enabled());
        list.press("X");
        filled();
        robot.find(CAUSE)
                .enter(
                        Locale.getDefault().getLanguage().equals("de")
                                ? "Wird mit dem Lager geklärt."
                                : "Being cleared with the warehouse.");
        robot.find(By.id("case.save").enabled());
        robot.press("Ctrl+S");
        Spoken.waitFor(
                "the case to be saved",
                OPENED_WITHIN,
                () -> !robot.find(By.id("case.save")).enabled());
    }
}
