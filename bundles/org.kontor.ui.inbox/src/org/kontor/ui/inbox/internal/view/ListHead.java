package org.kontor.ui.inbox.internal.view;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;
import org.kontor.api.account.ChannelType;
import org.kontor.api.store.InboxQuery.Order;
import org.kontor.ui.common.access.Names;
import org.kontor.ui.common.look.Css;
import org.kontor.ui.common.look.Grid;
import org.kontor.ui.common.look.Icon;
import org.kontor.ui.common.look.TypeStyle;
import org.kontor.ui.common.widget.ActionButton;
import org.kontor.ui.common.widget.DropMenu;
import org.kontor.ui.common.widget.IconButton;
import org.kontor.ui.inbox.internal.model.InboxModel;
import org.kontor.ui.inbox.internal.model.ListEvent;

/** The head of the list: what it shows in which order, how much of it, and which channels. */
final class ListHead extends Composite {
    private final Kit kit;
    private final InboxModel inbox;
    private final ActionButton title;
    private final Label amount;
    private final IconButton filter;
    private final KeyHint keys;

    ListHead(Composite parent, Kit kit) {
        super(parent, SWT.NONE);
        this.kit = kit;
        inbox = kit.models().inbox();
        setLayout(GridLayoutFactory.fillDefaults()
                .numColumns(4)
                .margins(Grid.HALF, Grid.HALF)
                .spacing(Grid.HALF, 0)
                .create());
        title = Names.id(new ActionButton(this, kit.look(), ActionButton.Kind.QUIET, "").menu(), "inbox.order");
        GridDataFactory.fillDefaults()
                .align(SWT.BEGINNING, SWT.CENTER)
                .grab(true, false)
                .minSize(60, SWT.DEFAULT)
                .applyTo(title);
        title.action(this::openOrders);
        amount = Css.set(new Label(this, SWT.NONE), Css.QUIET);
        amount.setFont(kit.look().font(TypeStyle.SMALL));
        filter = Names.id(
                new IconButton(this, kit.look(), Grid.CONTROL, Icon.FILTER, kit.texts().filter_name), "inbox.filter");
        filter.onActivate(this::openChannels);
        keys = new KeyHint(this, kit.look(), "J", "K");
        addListener(SWT.Resize, event -> fit());
        Kit.hear(this, inbox.listeners(), event -> {
            if (event instanceof ListEvent.Head) {
                fill();
            }
        });
        fill();
    }

    private void fill() {
        boolean searching = !inbox.text().isEmpty();
        String what = searching && inbox.everywhere()
                ? kit.texts().queue_search
                : kit.words().queue(inbox.queue());
        title.setText(what + " \u00b7 " + kit.words().order(inbox.order()));
        amount.setText(amount(searching));
        amount.requestLayout();
        fit();
        Set<ChannelType> channels = inbox.channels();
        filter.setChosen(!channels.isEmpty());
        filter.setName(channels.isEmpty() ? kit.texts().filter_name : some(channels));
    }

    /** The keys are a help, the title is the matter: where both have no room, the keys go. */
    private void fit() {
        int taken = title.computeSize(SWT.DEFAULT, SWT.DEFAULT).x
                + amount.computeSize(SWT.DEFAULT, SWT.DEFAULT).x
                + Grid.CONTROL
                + keys.computeSize(SWT.DEFAULT, SWT.DEFAULT).x
                + 5 * Grid.HALF;
        boolean room = taken <= getClientArea().width;
        if (room != keys.getVisible()) {
            GridDataFactory.swtDefaults().exclude(!room).applyTo(keys);
            keys.setVisible(room);
            layout();
        }
    }

    private String amount(boolean searching) {
        int total = inbox.total();
        if (total > inbox.size()) {
            return kit.words()
                    .fill(
                            kit.texts().list_window,
                            number(inbox.start() + 1),
                            number(inbox.start() + inbox.size()),
                            inbox.complete() ? number(total) : number(total) + "+");
        }
        return searching ? number(total) : "";
    }

    private String number(int number) {
        return kit.words().numbers().count(number);
    }

    private String some(Set<ChannelType> channels) {
        List<String> names =
                channels.stream().map(kit.outside()::channel).sorted().toList();
        return kit.words().fill(kit.texts().filter_some, String.join(", ", names));
    }

    private void openOrders() {
        Menu menu = new Menu(title);
        boolean searching = !inbox.text().isEmpty();
        if (searching) {
            radio(
                    menu,
                    kit.words().queue(org.kontor.api.store.Queue.ALL),
                    inbox.everywhere(),
                    () -> inbox.everywhere(true));
            radio(menu, kit.words().queue(inbox.queue()), !inbox.everywhere(), () -> inbox.everywhere(false));
        } else {
            for (Order order : Order.values()) {
                radio(menu, kit.words().order(order), inbox.order() == order, () -> inbox.order(inbox.queue(), order));
            }
        }
        DropMenu.open(menu, title);
    }

    private void openChannels() {
        Menu menu = new Menu(filter);
        radio(menu, kit.texts().filter_all, inbox.channels().isEmpty(), () -> inbox.channels(Set.of()));
        ActionMenus.separator(menu);
        for (ChannelType channel : inbox.directory().channels()) {
            MenuItem item = new MenuItem(menu, SWT.CHECK);
            item.setText(kit.outside().channel(channel));
            item.setSelection(inbox.channels().contains(channel));
            item.addListener(SWT.Selection, event -> {
                Set<ChannelType> chosen = new HashSet<>(inbox.channels());
                if (!chosen.remove(channel)) {
                    chosen.add(channel);
                }
                inbox.channels(chosen);
            });
        }
        DropMenu.open(menu, filter);
    }

    private static void radio(Menu menu, String text, boolean on, Runnable action) {
        MenuItem item = new MenuItem(menu, SWT.RADIO);
        item.setText(text);
        item.setSelection(on);
        item.addListener(SWT.Selection, event -> {
            if (item.getSelection()) {
                action.run();
            }
        });
    }
}
