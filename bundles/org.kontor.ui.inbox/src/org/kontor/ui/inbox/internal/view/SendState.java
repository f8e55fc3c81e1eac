package org.kontor.ui.inbox.internal.view;

import java.time.Instant;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.RowLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.RowLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.jspecify.annotations.Nullable;
import org.kontor.api.access.User;
import org.kontor.api.channel.Fault;
import org.kontor.api.outbox.OutboxEntry;
import org.kontor.ui.api.theme.Token;
import org.kontor.ui.common.access.Names;
import org.kontor.ui.common.look.Grid;
import org.kontor.ui.common.look.Icon;
import org.kontor.ui.common.look.TypeStyle;
import org.kontor.ui.common.widget.ActionButton;
import org.kontor.ui.inbox.internal.Messages;
import org.kontor.ui.inbox.internal.model.Actions;

/** Where a reply stands on its way, why, and what the agent can do about it. */
final class SendState extends Composite {
    private final Kit kit;
    private final Label icon;
    private final Label words;
    private final Label hint;
    private final Composite buttons;
    private @Nullable OutboxEntry shown;
    private @Nullable User shownSender;

    SendState(Composite parent, Kit kit) {
        super(parent, SWT.NONE);
        this.kit = kit;
        Card.plain(this);
        setLayout(Grid.tight(2));
        icon = Card.plain(new Label(this, SWT.NONE));
        GridDataFactory.swtDefaults().align(SWT.BEGINNING, SWT.BEGINNING).applyTo(icon);
        words = text();
        // The second line stands below the words, not below the icon.
        GridDataFactory.fillDefaults().grab(true, false).hint(120, SWT.DEFAULT).applyTo(words);
        Control indent = Card.plain(new Label(this, SWT.NONE));
        GridDataFactory.swtDefaults().hint(1, 1).applyTo(indent);
        hint = text();
        buttons = Card.plain(new Composite(this, SWT.NONE));
        RowLayout row = RowLayoutFactory.fillDefaults().spacing(Grid.UNIT).create();
        row.center = true;
        buttons.setLayout(row);
        GridDataFactory.fillDefaults().span(2, 1).grab(true, false).applyTo(buttons);
        kit.look().onChange(this, () -> show(shown, shownSender));
    }

    private Label text() {
        Label label = Card.plain(new Label(this, SWT.WRAP));
        label.setFont(kit.look().font(TypeStyle.SMALL));
        return label;
    }

    /** @param entry null for a message that was not sent from here */
    void show(@Nullable OutboxEntry entry, @Nullable User sender) {
        shown = entry;
        shownSender = sender;
        for (Control button : buttons.getChildren()) {
            button.dispose();
        }
        if (entry == null) {
            return;
        }
        Messages texts = kit.texts();
        switch (entry.state()) {
            case QUEUED -> queued(entry);
            case SENDING -> say(Icon.PROGRESS, Token.TEXT_QUIET, texts.send_sending, "");
            case SENT ->
                say(
                        Icon.CHECK,
                        Token.OK,
                        sender == null ? texts.send_sent : kit.words().fill(texts.send_sent_by, sender.name()),
                        "");
            case FAILED -> failed(entry);
            case UNDECIDED -> undecided(entry);
            case CANCELLED -> say(Icon.CLOSE, Token.TEXT_QUIET, texts.done_undid, "");
        }
        boolean none = buttons.getChildren().length == 0;
        GridDataFactory.fillDefaults()
                .span(2, 1)
                .grab(true, false)
                .exclude(none)
                .applyTo(buttons);
        buttons.setVisible(!none);
    }

    private void queued(OutboxEntry entry) {
        Fault fault = entry.fault();
        if (fault == null) {
            say(Icon.CLOCK, Token.TEXT_QUIET, kit.texts().send_pending, "");
        } else {
            Instant next = entry.notBefore();
            String when = kit.words()
                    .fill(kit.texts().send_waiting, kit.words().times().relative(next));
            say(Icon.CLOCK, Token.WARN, kit.words().fault(fault), when);
        }
        button(
                kit.texts().send_takeback,
                "",
                "message.takeback",
                () -> actions().takeBack(entry));
    }

    private void failed(OutboxEntry entry) {
        Fault fault = entry.fault();
        String why =
                fault == null ? String.valueOf(entry.detail()) : kit.words().fault(fault);
        say(Icon.FAILED, Token.OVER, kit.words().fill(kit.texts().send_failed, why), "");
        button(kit.texts().send_retry, "", "message.retry", () -> actions().retry(entry));
        button(
                kit.texts().send_giveup,
                kit.texts().send_giveup_hint,
                "message.giveup",
                () -> actions().giveUp(entry));
    }

    private void undecided(OutboxEntry entry) {
        Messages texts = kit.texts();
        String detail = entry.detail();
        say(
                Icon.WARNING,
                Token.WARN,
                kit.words().fill(texts.send_undecided, detail == null ? "?" : detail),
                texts.send_undecided_explain);
        button(
                texts.send_undecided_arrived,
                texts.send_undecided_arrived_hint,
                "message.arrived",
                () -> actions().confirmSent(entry));
        button(
                texts.send_undecided_again,
                texts.send_undecided_again_hint,
                "message.again",
                () -> actions().sendAgain(entry));
        button(
                texts.send_giveup,
                texts.send_giveup_hint,
                "message.giveup",
                () -> actions().giveUp(entry));
    }

    private Actions actions() {
        return kit.models().actions();
    }

    private void say(Icon sign, Token ink, String what, String more) {
        icon.setImage(kit.look().icon(sign, 16, ink));
        Names.name(icon, what);
        words.setText(what.replace("&", "&&"));
        Card.ink(words, ink == Token.OK ? Token.TEXT_QUIET : ink);
        hint.setText(more.replace("&", "&&"));
        Card.ink(hint, Token.TEXT_QUIET);
        GridDataFactory.fillDefaults()
                .grab(true, false)
                .hint(120, SWT.DEFAULT)
                .exclude(more.isEmpty())
                .applyTo(hint);
        hint.setVisible(!more.isEmpty());
        redraw();
    }

    private void button(String text, String why, String id, Runnable action) {
        ActionButton button = Names.id(new ActionButton(buttons, kit.look(), ActionButton.Kind.PLAIN, text), id);
        button.action(action);
        if (!why.isEmpty()) {
            button.setToolTipText(why);
        }
    }
}
