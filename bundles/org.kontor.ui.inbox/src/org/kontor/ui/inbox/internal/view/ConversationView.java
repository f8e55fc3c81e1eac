package org.kontor.ui.inbox.internal.view;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StackLayout;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Layout;
import org.jspecify.annotations.Nullable;
import org.kontor.ui.common.look.Css;
import org.kontor.ui.common.look.Grid;
import org.kontor.ui.common.look.Icon;
import org.kontor.ui.common.widget.EmptyState;
import org.kontor.ui.common.widget.Rule;
import org.kontor.ui.inbox.internal.model.ConversationModel;
import org.kontor.ui.inbox.internal.model.ConversationModel.State;
import org.kontor.ui.inbox.internal.model.ListEvent;

/** The conversation that is open: head, course, reply. */
public final class ConversationView extends Composite {
    private static final int SPINNER_MS = 300;
    private static final int BAR_WIDTH = 560;

    private final Kit kit;
    private final ConversationModel model;
    private final StackLayout stack = new StackLayout();
    private final Composite page;
    private final ConversationHead head;
    private final Composite middle;
    private final TimelineView timeline;
    private final SayBar said;
    private final Composite replyBox;
    private final ReplyView reply;
    private final EmptyState empty;

    /** @param leave called by Escape in the reply: the list gets the focus */
    public ConversationView(Composite parent, Kit kit, Runnable leave) {
        super(parent, SWT.NONE);
        this.kit = kit;
        model = kit.models().conversation();
        setLayout(new Over());
        Composite base = new Composite(this, SWT.NONE);
        base.setLayout(stack);
        page = new Composite(base, SWT.NONE);
        page.setLayout(GridLayoutFactory.fillDefaults().spacing(0, 0).create());
        head = new ConversationHead(page, kit);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(head);
        line(page);
        middle = Css.set(new Composite(page, SWT.NONE), Css.CANVAS);
        middle.setLayout(new org.eclipse.swt.layout.FillLayout());
        GridDataFactory.fillDefaults().grab(true, true).hint(SWT.DEFAULT, 80).applyTo(middle);
        timeline = new TimelineView(middle, kit);
        replyBox = new Composite(page, SWT.NONE);
        replyBox.setLayout(GridLayoutFactory.fillDefaults().spacing(0, 0).create());
        GridDataFactory.fillDefaults().grab(true, false).applyTo(replyBox);
        line(replyBox);
        reply = new ReplyView(replyBox, kit, leave);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(reply);
        empty = new EmptyState(base, kit.look()).onCanvas();
        said = new SayBar(this, kit);
        said.moveAbove(null);
        stack.topControl = empty;
        Kit.hear(this, model.listeners(), this::show);
        Kit.hear(this, kit.models().inbox().listeners(), event -> {
            if (event instanceof ListEvent.Lead) {
                show(model.state());
            }
        });
        show(model.state());
    }

    private void line(Composite parent) {
        GridDataFactory.fillDefaults().grab(true, false).applyTo(new Rule(parent, kit.look()));
    }

    /** Puts the caret where the agent writes. */
    public boolean write() {
        return stack.topControl == page && reply.setFocus();
    }

    /** Puts the caret where the agent writes a note. */
    public void writeNote() {
        if (stack.topControl == page) {
            kit.models().reply().mode(org.kontor.ui.inbox.internal.model.WriteMode.NOTE);
            reply.setFocus();
        }
    }

    /** Opens the choice of times. */
    public void openSnooze() {
        if (stack.topControl == page) {
            head.openSnooze();
        }
    }

    /** Opens the choice of reasons. */
    public void openIgnore() {
        if (stack.topControl == page) {
            head.openIgnore();
        }
    }

    @Override
    public boolean setFocus() {
        return stack.topControl == page && !timeline.isDisposed() ? timeline.setFocus() : super.setFocus();
    }

    private void show(State state) {
        int chosen = kit.models().inbox().selected().size();
        if (chosen > 1) {
            head.showMany(chosen);
            many(true);
            top(page);
            return;
        }
        many(false);
        switch (state) {
            case State.Nothing nothing -> say(Icon.MESSAGE, kit.texts().conversation_none);
            case State.Loading loading -> getDisplay().timerExec(SPINNER_MS, () -> sayLoading(loading));
            case State.Shown shown -> {
                top(page);
                head.show(shown.opened());
                int width = page.getClientArea().width;
                if (head.computeSize(width, SWT.DEFAULT, false).y != head.getSize().y) {
                    page.layout(true, false);
                }
                timeline.show(shown.opened(), shown.items());
            }
            case State.Gone gone -> say(Icon.INFO, kit.texts().conversation_gone);
            case State.Failed failed -> {
                empty.show(Icon.PROBLEM, kit.words().trouble(failed.trouble()), kit.texts().store_retry, model::reload);
                top(empty);
            }
        }
    }

    /** With several chosen there is nothing to read and nobody to answer. */
    private void many(boolean several) {
        if (several != replyBox.getVisible()) {
            return;
        }
        timeline.setVisible(!several);
        GridDataFactory.fillDefaults().grab(true, false).exclude(several).applyTo(replyBox);
        replyBox.setVisible(!several);
        page.layout(true, true);
    }

    private void sayLoading(State.Loading loading) {
        if (!isDisposed() && model.state() == loading) {
            say(Icon.MESSAGE, kit.texts().conversation_loading);
        }
    }

    private void say(Icon icon, String words) {
        empty.show(icon, words);
        top(empty);
    }

    private void top(Composite shown) {
        if (stack.topControl != shown) {
            stack.topControl = shown;
            // Each side of the stack keeps itself laid out: only what is on top changes.
            shown.getParent().layout();
        }
    }

    /** Fills the area with the page and lets the bar lie over the end of the course. */
    private final class Over extends Layout {
        @Override
        protected Point computeSize(@Nullable Composite composite, int wHint, int hHint, boolean flushCache) {
            return new Point(wHint == SWT.DEFAULT ? BAR_WIDTH : wHint, hHint == SWT.DEFAULT ? 400 : hHint);
        }

        @Override
        protected void layout(@Nullable Composite composite, boolean flushCache) {
            Rectangle area = getClientArea();
            for (var child : getChildren()) {
                if (child != said) {
                    child.setBounds(area);
                }
            }
            if (!said.getVisible()) {
                return;
            }
            int width = Math.min(BAR_WIDTH, area.width - 2 * Grid.DOUBLE);
            Point size = said.computeSize(width, SWT.DEFAULT);
            int bottom = stack.topControl == page && replyBox.getVisible() ? replyBox.getBounds().y : area.height;
            said.setBounds((area.width - width) / 2, Math.max(0, bottom - size.y - 12), width, size.y);
        }
    }
}
