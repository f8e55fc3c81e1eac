package org.kontor.ui.setup.internal.view;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.kontor.api.account.Account;
import org.kontor.api.id.BrandId;
import org.kontor.ui.common.access.Names;
import org.kontor.ui.common.look.Grid;
import org.kontor.ui.common.look.Icon;
import org.kontor.ui.common.widget.ActionButton;
import org.kontor.ui.common.widget.Banner;
import org.kontor.ui.common.widget.Card;
import org.kontor.ui.common.widget.Texts;
import org.kontor.ui.setup.internal.model.BalanceModel;
import org.kontor.ui.setup.internal.model.BrandEditor;
import org.kontor.ui.setup.internal.model.Mnemonics;
import org.kontor.ui.setup.internal.model.Node;

/** The page of a brand: how it looks, its logo, what it promises, and which accounts it has. */
final class BrandPage extends Page {
    private final BrandEditor editor;
    private final BalanceModel balance;
    private final Banner alarm;
    private final ActionButton count;
    private List<String> alarmed = List.of();
    private final BrandFields fields;
    private final LogoCard logo;
    private final Label meaning;
    private final Card accounts;
    private final Composite list;
    private final Consumer<Node> open;
    private final Function<Account, String> state;
    private final Supplier<String> promise;
    private Map<Account, String> shown = Map.of();
    private boolean filled;

    /**
     * @param state how an account is doing, in words
     * @param balance whether its numbers are right
     * @param promise what is promised, in plain words
     * @param addAccount opens the wizard for this brand
     */
    BrandPage(
            Composite parent,
            Desk desk,
            BrandEditor editor,
            Function<Account, String> state,
            Supplier<String> promise,
            BalanceModel balance,
            Consumer<BrandId> addAccount,
            Consumer<Node> open) {
        super(parent, desk);
        this.editor = editor;
        this.open = open;
        this.state = state;
        this.promise = promise;
        this.balance = balance;
        ActionButton add = new ActionButton(
                        buttons(), desk.look(), ActionButton.Kind.PLAIN, desk.text("command.addAccount"))
                .icon(Icon.ADD)
                .action(() -> addAccount.accept(editor.id()));
        Names.id(add, "brand.addAccount");
        alarm = Names.id(new Banner(body(), desk.look()), "balance.alarm");
        Card card = new Card(body(), desk.look(), "");
        fields = new BrandFields(card, desk, editor.form(), new Mnemonics(""));
        logo = new LogoCard(body(), desk, editor.logo());
        Card promised = new Card(body(), desk.look(), desk.text("policy.title"));
        meaning = Texts.body(promised, desk.look(), "");
        ActionButton change = new ActionButton(
                        promised, desk.look(), ActionButton.Kind.PLAIN, desk.text("policy.change"))
                .icon(Icon.CLOCK)
                .action(() -> open.accept(new Node.OfPolicy(editor.id())));
        Names.id(change, "brand.policy");
        Card told = new Card(body(), desk.look(), desk.text("trail.title"));
        Texts.body(told, desk.look(), desk.text("trail.sentence"));
        ActionButton trail = new ActionButton(told, desk.look(), ActionButton.Kind.PLAIN, desk.text("trail.show"))
                .icon(Icon.LOG)
                .action(() -> open.accept(new Node.OfTrail(editor.id())));
        Names.id(trail, "brand.trail");
        Card numbers = new Card(body(), desk.look(), desk.text("balance.title"));
        Texts.body(numbers, desk.look(), desk.text("balance.sentence"));
        count = new ActionButton(numbers, desk.look(), ActionButton.Kind.PLAIN, desk.text("balance.check"))
                .icon(Icon.CHECK_ALL)
                .action(balance::check);
        Names.id(count, "balance.check");
        accounts = new Card(body(), desk.look(), desk.text("brand.accounts"));
        list = new Composite(accounts, SWT.NONE);
        list.setLayout(Grid.tight(1));
        GridDataFactory.fillDefaults().grab(true, false).applyTo(list);
        refresh();
        shape();
    }

    @Override
    void refresh() {
        head(editor.brand().name(), editor.client());
        editor.notice().or(balance::notice).ifPresentOrElse(this::notice, () -> banner().hide());
        count.setEnabled(!balance.busy());
        alarm();
        logo.refresh();
        String means = promise.get();
        set(meaning, means.isEmpty() ? desk().text("policy.means.unclear") : means);
        Map<Account, String> now = new LinkedHashMap<>();
        editor.snapshot().accountsOf(editor.id()).forEach(account -> now.put(account, state.apply(account)));
        if (!filled || !now.equals(shown)) {
            filled = true;
            shown = now;
            clear(list);
            now.forEach(this::account);
            if (now.isEmpty()) {
                Texts.body(list, desk().look(), desk().text("brand.noAccount"));
            }
            accounts.layout(true, true);
        }
    }

    private void alarm() {
        List<String> now = balance.differences();
        if (!now.equals(alarmed)) {
            alarmed = now;
            if (now.isEmpty()) {
                alarm.hide();
            } else {
                alarm.show(Banner.Kind.ERROR, String.join("\n", now), desk().text("balance.recount"), balance::recount);
                // It stands at the head: whoever has scrolled down would miss it.
                setOrigin(0, 0);
            }
        }
    }

    private void account(Account account, String how) {
        String words = account.name() + " · " + how;
        ActionButton button = new ActionButton(list, desk().look(), ActionButton.Kind.QUIET, words)
                .icon(Icon.of(account.channel()))
                .action(() -> open.accept(new Node.OfAccount(account.id())));
        Names.id(button, "brand.account." + account.name());
    }

    @Override
    void save() {
        editor.save();
        Optional.of(editor.form()).filter(form -> !form.valid()).ifPresent(form -> fields.focus());
    }

    @Override
    void focus() {
        fields.focus();
    }
}
