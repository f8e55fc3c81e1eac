package org.kontor.ui.setup.internal.view;

import java.time.InstantSource;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StackLayout;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.jspecify.annotations.Nullable;
import org.kontor.api.audit.AuditSubject;
import org.kontor.api.id.BrandId;
import org.kontor.ui.api.theme.Token;
import org.kontor.ui.common.access.Names;
import org.kontor.ui.common.look.Css;
import org.kontor.ui.common.look.Grid;
import org.kontor.ui.common.look.Icon;
import org.kontor.ui.common.widget.ActionButton;
import org.kontor.ui.common.widget.EmptyState;
import org.kontor.ui.common.widget.Rule;
import org.kontor.ui.common.widget.Texts;
import org.kontor.ui.setup.internal.model.AccountEditor;
import org.kontor.ui.setup.internal.model.BrandEditor;
import org.kontor.ui.setup.internal.model.NetworkEditor;
import org.kontor.ui.setup.internal.model.Node;
import org.kontor.ui.setup.internal.model.PolicyEditor;
import org.kontor.ui.setup.internal.model.SetupModel;
import org.kontor.ui.setup.internal.model.TeamEditor;

/** The set-up perspective: the list at the left, the page of what is chosen at the right, below it what saves. */
public final class SetupView extends Composite {
    private static final int LIST = 320;
    private static final int SECOND = 1000;

    private final Desk desk;
    private final SetupModel model;
    private final InstantSource clock;
    private final Ways ways;
    private final SetupList list;
    private final Composite right;
    private final Composite pages;
    private final EmptyState empty;
    private final Composite bar;
    private final Label unsaved;
    private final ActionButton save;
    private final ActionButton revert;
    private @Nullable Page page;
    private @Nullable Node shown;

    /** Leads out of the perspective. */
    public interface Ways {
        /** For a new brand with its first account. */
        void addBrand();

        /** For a further account of a brand. */
        void addAccount(BrandId brand);

        /** Shows a conversation of a brand or a case where it is worked on. */
        void show(BrandId brand, AuditSubject subject);
    }

    public SetupView(Composite parent, Desk desk, SetupModel model, InstantSource clock, Ways ways) {
        super(parent, SWT.NONE);
        Css.set(this, Css.SURFACE);
        this.desk = desk;
        this.model = model;
        this.clock = clock;
        this.ways = ways;
        GridLayout layout = Grid.tight(3);
        layout.horizontalSpacing = 0;
        setLayout(layout);
        list = new SetupList(this, desk, model, ways::addBrand);
        GridDataFactory.fillDefaults().grab(false, true).hint(LIST, SWT.DEFAULT).applyTo(list);
        Rule rule = new Rule(this, desk.look());
        GridData edge = new GridData(SWT.CENTER, SWT.FILL, false, true);
        edge.widthHint = 1;
        rule.setLayoutData(edge);
        rule.setGround(Token.LINE);
        right = new Composite(this, SWT.NONE);
        GridLayout below = Grid.tight(1);
        below.verticalSpacing = 0;
        right.setLayout(below);
        right.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
        pages = Css.set(new Composite(right, SWT.NONE), Css.CANVAS);
        pages.setLayout(new StackLayout());
        pages.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
        empty = new EmptyState(pages, desk.look()).onCanvas();
        Css.set(empty, Css.CANVAS);
        bar = new Composite(right, SWT.NONE);
        unsaved = bar();
        revert = button(ActionButton.Kind.PLAIN, "form.revert", "setup.revert", this::revert);
        save = button(ActionButton.Kind.PRIMARY, "form.save", "setup.save", this::save);
        Runnable leave = model.onChange(this::refresh);
        addListener(SWT.Dispose, e -> leave.run());
        refresh();
        follow();
    }

    private Label bar() {
        bar.setLayout(Grid.layout(4, Grid.UNIT));
        GridDataFactory.fillDefaults().grab(true, false).applyTo(bar);
        Label label = Texts.quiet(bar, desk.look(), "");
        GridDataFactory.fillDefaults()
                .grab(true, false)
                .align(SWT.FILL, SWT.CENTER)
                .indent(Grid.DOUBLE, 0)
                .applyTo(label);
        return label;
    }

    private ActionButton button(ActionButton.Kind kind, String key, String id, Runnable action) {
        ActionButton button = new ActionButton(bar, desk.look(), kind, desk.text(key)).action(action);
        Names.id(button, id);
        return button;
    }

    /** Times go on and the store is followed while the perspective shows. */
    private void follow() {
        getDisplay().timerExec(SECOND, () -> {
            if (!isDisposed()) {
                if (isVisible()) {
                    model.tick();
                    Page open = page;
                    if (open != null) {
                        open.refresh();
                    }
                }
                follow();
            }
        });
    }

    /** Puts the cursor into the list. Not {@code setFocus}: SWT calls that while the view goes, too. */
    public void focus() {
        list.focus();
    }

    /** Keeps what stands in the form that is open. */
    public void save() {
        Page open = page;
        if (open != null) {
            open.save();
        }
    }

    private void revert() {
        editor().ifPresent(Editor::revert);
    }

    private void refresh() {
        if (isDisposed()) {
            return;
        }
        list.refresh();
        Node wanted = model.selected().filter(this::exists).orElse(null);
        Page open = page;
        if (open == null || !Objects.equals(wanted, shown)) {
            show(wanted);
        } else {
            open.refresh();
        }
        saveBar();
    }

    private boolean exists(Node node) {
        return switch (node) {
            case Node.OfClient client -> model.snapshot().client(client.id()).isPresent();
            case Node.OfBrand brand -> model.snapshot().brand(brand.id()).isPresent();
            case Node.OfPolicy policy -> model.snapshot().brand(policy.brand()).isPresent();
            case Node.OfTrail trail -> model.snapshot().brand(trail.brand()).isPresent();
            case Node.OfAccount account ->
                model.snapshot().account(account.id()).isPresent();
            case Node.OfPlace place ->
                switch (place.place()) {
                    case SECRETS -> true;
                    case NETWORK -> model.networkEditor().isPresent();
                    case TEAM -> model.teamEditor().isPresent();
                };
        };
    }

    private void show(@Nullable Node node) {
        Page before = page;
        shown = node;
        page = node == null ? null : create(node);
        Page now = page;
        ((StackLayout) pages.getLayout()).topControl = now == null ? empty : now;
        if (now == null) {
            sayEmpty();
        }
        pages.layout();
        if (before != null) {
            before.dispose();
        }
    }

    private Page create(Node node) {
        Consumer<Node> open = model::select;
        return switch (node) {
            case Node.OfClient client ->
                new ClientPage(pages, desk, client.id(), model::snapshot, ways::addBrand, open);
            case Node.OfBrand brand ->
                new BrandPage(
                        pages,
                        desk,
                        model.brandEditor(brand.id()).orElseThrow(),
                        account -> desk.text("sign." + model.sign(account)),
                        () -> model.policyEditor(brand.id())
                                .map(PolicyEditor::meaning)
                                .orElse(""),
                        model.balance(brand.id()).orElseThrow(),
                        ways::addAccount,
                        open);
            case Node.OfPolicy policy ->
                new PolicyPage(pages, desk, model.policyEditor(policy.brand()).orElseThrow(), open);
            case Node.OfTrail trail ->
                new TrailPage(pages, desk, model.trail(trail.brand()).orElseThrow(), open, ways::show);
            case Node.OfAccount account ->
                new AccountPage(pages, desk, model.accountEditor(account.id()).orElseThrow(), clock);
            case Node.OfPlace place ->
                switch (place.place()) {
                    case SECRETS -> new SecretsPage(pages, desk, model::keyHome);
                    case NETWORK ->
                        new NetworkPage(pages, desk, model.networkEditor().orElseThrow());
                    case TEAM -> new TeamPage(pages, desk, model.teamEditor().orElseThrow());
                };
        };
    }

    private void sayEmpty() {
        if (!model.failure().isEmpty()) {
            empty.show(Icon.PROBLEM, model.failure(), desk.text("load.again"), model::reload);
        } else if (model.isLoaded() && model.snapshot().brands().isEmpty()) {
            empty.show(Icon.CLIENT, desk.text("setup.empty"), desk.text("command.addBrand"), ways::addBrand);
        } else if (model.isLoaded()) {
            empty.show(Icon.LIST, desk.text("setup.choose"));
        }
    }

    // -- saving

    /** What the bar needs of the editors of both kinds. */
    private record Editor(boolean dirty, boolean canSave, Runnable revertAction) {
        void revert() {
            revertAction.run();
        }
    }

    private Optional<Editor> editor() {
        return switch (shown) {
            case Node.OfBrand brand -> model.brandEditor(brand.id()).map(SetupView::of);
            case Node.OfPolicy policy -> model.policyEditor(policy.brand()).map(SetupView::of);
            case Node.OfAccount account -> model.accountEditor(account.id()).map(SetupView::of);
            case Node.OfPlace place
            when place.place() == Node.Place.NETWORK -> model.networkEditor().map(SetupView::of);
            case Node.OfPlace place
            when place.place() == Node.Place.TEAM -> model.teamEditor().map(SetupView::of);
            case null, default -> Optional.empty();
        };
    }

    private static Editor of(BrandEditor e) {
        return new Editor(e.form().dirty(), e.canSave(), e::revert);
    }

    private static Editor of(PolicyEditor e) {
        return new Editor(e.dirty(), e.canSave(), e::revert);
    }

    private static Editor of(AccountEditor e) {
        return new Editor(e.dirty(), e.canSave(), e::revert);
    }

    private static Editor of(NetworkEditor e) {
        return new Editor(e.dirty(), e.canSave(), e::revert);
    }

    private static Editor of(TeamEditor e) {
        return new Editor(e.dirty(), e.canSave(), e::revert);
    }

    private void saveBar() {
        Optional<Editor> editor = editor();
        boolean there = editor.isPresent();
        GridData data = (GridData) bar.getLayoutData();
        if (data.exclude == there) {
            data.exclude = !there;
            bar.setVisible(there);
            right.layout(true, true);
        }
        save.setEnabled(editor.filter(Editor::canSave).isPresent());
        revert.setEnabled(editor.filter(Editor::dirty).isPresent());
        Page.set(unsaved, editor.filter(Editor::dirty).isPresent() ? desk.text("form.unsaved") : "");
    }
}
