package org.kontor.ui.inbox.internal.view;

import java.util.Collection;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.jspecify.annotations.Nullable;
import org.kontor.api.access.User;
import org.kontor.api.clock.ClockState;
import org.kontor.api.conversation.Conversation;
import org.kontor.api.store.ConversationRef;
import org.kontor.ui.api.Commands;
import org.kontor.ui.api.theme.Token;
import org.kontor.ui.common.access.Names;
import org.kontor.ui.common.look.Css;
import org.kontor.ui.common.look.Grid;
import org.kontor.ui.common.look.Icon;
import org.kontor.ui.common.look.TypeStyle;
import org.kontor.ui.common.widget.ActionButton;
import org.kontor.ui.common.widget.ActionRow;
import org.kontor.ui.common.widget.Chip;
import org.kontor.ui.inbox.internal.model.Opened;

/** The head of a conversation: who, where, for which brand, how it stands, and what can be done. */
final class ConversationHead extends Composite {
    private static final int SIGN = 16;
    private static final int TICK_MS = 20_000;
    private static final int LONGEST_NAME = 40;

    private final Kit kit;
    private final ActionMenus menus;
    private final Label who;
    private final CardLink where;
    private final Label timeSign;
    private final Label time;
    private final Label brand;
    private final CardLink subject;
    private final Chip state;
    private final Chip assigned;
    private final ActionButton assign;
    private final ActionButton snooze;
    private final ActionButton ignore;
    private final ActionButton escalate;
    private final ActionButton resolve;
    private final ActionButton reopen;

    ConversationHead(Composite parent, Kit kit) {
        super(parent, SWT.NONE);
        this.kit = kit;
        menus = new ActionMenus(kit, this::chosen);
        setLayout(GridLayoutFactory.fillDefaults()
                .margins(Grid.DOUBLE, 10)
                .spacing(0, Grid.HALF)
                .create());
        Composite first = row(4);
        who = text(first, TypeStyle.STRONG);
        where = new CardLink(first, kit.look(), false).leftBound().ink(Token.TEXT_QUIET);
        GridDataFactory.fillDefaults()
                .align(SWT.FILL, SWT.CENTER)
                .grab(true, false)
                .hint(40, SWT.DEFAULT)
                .applyTo(where);
        timeSign = Card.plain(new Label(first, SWT.NONE));
        GridDataFactory.swtDefaults().exclude(true).applyTo(timeSign);
        time = Names.id(Card.plain(text(first, TypeStyle.STRONG)), "conversation.time");
        Composite second = row(4);
        brand = Css.set(text(second, TypeStyle.SMALL), Css.QUIET);
        state = new Chip(second, kit.look(), false);
        assigned = new Chip(second, kit.look(), false);
        subject = new CardLink(second, kit.look(), false).leftBound();
        GridDataFactory.fillDefaults()
                .align(SWT.FILL, SWT.CENTER)
                .grab(true, false)
                .hint(60, SWT.DEFAULT)
                .applyTo(subject);
        Composite actions = new ActionRow(this);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(actions);
        assign = button(actions, kit.texts().action_assign_menu, "conversation.assign")
                .menu();
        assign.action(() -> menus.assign(assign));
        snooze = button(actions, kit.texts().action_snooze, "conversation.snooze")
                .menu();
        snooze.action(this::openSnooze);
        ignore = button(actions, kit.texts().action_ignore, "conversation.ignore")
                .menu();
        ignore.action(this::openIgnore);
        escalate = button(actions, kit.texts().action_escalate, "conversation.escalate")
                .icon(Icon.FLAG);
        escalate.setToolTipText(kit.texts().action_escalate_tip);
        escalate.action(() -> kit.outside().command(Commands.ESCALATE));
        resolve = button(actions, kit.texts().action_resolve, "conversation.resolve")
                .icon(Icon.CHECK);
        resolve.setToolTipText(kit.texts().action_resolve);
        resolve.action(() -> kit.models().actions().resolve(chosen()));
        reopen = button(actions, kit.texts().action_reopen, "conversation.reopen")
                .icon(Icon.UNDO);
        reopen.setToolTipText(kit.texts().action_reopen);
        reopen.action(() -> kit.models().actions().reopen(chosen()));
        kit.look().onChange(this, () -> tintTime(null));
        tick();
    }

    /** Times go on by themselves. */
    private void tick() {
        if (!isDisposed()) {
            tintTime(null);
            getDisplay().timerExec(TICK_MS, this::tick);
        }
    }

    private Composite row(int columns) {
        Composite row = new Composite(this, SWT.NONE);
        row.setLayout(Grid.tight(columns));
        GridDataFactory.fillDefaults().grab(true, false).applyTo(row);
        return row;
    }

    private Label text(Composite parent, TypeStyle style) {
        Label label = new Label(parent, SWT.NONE);
        label.setFont(kit.look().font(style));
        return label;
    }

    private ActionButton button(Composite parent, String text, String id) {
        return Names.id(new ActionButton(parent, kit.look(), ActionButton.Kind.PLAIN, text), id);
    }

    /** Opens the choice of times; by the key as well as by the button. */
    void openSnooze() {
        menus.snooze(snooze);
    }

    /** Opens the choice of reasons; by the key as well as by the button. */
    void openIgnore() {
        menus.ignore(ignore);
    }

    private Collection<ConversationRef> chosen() {
        return kit.models().inbox().selected();
    }

    void show(Opened opened) {
        Conversation conversation = opened.conversation();
        String name = kit.words().customer(conversation);
        who.setText(label(shortened(name)));
        who.setToolTipText(label(name));
        say(
                where,
                kit.outside().channel(conversation.channel()) + " \u00b7 "
                        + kit.words().visibility(conversation.visibility()));
        brand.setText(label(opened.brand().name()));
        state.show(kit.words().state(conversation), kind(conversation));
        User carer = opened.directory().user(conversation.assignee());
        boolean mine = carer != null && carer.id().equals(opened.directory().me());
        if (carer != null) {
            assigned.show(
                    mine
                            ? kit.texts().action_assigned_me
                            : kit.words().fill(kit.texts().action_assigned_to, carer.name()),
                    mine ? Chip.Kind.ON : Chip.Kind.PLAIN);
        }
        exclude(assigned, carer == null);
        tintTime(conversation);
        String about = conversation.subject();
        say(subject, about == null ? "" : about.isBlank() ? kit.texts().message_nosubject : about);
        offer(opened);
        layout(true, true);
    }

    /** Several conversations are chosen: what can be done is for all of them. */
    void showMany(int count) {
        who.setText(
                kit.words().fill(kit.texts().bulk_many, kit.words().numbers().count(count)));
        say(where, "");
        timed = null;
        time.setText("");
        showSign(false);
        exclude(state, true);
        exclude(assigned, true);
        brand.setText("");
        say(subject, "");
        snooze.setEnabled(true);
        ignore.setEnabled(true);
        resolve.setEnabled(true);
        escalate.setEnabled(false);
        assign.setEnabled(true);
        reopen.setVisible(true);
        layout(true, true);
    }

    private void offer(Opened opened) {
        Conversation conversation = opened.conversation();
        boolean may = opened.directory().answerable().contains(opened.brand().id());
        boolean open = conversation.state().open();
        exclude(state, false);
        assign.setEnabled(may);
        snooze.setEnabled(may && open);
        ignore.setEnabled(may && open);
        resolve.setEnabled(may);
        escalate.setEnabled(may);
        reopen.setVisible(!open);
        resolve.setVisible(conversation.state() != org.kontor.api.conversation.ConversationState.RESOLVED);
        reopen.setEnabled(may);
    }

    private static Chip.Kind kind(Conversation conversation) {
        return switch (conversation.state()) {
            case OPEN -> Chip.Kind.ON;
            case SNOOZED, IGNORED, HISTORY -> Chip.Kind.PLAIN;
            case ANSWERED, RESOLVED -> Chip.Kind.OK;
        };
    }

    private @Nullable Conversation timed;

    private void tintTime(@Nullable Conversation conversation) {
        if (conversation != null) {
            timed = conversation;
        }
        Conversation now = timed;
        if (now == null) {
            return;
        }
        ClockState clock = kit.words().clock(now);
        String words = label(kit.words().headTime(now));
        if (!words.equals(time.getText())) {
            time.setText(words);
            time.requestLayout();
        }
        time.setFont(kit.look().font(ClockLook.style(clock)));
        time.setToolTipText(label(kit.words().exact(now)));
        time.setForeground(kit.look().color(ClockLook.ink(clock)));
        time.setBackground(kit.look().color(Token.SURFACE));
        Icon sign = ClockLook.sign(clock);
        timeSign.setImage(sign == null ? null : kit.look().icon(sign, SIGN, ClockLook.ink(clock)));
        timeSign.setBackground(kit.look().color(Token.SURFACE));
        Names.name(timeSign, words);
        showSign(sign != null);
    }

    private void showSign(boolean shown) {
        if (timeSign.getLayoutData() instanceof GridData data && data.exclude == shown) {
            data.exclude = !shown;
            timeSign.setVisible(shown);
            timeSign.requestLayout();
        }
    }

    private static void exclude(Chip chip, boolean gone) {
        GridData data = new GridData(SWT.CENTER, SWT.CENTER, false, false);
        data.exclude = gone;
        chip.setLayoutData(data);
        chip.setVisible(!gone);
    }

    private static void say(CardLink line, String words) {
        line.show(words);
        line.setVisible(!words.isEmpty());
    }

    /** A name as long as a sentence leaves room for what stands beside it. */
    static String shortened(String name) {
        int end = name.codePointCount(0, name.length()) <= LONGEST_NAME
                ? name.length()
                : name.offsetByCodePoints(0, LONGEST_NAME - 1);
        return end == name.length() ? name : name.substring(0, end).stripTrailing() + "\u2026";
    }

    private static String label(String text) {
        return text.replace("&", "&&");
    }
}
