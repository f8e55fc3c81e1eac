package org.kontor.ui.inbox.internal.view;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Comparator;
import java.util.function.Supplier;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;
import org.kontor.api.access.User;
import org.kontor.api.conversation.IgnoreReason;
import org.kontor.api.store.ConversationRef;
import org.kontor.ui.common.widget.DropMenu;
import org.kontor.ui.inbox.internal.model.Actions;
import org.kontor.ui.inbox.internal.model.Directory;
import org.kontor.ui.inbox.internal.model.SnoozeTime;

/** The choices behind Assign, Snooze and Ignore. */
public final class ActionMenus {
    private final Kit kit;
    private final Supplier<Collection<ConversationRef>> chosen;

    /** @param chosen the conversations that a choice is for */
    public ActionMenus(Kit kit, Supplier<Collection<ConversationRef>> chosen) {
        this.kit = kit;
        this.chosen = chosen;
    }

    /** Opens the menu of those who can take care, below {@code at}. */
    public void assign(Control at) {
        DropMenu.open(assignees(new Menu(at)), at);
    }

    /** Opens the menu of times, below {@code at}. */
    public void snooze(Control at) {
        DropMenu.open(times(new Menu(at)), at);
    }

    /** Opens the menu of reasons, below {@code at}. */
    public void ignore(Control at) {
        DropMenu.open(reasons(new Menu(at)), at);
    }

    /** All actions, for a list. */
    public Menu context(Control owner) {
        Menu menu = new Menu(owner);
        menu.addListener(SWT.Show, event -> {
            for (MenuItem item : menu.getItems()) {
                item.dispose();
            }
            cascade(menu, kit.texts().action_assign_menu, sub -> assignees(sub));
            cascade(menu, kit.texts().action_snooze, sub -> times(sub));
            cascade(menu, kit.texts().action_ignore, sub -> reasons(sub));
            item(menu, kit.texts().action_resolve, () -> actions().resolve(chosen.get()));
            item(menu, kit.texts().action_reopen, () -> actions().reopen(chosen.get()));
            for (MenuItem item : menu.getItems()) {
                item.setEnabled(!chosen.get().isEmpty());
            }
        });
        return menu;
    }

    private Actions actions() {
        return kit.models().actions();
    }

    private Menu assignees(Menu menu) {
        Directory directory = kit.models().inbox().directory();
        item(menu, kit.texts().action_assign, () -> actions().assignToMe(chosen.get()));
        directory.users().values().stream()
                .filter(user -> !user.id().equals(directory.me()) && !user.id().equals(User.SYSTEM))
                .sorted(Comparator.comparing(User::name))
                .forEach(user -> item(menu, user.name(), () -> actions().assign(chosen.get(), user.id())));
        separator(menu);
        item(menu, kit.texts().action_assign_nobody, () -> actions().assign(chosen.get(), null));
        return menu;
    }

    private Menu times(Menu menu) {
        ZoneId zone = ZoneId.systemDefault();
        Instant now = kit.words().now();
        for (SnoozeTime time : SnoozeTime.offered(now, zone)) {
            Instant until = time.from(now, zone);
            // What stands behind the tab is the menu's column of keys.
            String label = kit.words().snooze(time) + "\t" + kit.words().times().relative(until);
            item(menu, label, () -> actions().snooze(chosen.get(), until));
        }
        separator(menu);
        Collection<ConversationRef> refs = java.util.List.copyOf(chosen.get());
        item(
                menu,
                kit.texts().snooze_choose,
                () -> SnoozeSheet.open(menu.getShell(), kit, until -> actions().snooze(refs, until)));
        return menu;
    }

    private Menu reasons(Menu menu) {
        for (IgnoreReason reason : IgnoreReason.values()) {
            item(menu, kit.words().reason(reason), () -> actions().ignore(chosen.get(), reason));
        }
        return menu;
    }

    private static void cascade(Menu menu, String text, java.util.function.Consumer<Menu> fill) {
        MenuItem item = new MenuItem(menu, SWT.CASCADE);
        item.setText(text);
        Menu sub = new Menu(menu);
        item.setMenu(sub);
        fill.accept(sub);
    }

    static MenuItem item(Menu menu, String text, Runnable action) {
        MenuItem item = new MenuItem(menu, SWT.PUSH);
        item.setText(text.replace("&", "&&"));
        item.addListener(SWT.Selection, event -> action.run());
        return item;
    }

    static MenuItem separator(Menu menu) {
        return new MenuItem(menu, SWT.SEPARATOR);
    }
}
