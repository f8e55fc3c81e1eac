package org.kontor.ui.setup.internal.view;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableItem;
import org.kontor.api.access.User;
import org.kontor.api.audit.AuditAction;
import org.kontor.api.audit.AuditSubject;
import org.kontor.api.id.BrandId;
import org.kontor.ui.api.theme.Token;
import org.kontor.ui.common.access.Names;
import org.kontor.ui.common.file.FileChooser;
import org.kontor.ui.common.look.Grid;
import org.kontor.ui.common.look.Icon;
import org.kontor.ui.common.look.TypeStyle;
import org.kontor.ui.common.row.RowPainter;
import org.kontor.ui.common.widget.ActionButton;
import org.kontor.ui.common.widget.Card;
import org.kontor.ui.common.widget.ProgressLine;
import org.kontor.ui.common.widget.Texts;
import org.kontor.ui.setup.internal.model.Node;
import org.kontor.ui.setup.internal.model.TrailModel;

/** The audit trail of a brand: who did what, newest first, and whether the trail is whole. */
final class TrailPage extends Page {
    private static final String LINE = "line";
    private static final int TALL = 360;
    private static final int CHOICE = 240;

    private final TrailModel model;
    private final BiConsumer<BrandId, AuditSubject> show;
    private final Combo action;
    private final Combo person;
    private final List<User> people = new ArrayList<>();
    private final Table table;
    private final Label empty;
    private final ActionButton more;
    private final Label details;
    private final ActionButton open;
    private final ActionButton check;
    private final ProgressLine progress;
    private List<TrailModel.Line> shown = List.of();

    TrailPage(
            Composite parent,
            Desk desk,
            TrailModel model,
            Consumer<Node> choose,
            BiConsumer<BrandId, AuditSubject> show) {
        super(parent, desk);
        this.model = model;
        this.show = show;
        check = button(buttons(), "trail.check", Icon.CHECK_ALL, this::check);
        button(buttons(), "trail.export", Icon.DOWNLOAD, this::export);
        button(
                buttons(),
                "trail.back",
                Icon.BACK,
                () -> choose.accept(new Node.OfBrand(model.brand().id())));
        progress = new ProgressLine(body(), desk.look());
        GridDataFactory.fillDefaults().grab(true, false).exclude(true).applyTo(progress);
        progress.setVisible(false);

        Card card = new Card(body(), desk.look(), "");
        Composite filters = new Composite(card, SWT.NONE);
        GridLayout row = Grid.tight(2);
        row.horizontalSpacing = Grid.UNIT;
        filters.setLayout(row);
        action = combo(filters, "trail.filter.action");
        action.add(desk.text("trail.filter.action"));
        for (AuditAction each : AuditAction.values()) {
            action.add(model.name(each));
        }
        action.select(0);
        person = combo(filters, "trail.filter.person");
        person.add(desk.text("trail.filter.person"));
        person.select(0);

        table = new Table(card, SWT.SINGLE | SWT.FULL_SELECTION | SWT.V_SCROLL);
        GridDataFactory.fillDefaults().grab(true, false).hint(SWT.DEFAULT, TALL).applyTo(table);
        Names.name(table, desk.text("trail.title"));
        Names.id(table, "trail.list");
        RowPainter.install(table, desk.look(), 2, this::paint);
        table.getHorizontalBar().setVisible(false);
        table.addListener(SWT.Selection, e -> selected());
        table.addListener(SWT.DefaultSelection, e -> open());
        empty = Names.id(Texts.body(card, desk.look(), ""), "trail.empty");
        more = button(card, "trail.more", Icon.DOWN, model::loadMore);

        Card one = new Card(body(), desk.look(), desk.text("trail.details"));
        details = Names.id(Texts.body(one, desk.look(), desk.text("trail.choose")), "trail.details");
        open = button(one, "trail.open", Icon.FORWARD, this::open);
        open.setEnabled(false);
        model.show();
        refresh();
        shape();
    }

    private ActionButton button(Composite place, String key, Icon icon, Runnable run) {
        ActionButton button = new ActionButton(place, desk().look(), ActionButton.Kind.PLAIN, desk().text(key))
                .icon(icon)
                .action(run);
        return Names.id(button, key);
    }

    private Combo combo(Composite filters, String key) {
        Combo combo = new ComboFrame(filters, desk().look(), SWT.READ_ONLY, desk().text(key), CHOICE).combo();
        Names.id(combo, key);
        combo.addListener(SWT.Selection, e -> filter());
        return combo;
    }

    private void filter() {
        int what = action.getSelectionIndex();
        int who = person.getSelectionIndex();
        model.filter(
                what <= 0 ? null : AuditAction.values()[what - 1],
                who <= 0 ? null : people.get(who - 1).id());
    }

    private void check() {
        if (model.progress().isPresent()) {
            model.cancelCheck();
        } else {
            model.check();
        }
    }

    private void export() {
        desk().files()
                .save(getShell(), model.fileName(), FileChooser.Kind.of("csv"))
                .ifPresent(model::export);
    }

    private Optional<TrailModel.Line> chosen() {
        int at = table.getSelectionIndex();
        return at < 0 || at >= shown.size() ? Optional.empty() : Optional.of(shown.get(at));
    }

    private void selected() {
        set(details, chosen().map(line -> String.join("\n", withHead(line))).orElse(desk().text("trail.choose")));
        open.setEnabled(chosen().filter(TrailModel.Line::opens).isPresent());
        details.requestLayout();
    }

    private List<String> withHead(TrailModel.Line line) {
        List<String> all = new ArrayList<>(List.of(desk().text("trail.head", line.what(), line.who(), line.when())));
        if (!line.about().isEmpty()) {
            all.add(desk().text("trail.about", line.about()));
        }
        all.addAll(line.details());
        return all;
    }

    private void open() {
        chosen().filter(TrailModel.Line::opens)
                .ifPresent(
                        line -> show.accept(line.entry().brand(), line.entry().subject()));
    }

    @Override
    void refresh() {
        head(model.brand().name(), desk().text("trail.title"));
        model.notice().ifPresentOrElse(this::notice, () -> banner().hide());
        Optional<Double> share = model.progress();
        check.setText(desk().text(share.isPresent() ? "trail.check.stop" : "trail.check"));
        share.ifPresent(done -> progress.show(done, desk().text("trail.checking")));
        reveal(progress, share.isPresent());
        people();
        List<TrailModel.Line> lines = model.lines();
        if (!lines.equals(shown)) {
            Optional<TrailModel.Line> before = chosen();
            shown = lines;
            table.setItemCount(lines.size());
            for (int i = 0; i < lines.size(); i++) {
                table.getItem(i).setData(LINE, lines.get(i));
                table.getItem(i).setText(lines.get(i).spoken());
            }
            int again = before.map(lines::indexOf).orElse(-1);
            if (again < 0) {
                table.deselectAll();
            } else {
                table.setSelection(again);
            }
            selected();
            table.redraw();
        }
        boolean none = model.loaded() && lines.isEmpty();
        set(empty, none ? desk().text(model.filtered() ? "trail.none" : "trail.empty") : "");
        reveal(empty, none);
        reveal(table, !none);
        reveal(more, model.more());
    }

    private void people() {
        if (!people.equals(model.users())) {
            people.clear();
            people.addAll(model.users());
            int at = person.getSelectionIndex();
            person.remove(1, person.getItemCount() - 1);
            people.forEach(user -> person.add(user.name()));
            person.select(Math.min(at, people.size()));
        }
    }

    private static void reveal(Control control, boolean visible) {
        if (control.getLayoutData() instanceof GridData data && data.exclude == visible) {
            data.exclude = !visible;
            control.setVisible(visible);
            control.requestLayout();
        }
    }

    private void paint(org.kontor.ui.common.row.Row row, TableItem item) {
        if (!(item.getData(LINE) instanceof TrailModel.Line line)) {
            return;
        }
        row.icon(icon(line.entry().action()), Token.TEXT_QUIET);
        var first = row.line(0);
        first.right(line.when(), TypeStyle.SMALL, Token.TEXT_QUIET);
        first.left(
                line.about().isEmpty() ? line.what() : line.what() + " · " + line.about(),
                TypeStyle.STRONG,
                Token.TEXT);
        List<String> words = new ArrayList<>(List.of(line.who()));
        line.details().forEach(detail -> words.add(detail.lines().findFirst().orElse("")));
        row.line(1).left(String.join(" · ", words), TypeStyle.SMALL, Token.TEXT_QUIET);
    }

    private static Icon icon(AuditAction action) {
        return switch (action) {
            case REPLY, CONFIRM_SENT -> Icon.REPLY;
            case RETRY, SEND_AGAIN -> Icon.SEND;
            case TAKE_BACK, UNDO -> Icon.UNDO;
            case GIVE_UP -> Icon.CLOSE;
            case ASSIGN -> Icon.ASSIGN;
            case SNOOZE -> Icon.SNOOZE;
            case RESOLVE -> Icon.DONE;
            case IGNORE -> Icon.IGNORE;
            case REOPEN -> Icon.INBOX;
            case NOTE -> Icon.NOTE;
            case CASE -> Icon.FLAG;
            case BRAND -> Icon.CLIENT;
            case ACCOUNT -> Icon.CHANNEL;
            case POLICY -> Icon.CLOCK;
            case PLUGIN -> Icon.PLUGIN;
            case RECOUNT -> Icon.REFRESH;
        };
    }

    @Override
    void focus() {
        table.setFocus();
    }
}
