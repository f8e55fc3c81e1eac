package org.kontor.ui.inbox.internal.view;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Link;
import org.jspecify.annotations.Nullable;
import org.kontor.api.access.User;
import org.kontor.api.channel.Direction;
import org.kontor.api.conversation.Message;
import org.kontor.api.conversation.MessageKind;
import org.kontor.api.conversation.MessageState;
import org.kontor.api.outbox.OutboxEntry;
import org.kontor.ui.api.theme.Token;
import org.kontor.ui.common.access.Names;
import org.kontor.ui.common.look.Grid;
import org.kontor.ui.common.look.Icon;
import org.kontor.ui.common.look.TypeStyle;
import org.kontor.ui.common.widget.Ellipsis;
import org.kontor.ui.common.widget.IconButton;
import org.kontor.ui.inbox.internal.model.Opened;
import org.kontor.ui.inbox.internal.model.TimelineItem;
import org.kontor.ui.inbox.internal.text.RichText;

/** A message, or a reply that waits in the outbox. Used again for another one rather than made anew. */
final class MessageCard extends Card {
    private static final int MARGIN = 12;

    private final Kit kit;
    private final Label author;
    private final Label about;
    private final IconButton answer;
    private final IconButton browse;
    private final IconButton more;
    private final Label notice;
    private final RichView body;
    private final Link fold;
    private final AttachmentList attachments;
    private final SendState sendState;
    private @Nullable TimelineItem shown;
    private @Nullable Opened opened;
    private boolean wholeText;
    private final Ellipsis ellipsis = new Ellipsis();
    private String line = "";

    MessageCard(Composite parent, Kit kit) {
        super(parent, kit.look());
        this.kit = kit;
        setLayout(Grid.layout(1, MARGIN));
        Composite head = box(this, 5);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(head);
        author = label(head, TypeStyle.SMALL_STRONG, Token.TEXT, SWT.NONE);
        about = label(head, TypeStyle.SMALL, Token.TEXT_QUIET, SWT.NONE);
        GridDataFactory.fillDefaults()
                .align(SWT.FILL, SWT.CENTER)
                .grab(true, false)
                .hint(60, SWT.DEFAULT)
                .applyTo(about);
        about.addListener(SWT.Resize, event -> fitAbout());
        answer = new IconButton(head, kit.look(), 24, Icon.REPLY, kit.texts().message_answered_here);
        answer.onActivate(this::answer);
        browse = new IconButton(head, kit.look(), 24, Icon.EXTERNAL, kit.texts().message_open);
        browse.onActivate(this::browse);
        more = new IconButton(head, kit.look(), 24, Icon.MORE, kit.texts().message_more);
        more.onActivate(this::more);
        notice = label(this, TypeStyle.TEXT, Token.WARN, SWT.WRAP);
        GridDataFactory.fillDefaults().grab(true, false).hint(120, SWT.DEFAULT).applyTo(notice);
        body = new RichView(this, kit);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(body.widget());
        fold = plain(new Link(this, SWT.NONE));
        fold.addListener(SWT.Selection, event -> unfold());
        attachments = new AttachmentList(this, kit);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(attachments);
        sendState = new SendState(this, kit);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(sendState);
    }

    /**
     * Shows an item; nothing happens if it looks the same.
     *
     * @return whether it has to be laid out again
     */
    boolean show(Opened of, TimelineItem item) {
        Opened last = opened;
        if (item.equals(shown) && last != null && last.brand().equals(of.brand())) {
            opened = of;
            boolean offered = answer.getVisible();
            placeAnswer();
            refreshTimes();
            return offered != answer.getVisible();
        }
        TimelineItem before = shown;
        if (before == null || !before.key().equals(item.key())) {
            wholeText = false;
        }
        shown = item;
        opened = of;
        switch (item) {
            case TimelineItem.Written written -> show(of, written);
            case TimelineItem.Waiting waiting -> show(of, waiting);
            case TimelineItem.Noted noted -> throw new IllegalArgumentException("not a message");
            case TimelineItem.Ended ended -> throw new IllegalArgumentException("not a message");
            case TimelineItem.Folded folded -> throw new IllegalArgumentException("not a message");
        }
        refreshTimes();
        return true;
    }

    /** Whether the brand wrote it. */
    boolean own() {
        return shown instanceof TimelineItem.Waiting
                || shown instanceof TimelineItem.Written written
                        && written.message().direction() == Direction.OUTBOUND
                        && written.message().kind() != MessageKind.CONTEXT;
    }

    private void show(Opened of, TimelineItem.Written written) {
        Message message = written.message();
        boolean own = own();
        boolean aside = message.kind() == MessageKind.CONTEXT || message.automatic();
        ground(own ? Token.ACCENT_SOFT : aside ? Token.CANVAS : Token.SURFACE, Token.LINE);
        author.setText(label(ConversationHead.shortened(name(of, message, written.sender()))));
        author.setToolTipText(label(message.authorHandle()));
        present(browse, message.permalink() != null);
        present(more, true);
        placeAnswer();
        String special = notice(message);
        notice.setText(label(special));
        present(notice, !special.isEmpty());
        boolean gone = message.state() != MessageState.PRESENT;
        fill(written.body(), gone || aside ? Token.TEXT_QUIET : Token.TEXT);
        attachments.show(message, message.attachments());
        present(attachments, !message.attachments().isEmpty());
        OutboxEntry entry = written.sending();
        sendState.show(entry, written.sender());
        present(sendState, entry != null);
        tint();
    }

    private void show(Opened of, TimelineItem.Waiting waiting) {
        ground(Token.ACCENT_SOFT, Token.LINE);
        author.setText(label(of.brand().name()));
        present(browse, false);
        present(more, false);
        present(answer, false);
        present(notice, false);
        fill(waiting.body(), Token.TEXT);
        present(attachments, false);
        sendState.show(waiting.entry(), waiting.sender());
        present(sendState, true);
        tint();
    }

    private void fill(RichText text, Token ink) {
        RichText fitting = wholeText || !text.hasTail() ? text : text.withoutTail();
        body.show(fitting, ink);
        present(body.widget(), !fitting.text().isBlank());
        present(fold, text.hasTail());
        fold.setText("<a>" + (wholeText ? kit.texts().message_quote_hide : kit.texts().message_quote_show) + "</a>");
    }

    private static String name(Opened of, Message message, @Nullable User sender) {
        if (message.direction() == Direction.INBOUND) {
            return message.authorName();
        }
        return sender == null ? of.brand().name() : of.brand().name() + " \u00b7 " + sender.name();
    }

    /** The time is said anew whenever the card is looked at. */
    private void refreshTimes() {
        TimelineItem item = shown;
        if (item == null) {
            return;
        }
        List<String> parts = new ArrayList<>();
        parts.add(kit.words().times().relative(item.at()));
        if (item instanceof TimelineItem.Written written) {
            parts.addAll(marks(written.message()));
        }
        line = String.join(" \u00b7 ", parts);
        fitAbout();
        about.setToolTipText(label(kit.words().times().exact(item.at()) + "\n" + line));
        Names.name(body.widget(), kit.words().fill(kit.texts().message_name, author.getText(), line));
    }

    /** A long subject ends in an ellipsis; the whole of it is in the tooltip. */
    private void fitAbout() {
        String fitting = line;
        int room = about.getSize().x;
        if (room > 0) {
            GC gc = new GC(about);
            gc.setFont(about.getFont());
            fitting = ellipsis.fit(gc, line, room);
            gc.dispose();
        }
        if (!label(fitting).equals(about.getText())) {
            about.setText(label(fitting));
        }
    }

    private List<String> marks(Message message) {
        List<String> marks = new ArrayList<>();
        String subject = message.subject();
        Opened of = opened;
        if (subject != null
                && of != null
                && !Objects.equals(subject, of.conversation().subject())) {
            marks.add(subject.isBlank() ? kit.texts().message_nosubject : subject);
        }
        if (message.kind() == MessageKind.CONTEXT) {
            marks.add(kit.texts().message_context);
        }
        if (message.kind() == MessageKind.BOUNCE) {
            marks.add(kit.texts().message_bounce);
        }
        if (message.automatic()) {
            marks.add(kit.texts().message_automatic);
        }
        if (message.versions() > 1) {
            marks.add(kit.words()
                    .fill(kit.texts().message_edited, kit.words().numbers().count(message.versions())));
        }
        switch (message.state()) {
            case PRESENT -> {
                // the ordinary state needs no mark
            }
            case DELETED -> marks.add(kit.texts().message_deleted);
            case REDACTED -> marks.add(kit.texts().message_redacted);
        }
        return marks;
    }

    private String notice(Message message) {
        if (message.kind() == MessageKind.UNREADABLE) {
            return kit.texts().message_unreadable;
        }
        if (shown instanceof TimelineItem.Written written && written.body().cut()) {
            return kit.texts().message_cut;
        }
        boolean empty = message.text().isBlank() && message.attachments().isEmpty();
        return empty && message.state() == MessageState.PRESENT ? kit.texts().message_notext : "";
    }

    /** Only a message that is not answered anyway offers to be. */
    private void placeAnswer() {
        boolean offered = shown instanceof TimelineItem.Written written
                && written.answerable()
                && !Objects.equals(written.message(), kit.models().reply().answers());
        present(answer, offered);
    }

    private void answer() {
        if (shown instanceof TimelineItem.Written written) {
            kit.models().reply().answer(written.message().id());
        }
    }

    private void browse() {
        if (shown instanceof TimelineItem.Written written) {
            String address = written.message().permalink();
            if (address != null) {
                kit.outside().open(address);
            }
        }
    }

    private void more() {
        if (shown instanceof TimelineItem.Written written) {
            new MessageMenu(kit, written).open(more);
        }
    }

    private void unfold() {
        wholeText = !wholeText;
        TimelineItem item = shown;
        if (item instanceof TimelineItem.Written written) {
            fill(written.body(), Token.TEXT);
            body.widget().requestLayout();
            fold.requestLayout();
        }
    }

    @Override
    public Point computeSize(int wHint, int hHint, boolean changed) {
        body.fit(wHint - 2 * MARGIN);
        return super.computeSize(wHint, hHint, changed);
    }

    @Override
    void tint() {
        super.tint();
        if (shown != null) {
            body.style();
        }
    }

    private static void present(Control control, boolean visible) {
        if (control.getLayoutData() instanceof org.eclipse.swt.layout.GridData data) {
            data.exclude = !visible;
        } else {
            org.eclipse.swt.layout.GridData data = new org.eclipse.swt.layout.GridData();
            data.exclude = !visible;
            control.setLayoutData(data);
        }
        control.setVisible(visible);
    }

    private static String label(String text) {
        return text.replace("&", "&&");
    }
}
