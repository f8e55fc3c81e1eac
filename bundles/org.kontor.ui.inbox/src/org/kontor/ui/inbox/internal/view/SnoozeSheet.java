package org.kontor.ui.inbox.internal.view;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.function.Consumer;
import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.DateTime;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.jspecify.annotations.Nullable;
import org.kontor.ui.common.access.Names;
import org.kontor.ui.common.look.Css;
import org.kontor.ui.common.look.Grid;
import org.kontor.ui.common.widget.Sheet;
import org.kontor.ui.common.widget.Texts;

/** Asks until when a conversation is to be put aside. */
final class SnoozeSheet extends Sheet {
    private final Kit kit;
    private final ZoneId zone = ZoneId.systemDefault();
    private @Nullable DateTime date;
    private @Nullable DateTime time;
    private @Nullable Label wrong;
    private Instant until;

    private SnoozeSheet(Shell parent, Kit kit) {
        super(parent, kit.look(), kit.texts().snooze_title, kit.texts().snooze_sentence);
        this.kit = kit;
        until = kit.words().now();
    }

    static void open(Shell parent, Kit kit, Consumer<Instant> chosen) {
        SnoozeSheet sheet = new SnoozeSheet(parent, kit);
        if (sheet.open() == OK) {
            chosen.accept(sheet.until);
        }
    }

    @Override
    protected void fill(Composite parent) {
        Composite row = new Composite(parent, SWT.NONE);
        row.setLayout(Grid.layout(4, 0));
        Texts.quiet(row, look(), kit.texts().snooze_date);
        DateTime day = Names.id(new DateTime(row, SWT.DATE | SWT.DROP_DOWN | SWT.BORDER), "snooze.date");
        Names.name(day, kit.texts().snooze_date);
        Texts.quiet(row, look(), kit.texts().snooze_time);
        DateTime clock = Names.id(new DateTime(row, SWT.TIME | SWT.SHORT | SWT.BORDER), "snooze.time");
        Names.name(clock, kit.texts().snooze_time);
        LocalDateTime first =
                LocalDateTime.ofInstant(until, zone).plusDays(1).withHour(9).withMinute(0);
        day.setDate(first.getYear(), first.getMonthValue() - 1, first.getDayOfMonth());
        clock.setTime(first.getHour(), first.getMinute(), 0);
        day.addListener(SWT.Selection, event -> check());
        clock.addListener(SWT.Selection, event -> check());
        Label fault = Css.set(new Label(parent, SWT.WRAP), Css.OVER);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(fault);
        date = day;
        time = clock;
        wrong = fault;
    }

    @Override
    protected void buttons(Composite parent) {
        button(parent, IDialogConstants.OK_ID, true);
        button(parent, IDialogConstants.CANCEL_ID, false);
        check();
    }

    private void check() {
        DateTime day = date;
        DateTime clock = time;
        Label fault = wrong;
        if (day == null || clock == null || fault == null) {
            return;
        }
        until = LocalDateTime.of(day.getYear(), day.getMonth() + 1, day.getDay(), clock.getHours(), clock.getMinutes())
                .atZone(zone)
                .toInstant();
        boolean past = !until.isAfter(kit.words().now());
        fault.setText(past ? kit.texts().snooze_past : "");
        Button ok = getButton(IDialogConstants.OK_ID);
        if (ok != null) {
            ok.setEnabled(!past);
        }
    }
}
