package org.kontor.demo.internal;

import org.kontor.ui.api.Anchors;
import org.kontor.ui.api.TimeRange.Preset;
import org.kontor.ui.robot.By;
import org.kontor.ui.robot.Found;
import org.kontor.ui.robot.Robot;

/** The part of the tour that looks at other days, by mouse and by keyboard, and waits until the report has followed. */
final class TourRange {
    private TourRange() {}

    static void choose(Robot robot) {
        robot.find(By.id("switcher." + Anchors.PERSPECTIVE_REPORTING)).click();
        robot.find(By.id("reporting.export").enabled());
        Found about = robot.find(By.id("reporting.about"));
        String usual = about.text();
        Found button = robot.find(By.id("top.range"));
        String named = button.name();
        button.clickThen(By.id("range." + Preset.LAST_7_DAYS));
        robot.until("a report on a week", () -> !about.text().equals(usual));
        robot.press("Ctrl+Shift+D");
        robot.contextMenu(By.id("range." + Preset.LAST_30_DAYS));
        robot.until("the report of before", () -> about.text().equals(usual));
        robot.until("the range of before", () -> button.name().equals(named));
    }
}
