package org.kontor.ui.inbox.internal.view;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.layout.RowLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.layout.RowData;
import org.eclipse.swt.layout.RowLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.jspecify.annotations.Nullable;
import org.kontor.api.conversation.Message;
import org.kontor.api.desk.Replies;
import org.kontor.ui.api.theme.Token;
import org.kontor.ui.common.access.Names;
import org.kontor.ui.common.format.Keys;
import org.kontor.ui.common.look.Css;
import org.kontor.ui.common.look.Grid;
import org.kontor.ui.common.look.Icon;
import org.kontor.ui.common.look.TypeStyle;
import org.kontor.ui.common.widget.ActionButton;
import org.kontor.ui.common.widget.Avatar;
import org.kontor.ui.common.widget.Banner;
import org.kontor.ui.inbox.internal.model.Opened;
import org.kontor.ui.inbox.internal.model.ReplyModel;
import org.kontor.ui.inbox.internal.model.ReplyRules;
import org.kontor.ui.inbox.internal.model.Trouble;
import org.kontor.ui.inbox.internal.model.WriteMode;

/** Where the agent writes: always at the same place, in the colours of the brand he writes for. */
final class ReplyView extends Composite {
    private final Kit kit;
    private final ReplyModel model;
    private final Avatar brand;
    private final Label as;
    private final ModeChips modes;
    private final Label answering;
    private final CopyFields copies;
    private final Editor editor;
    private final AttachedFiles files;
    private final CheckStrip checks;
    private final Label hint;
    private final Banner banner;
    private final ActionButton attach;
    private final ActionButton quote;
    private final ActionButton showCopies;
    private final ActionButton send;

    /** @param leave called by Escape: the list gets the focus */
    ReplyView(Composite parent, Kit kit, Runnable leave) {
        super(parent, SWT.NONE);
        this.kit = kit;
        model = kit.models().reply();
        setLayout(GridLayoutFactory.fillDefaults()
                .margins(0, Grid.UNIT)
                .extendedMargins(Grid.DOUBLE, Grid.DOUBLE, 0, 0)
                .spacing(Grid.UNIT, Grid.UNIT)
                .create());
        addListener(SWT.Paint, this::edge);
        Composite head = new Composite(this, SWT.NONE);
        RowLayout flow = RowLayoutFactory.fillDefaults().spacing(12).wrap(true).create();
        flow.center = true;
        flow.marginLeft = 0;
        head.setLayout(flow);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(head);
        Composite whose = new Composite(head, SWT.NONE);
        whose.setLayout(Grid.tight(2));
        brand = new Avatar(whose, kit.look(), 24);
        as = new Label(whose, SWT.NONE);
        as.setFont(kit.look().font(TypeStyle.SMALL_STRONG));
        modes = new ModeChips(head, kit);
        answering = Css.set(new Label(this, SWT.NONE), Css.QUIET);
        answering.setFont(kit.look().font(TypeStyle.SMALL));
        banner = new Banner(this, kit.look());
        copies = new CopyFields(this, kit);
        editor = new Editor(this, kit, model::send, leave);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(editor);
        files = new AttachedFiles(this, kit);
        checks = new CheckStrip(this, kit, model.checks(), editor::reveal);
        Composite foot = row(2);
        hint = Css.set(new Label(foot, SWT.NONE), Css.QUIET);
        hint.setFont(kit.look().font(TypeStyle.SMALL));
        GridDataFactory.fillDefaults()
                .align(SWT.FILL, SWT.CENTER)
                .grab(true, false)
                .hint(40, SWT.DEFAULT)
                .applyTo(hint);
        Composite buttons = new Composite(foot, SWT.NONE);
        RowLayout side = RowLayoutFactory.fillDefaults().spacing(Grid.UNIT).create();
        side.marginRight = 0;
        buttons.setLayout(side);
        showCopies = button(buttons, ActionButton.Kind.QUIET, kit.texts().reply_copies, "reply.copies");
        showCopies.action(() -> {
            copies.open();
            fill();
        });
        quote = button(buttons, ActionButton.Kind.QUIET, kit.texts().reply_quote, "reply.quote");
        quote.action(this::quote);
        attach = button(buttons, ActionButton.Kind.PLAIN, kit.texts().reply_attach, "reply.attach")
                .icon(Icon.ATTACH);
        attach.action(this::chooseFiles);
        send = button(buttons, ActionButton.Kind.PRIMARY, kit.texts().reply_send, "reply.send")
                .key(Keys.of(kit.words().locale()).text("M1+CR"));
        send.action(model::send);
        FileDrop.on(this, model::attach);
        Kit.hear(this, model.listeners(), this::heard);
        Kit.hear(this, model.checks().listeners(), said -> fill());
        Kit.hear(this, kit.models().journal().listeners(), journal -> fill());
        heard(ReplyModel.Event.REPLACED);
        fill();
    }

    @Override
    public boolean setFocus() {
        return !editor.isDisposed() && editor.setFocus();
    }

    private Composite row(int columns) {
        Composite row = new Composite(this, SWT.NONE);
        row.setLayout(Grid.tight(columns));
        GridDataFactory.fillDefaults().grab(true, false).applyTo(row);
        return row;
    }

    private ActionButton button(Composite parent, ActionButton.Kind kind, String text, String id) {
        return Names.id(new ActionButton(parent, kit.look(), kind, text), id);
    }

    /** The brand's colour along the whole area, as on its rows. */
    private void edge(Event event) {
        Opened opened = model.opened();
        if (opened != null) {
            GC gc = event.gc;
            gc.setBackground(kit.look().color(opened.brand().colour()));
            gc.fillRectangle(0, 0, Grid.EDGE, getClientArea().height);
        }
    }

    private void heard(ReplyModel.Event event) {
        switch (event) {
            case REPLACED -> {
                editor.replace(model.text());
                copies.replace();
            }
            case CHANGED -> fill();
        }
    }

    private void fill() {
        Opened opened = model.opened();
        if (opened == null) {
            return;
        }
        WriteMode mode = model.mode();
        brand.show(opened.brand().name(), opened.brand().colour(), null);
        as.setText(label(kit.words().fill(kit.texts().reply_as, opened.brand().name())));
        modes.show(model.modes(), mode);
        boolean note = mode == WriteMode.NOTE;
        Message answers = model.answers();
        boolean picked = !note && answers != null && model.chose();
        answering.setText(
                picked && answers != null
                        ? label(kit.words()
                                .fill(
                                        kit.texts().reply_answering,
                                        answers.authorName(),
                                        kit.words().times().relative(answers.publishedAt())))
                        : "");
        GridDataFactory.fillDefaults().grab(true, false).exclude(!picked).applyTo(answering);
        answering.setVisible(picked);
        editor.show(mode, !model.sending(), limitsFor(mode), model.signature());
        files.show(model.attachments());
        checks.fill();
        boolean mail = opened.mail() && !note;
        present(showCopies, mail && !copies.shown());
        copies.offer(mail);
        present(quote, mail && answers != null);
        present(attach, model.takesAttachments());
        ReplyRules.Problem problem = model.problem();
        send.setText(kit.words().send(mode));
        send.setEnabled(problem == null);
        hint(opened, problem);
        tellTrouble();
        layout(true, true);
        getParent().layout();
        redraw();
    }

    private List<org.kontor.api.channel.TextLimit> limitsFor(WriteMode mode) {
        ReplyRules rules = model.rules();
        return rules == null ? List.of() : rules.limits(mode);
    }

    private void hint(Opened opened, ReplyRules.@Nullable Problem problem) {
        int over = model.counts().stream()
                .mapToInt(count -> count.used() - count.max())
                .max()
                .orElse(0);
        String wrong = problem == null
                ? null
                : kit.words()
                        .problem(
                                problem,
                                kit.outside().channel(opened.conversation().channel()),
                                model.badAddress(),
                                over);
        String said = wrong != null ? wrong : model.sending() ? kit.texts().reply_sending : "";
        hint.setText(label(said));
        hint.setToolTipText(said.isEmpty() ? null : label(said));
        // The strip above says which check; a screen reader and a pointer find it at the button too.
        send.setToolTipText(
                problem == ReplyRules.Problem.CHECK_STOPPED ? model.checks().stop() : wrong);
        Css.set(hint, wrong == null ? Css.QUIET : Css.OVER);
        hint.setForeground(kit.look().color(wrong == null ? Token.TEXT_QUIET : Token.OVER));
    }

    /** Why it was not taken, which files were not, whether what is typed is safe. */
    private void tellTrouble() {
        List<String> all = new ArrayList<>();
        Replies.Outcome.Refused refused = model.refused();
        if (refused != null) {
            all.add(kit.words().refused(refused));
        }
        model.refusedFiles().forEach(file -> all.add(new AttachedFiles.Says(kit).refused(file, model.rules())));
        Trouble trouble = kit.models().journal().trouble();
        if (trouble != null) {
            all.add(kit.words().fill(kit.texts().reply_draft_failed, kit.words().trouble(trouble)));
        }
        String now = String.join("\n", all);
        if (now.isEmpty()) {
            banner.hide();
        } else if (!now.equals(Names.of(banner)) || !banner.getVisible()) {
            banner.show(refused == null && trouble == null ? Banner.Kind.WARNING : Banner.Kind.ERROR, now);
        }
    }

    private void quote() {
        Message answers = model.answers();
        if (answers != null) {
            String lead = kit.words()
                    .fill(
                            kit.texts().reply_quote_line,
                            kit.words().times().exact(answers.publishedAt()),
                            answers.authorName());
            editor.append(model.quote(lead));
        }
    }

    private void chooseFiles() {
        List<Path> chosen = kit.files().openSeveral(getShell(), kit.texts().reply_attach_title);
        if (!chosen.isEmpty()) {
            model.attach(chosen);
        }
    }

    private static void present(ActionButton button, boolean shown) {
        RowData data = new RowData();
        data.exclude = !shown;
        button.setLayoutData(data);
        button.setVisible(shown);
    }

    private static String label(String text) {
        return text.replace("&", "&&");
    }
}
