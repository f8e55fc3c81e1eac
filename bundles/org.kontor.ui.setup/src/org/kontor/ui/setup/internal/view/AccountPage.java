package org.kontor.ui.setup.internal.view;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.jspecify.annotations.Nullable;
import org.kontor.api.account.Account;
import org.kontor.api.account.Brand;
import org.kontor.ui.common.access.Names;
import org.kontor.ui.common.fault.FaultText;
import org.kontor.ui.common.look.Css;
import org.kontor.ui.common.look.Grid;
import org.kontor.ui.common.look.Icon;
import org.kontor.ui.common.widget.ActionButton;
import org.kontor.ui.common.widget.Banner;
import org.kontor.ui.common.widget.Card;
import org.kontor.ui.common.widget.Chip;
import org.kontor.ui.common.widget.Field;
import org.kontor.ui.common.widget.Texts;
import org.kontor.ui.setup.internal.model.AccountEditor;
import org.kontor.ui.setup.internal.model.AccountFacts;
import org.kontor.ui.setup.internal.model.ConnectionTest;
import org.kontor.ui.setup.internal.model.ConnectorWords;
import org.kontor.ui.setup.internal.model.HealthSign;
import org.kontor.ui.setup.internal.model.Mnemonics;
import org.kontor.ui.setup.internal.model.Notice;

/** The page of an account: settings at the left, how it is doing at the right. */
final class AccountPage extends Page {
    private static final int SIDE = 300;

    private final AccountEditor editor;
    private final InstantSource clock;
    private final AccountFacts facts;
    private final ActionButton test;
    private final ActionButton pause;
    private final Chip sign;
    private final List<Label[]> factRows = new ArrayList<>();
    private final Composite factCard;
    private final Card testCard;
    private final Field name;
    private final Remark nameRemark;
    private final @Nullable SettingsForm settings;

    AccountPage(Composite parent, Desk desk, AccountEditor editor, InstantSource clock) {
        super(parent, desk);
        this.editor = editor;
        this.clock = clock;
        facts = new AccountFacts(desk.messages(), desk.times());
        test = button("account.test", "account.test", Icon.CHECK_ALL, editor::runTest);
        button("account.receive", "account.receive", Icon.REFRESH, editor::receiveNow);
        pause = button("account.pause", "account.pause", Icon.PAUSE, editor::toggleActive);

        Composite columns = Css.set(new Composite(body(), SWT.NONE), Css.CANVAS);
        GridLayout layout = Grid.tight(2);
        layout.horizontalSpacing = Grid.DOUBLE;
        columns.setLayout(layout);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(columns);
        Composite left = column(columns, true);
        Composite right = column(columns, false);

        testCard = new Card(left, desk.look(), desk.text("account.test.heading"));
        new TestPanel(testCard, desk, editor.test(), editor::runTest);

        Card card = new Card(left, desk.look(), desk.text("account.settings"));
        Mnemonics mnemonics = new Mnemonics("");
        Composite head = new Composite(card, SWT.NONE);
        FormRows.layout(head);
        FormRows.label(head, desk.look(), mnemonics.mark(desk.text("account.name")) + "\u00a0*");
        Composite cell = FormRows.cell(head);
        name = new Field(cell, desk.look(), SWT.SINGLE, desk.text("form.required", desk.text("account.name")));
        name.setLayoutData(FormRows.stretch(SWT.DEFAULT));
        Names.id(name.text(), "account.name");
        name.text().addListener(SWT.Modify, e -> editor.setName(name.text().getText()));
        nameRemark = new Remark(cell, desk.look());
        settings = editor.words().isPresent() ? new SettingsForm(card, desk, editor.form(), mnemonics) : null;
        if (settings == null) {
            Texts.body(
                    card,
                    desk.look(),
                    desk.text("account.noConnector", editor.account().channel().name()));
        }

        Card health = new Card(right, desk.look(), desk.text("account.health"));
        sign = new Chip(health, desk.look(), false);
        factCard = new Composite(health, SWT.NONE);
        factCard.setLayout(Grid.tight(2));
        GridDataFactory.fillDefaults().grab(true, false).applyTo(factCard);
        history(right);
        refresh();
        shape();
    }

    private ActionButton button(String key, String id, Icon icon, Runnable action) {
        ActionButton button = new ActionButton(buttons(), desk().look(), ActionButton.Kind.PLAIN, desk().text(key))
                .icon(icon)
                .action(action);
        Names.id(button, id);
        return button;
    }

    private static Composite column(Composite columns, boolean wide) {
        Composite column = Css.set(new Composite(columns, SWT.NONE), Css.CANVAS);
        GridLayout layout = Grid.tight(1);
        layout.verticalSpacing = Grid.DOUBLE;
        column.setLayout(layout);
        GridData data = new GridData(SWT.FILL, SWT.BEGINNING, wide, false);
        data.widthHint = wide ? 360 : SIDE;
        column.setLayoutData(data);
        return column;
    }

    private void history(Composite column) {
        Card card = new Card(column, desk().look(), desk().text("account.history"));
        Instant from = editor.account().workFrom();
        Texts.body(
                card,
                desk().look(),
                desk().text("account.history.from", desk().times().date(from)));
        Label why = Texts.body(card, desk().look(), desk().text("account.history.why"));
        Css.set(why, Css.QUIET);
    }

    @Override
    void refresh() {
        Account account = editor.account();
        String channel = editor.words()
                .map(ConnectorWords::name)
                .orElse(account.channel().name());
        head(
                account.name(),
                editor.brand().map(Brand::name).map(b -> channel + " · " + b).orElse(channel));
        test.setEnabled(editor.canTest());
        pause.setText(desk().text(account.active() ? "account.pause" : "account.goOn"));
        pause.setEnabled(!editor.busy());
        pause.icon(account.active() ? Icon.PAUSE : Icon.PLAY);
        if (!name.text().getText().equals(editor.name())) {
            name.text().setText(editor.name());
        }
        Optional<String> wrong = editor.nameProblem().map(p -> p.text(desk().messages()));
        name.setWrong(wrong.isPresent());
        nameRemark.show(
                wrong.isPresent() ? Remark.Kind.WRONG : Remark.Kind.HINT,
                wrong.orElse(desk().text("account.name.hint")));
        health(account);
        shout();
        boolean tests = editor.test().state() != ConnectionTest.State.NONE;
        if (testCard.getVisible() != tests || ((GridData) testCard.getLayoutData()).exclude == tests) {
            ((GridData) testCard.getLayoutData()).exclude = !tests;
            testCard.setVisible(tests);
            testCard.requestLayout();
        }
    }

    private void health(Account account) {
        HealthSign now = editor.sign();
        sign.show(
                desk().text("sign." + now),
                switch (now) {
                    case OK -> Chip.Kind.OK;
                    case STARTING, PAUSED -> Chip.Kind.PLAIN;
                    case ENDING, WARNING -> Chip.Kind.WARN;
                    case BROKEN -> Chip.Kind.OVER;
                });
        List<AccountFacts.Fact> lines = facts.of(account, editor.status(), editor.late(), clock.instant());
        while (factRows.size() > lines.size()) {
            Label[] row = factRows.removeLast();
            row[0].dispose();
            row[1].dispose();
        }
        for (int i = 0; i < lines.size(); i++) {
            AccountFacts.Fact fact = lines.get(i);
            if (i >= factRows.size()) {
                Label[] row = pair(factCard, desk(), fact.label());
                row[1].setAlignment(SWT.RIGHT);
                factRows.add(row);
            }
            set(factRows.get(i)[0], fact.label());
            set(factRows.get(i)[1], fact.value());
            factRows.get(i)[1].setToolTipText(fact.exact());
        }
    }

    /** News of what was just done stand before the fault that the account has had for a while. */
    private void shout() {
        Optional<FaultText> fault = editor.fault().filter(f -> editor.account().active());
        Optional<Notice> notice = editor.notice();
        if (notice.isPresent()) {
            notice(notice.get());
        } else if (fault.isPresent()) {
            String detail = fault.get().detail();
            banner().show(
                            editor.sign() == HealthSign.BROKEN ? Banner.Kind.ERROR : Banner.Kind.WARNING,
                            fault.get().sentences()
                                    + (detail.isBlank() ? "" : "\n" + desk().text("fault.detail", detail)));
        } else {
            banner().hide();
        }
    }

    @Override
    void save() {
        editor.save();
        SettingsForm form = settings;
        if (form != null && editor.dirty() && !editor.busy()) {
            form.focus();
        }
    }

    @Override
    void focus() {
        name.setFocus();
    }
}
