package org.kontor.ui.setup.internal.wizard;

import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.jface.dialogs.Dialog;
import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.ScrolledComposite;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.jspecify.annotations.Nullable;
import org.kontor.ui.common.access.Names;
import org.kontor.ui.common.look.Grid;
import org.kontor.ui.common.widget.Banner;
import org.kontor.ui.common.widget.DialogTexts;
import org.kontor.ui.common.widget.Rule;
import org.kontor.ui.common.widget.Texts;
import org.kontor.ui.setup.internal.model.ConnectionTest;
import org.kontor.ui.setup.internal.model.Mnemonics;
import org.kontor.ui.setup.internal.model.NewAccountModel;
import org.kontor.ui.setup.internal.model.NewAccountModel.Created;
import org.kontor.ui.setup.internal.model.NewAccountModel.Page;
import org.kontor.ui.setup.internal.view.Desk;

/**
 * The wizard that sets up a brand and an account: the way at the left, the page at the right, native buttons below with
 * their letters and the default one on Enter.
 */
public final class NewAccountDialog extends Dialog {
    private static final Point SIZE = new Point(920, 720);
    private static final int RAIL = 208;

    private final Desk desk;
    private final NewAccountModel model;
    private @Nullable Parts parts;
    private @Nullable Page shown;
    private @Nullable Step step;
    private @Nullable Created created;

    /** The widgets that stay while pages come and go. */
    private record Parts(
            StepRail rail, Label title, Label sentence, Banner banner, ScrolledComposite scroll, Composite page) {}

    public NewAccountDialog(@Nullable Shell parent, Desk desk, NewAccountModel model) {
        super(parent);
        this.desk = desk;
        this.model = model;
    }

    /** What was made; empty if the user gave up. */
    public Optional<Created> created() {
        return Optional.ofNullable(created);
    }

    @Override
    protected boolean isResizable() {
        return true;
    }

    @Override
    protected void configureShell(@Nullable Shell shell) {
        super.configureShell(shell);
        if (shell != null) {
            shell.setText(desk.text("command.addBrand"));
            Names.id(shell, "wizard");
            shell.setMinimumSize(640, 480);
        }
    }

    @Override
    protected Point getInitialSize() {
        return SIZE;
    }

    @Override
    protected Control createDialogArea(@Nullable Composite parent) {
        Composite area = new Composite(parent, SWT.NONE);
        GridLayout layout = Grid.tight(3);
        layout.horizontalSpacing = 0;
        layout.verticalSpacing = 0;
        area.setLayout(layout);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(area);
        StepRail rail = new StepRail(area, desk);
        GridDataFactory.fillDefaults().grab(false, true).hint(RAIL, SWT.DEFAULT).applyTo(rail);
        Rule rule = new Rule(area, desk.look());
        GridData edge = new GridData(SWT.CENTER, SWT.FILL, false, true);
        edge.widthHint = 1;
        rule.setLayoutData(edge);

        Composite right = new Composite(area, SWT.NONE);
        right.setLayout(Grid.layout(1, Grid.TRIPLE));
        GridDataFactory.fillDefaults().grab(true, true).applyTo(right);
        Label title = Texts.title(right, desk.look(), "");
        GridDataFactory.fillDefaults().grab(true, false).applyTo(title);
        Label sentence = Texts.body(right, desk.look(), "");
        Banner banner = new Banner(right, desk.look());
        ScrolledComposite scroll = new ScrolledComposite(right, SWT.V_SCROLL);
        scroll.setExpandHorizontal(true);
        scroll.setExpandVertical(true);
        scroll.setShowFocusedControl(true);
        GridDataFactory.fillDefaults().grab(true, true).indent(0, Grid.UNIT).applyTo(scroll);
        Composite page = new Composite(scroll, SWT.NONE);
        GridLayout column = Grid.tight(1);
        column.verticalSpacing = 12;
        // The scroll bar lies over the page where the system has it so.
        column.marginRight = 12;
        page.setLayout(column);
        scroll.setContent(page);
        scroll.addListener(SWT.Resize, e -> fit(scroll, page));
        parts = new Parts(rail, title, sentence, banner, scroll, page);
        GridDataFactory.fillDefaults().grab(true, false).span(3, 1).applyTo(new Rule(area, desk.look()));
        return area;
    }

    @Override
    protected void createButtonsForButtonBar(@Nullable Composite bar) {
        button(bar, IDialogConstants.CANCEL_ID, "");
        button(bar, IDialogConstants.BACK_ID, "");
        button(bar, IDialogConstants.NEXT_ID, "");
        button(bar, IDialogConstants.FINISH_ID, desk.text("wizard.finish"));
    }

    private void button(@Nullable Composite bar, int id, String text) {
        Button button = createButton(bar, id, text.isEmpty() ? DialogTexts.button(id, text) : text, false);
        Names.id(button, "wizard.button." + id);
    }

    @Override
    protected Control createContents(@Nullable Composite parent) {
        Control contents = super.createContents(parent);
        Runnable leave = model.onChange(this::refresh);
        contents.addListener(SWT.Dispose, e -> leave.run());
        refresh();
        return contents;
    }

    // -- pages

    private void refresh() {
        Parts here = parts;
        if (here == null || here.page().isDisposed()) {
            return;
        }
        if (model.loaded() && model.page() != shown) {
            turn(here, model.page());
        }
        Step now = step;
        if (now != null) {
            now.refresh();
        }
        if (model.failure().isEmpty()) {
            here.banner().hide();
        } else {
            here.banner().show(Banner.Kind.ERROR, model.failure());
        }
        buttons();
        fit(here.scroll(), here.page());
    }

    private void turn(Parts here, Page page) {
        shown = page;
        here.page().setRedraw(false);
        // The focus goes first: else SWT passes it on among widgets that are on their way out.
        here.scroll().forceFocus();
        for (Control child : here.page().getChildren()) {
            child.dispose();
        }
        here.rail().show(page);
        here.title().setText(desk.text("step." + page + ".title"));
        here.sentence().setText(desk.text("step." + page + ".sentence", model.brandName()));
        Step next = step(page);
        step = next;
        next.create(here.page());
        here.page().layout(true, true);
        here.page().setRedraw(true);
        here.title().getParent().layout(true, true);
        here.scroll().setOrigin(0, 0);
        next.focus();
    }

    private Step step(Page page) {
        Mnemonics mnemonics = new Mnemonics(desk.text("wizard.letters"));
        return switch (page) {
            case BRAND -> new BrandStep(desk, model, mnemonics);
            case CHANNEL -> new ChannelStep(desk, model);
            case SETTINGS -> new SettingsStep(desk, model, mnemonics);
            case TEST -> new TestStep(desk, model);
        };
    }

    private static void fit(ScrolledComposite scroll, Composite page) {
        int width = scroll.getClientArea().width;
        if (width > 0) {
            int height = page.computeSize(width, SWT.DEFAULT).y;
            if (scroll.getMinHeight() != height) {
                scroll.setMinHeight(height);
                page.layout(true, true);
            }
            scroll.getVerticalBar().setIncrement(Grid.TRIPLE);
        }
    }

    // -- buttons

    private void buttons() {
        Button back = getButton(IDialogConstants.BACK_ID);
        Button next = getButton(IDialogConstants.NEXT_ID);
        Button finish = getButton(IDialogConstants.FINISH_ID);
        if (back == null || next == null || finish == null) {
            return;
        }
        boolean last = model.page() == Page.TEST;
        show(next, !last);
        show(finish, last);
        back.setEnabled(model.canBack());
        next.setEnabled(model.canNext());
        finish.setEnabled(model.canFinish());
        boolean doubtful = last
                && model.test().state() != ConnectionTest.State.PASSED
                && model.test().state() != ConnectionTest.State.RUNNING;
        String words = desk.text(doubtful ? "wizard.anyway" : "wizard.finish");
        if (!finish.getText().equals(words)) {
            finish.setText(words);
            setButtonLayoutData(finish);
            finish.requestLayout();
        }
        Shell shell = getShell();
        if (shell != null) {
            // Enter mends what failed; keeping it all the same is a choice of one's own.
            shell.setDefaultButton(!last ? next : doubtful ? back : finish);
            shell.setText(desk.text(model.isNewBrand() ? "command.addBrand" : "command.addAccount"));
        }
    }

    /** The two that lead on share one place: only the one that makes sense is there. */
    private static void show(Button button, boolean now) {
        if (button.getLayoutData() instanceof GridData data && data.exclude == now) {
            data.exclude = !now;
            button.setVisible(now);
            Composite bar = button.getParent();
            // The columns are equally wide: one too many would leave a gap at the end.
            ((GridLayout) bar.getLayout()).numColumns = (int) Stream.of(bar.getChildren())
                    .filter(child -> child.getLayoutData() instanceof GridData each && !each.exclude)
                    .count();
            bar.getParent().layout(true, true);
        }
    }

    @Override
    protected void buttonPressed(int id) {
        switch (id) {
            case IDialogConstants.BACK_ID -> model.back();
            case IDialogConstants.NEXT_ID -> next();
            case IDialogConstants.FINISH_ID -> model.finish(this::done);
            default -> super.buttonPressed(id);
        }
    }

    private void next() {
        Page before = model.page();
        model.next();
        Step now = step;
        if (model.page() == before && now != null) {
            now.focus();
        }
    }

    private void done(Created made) {
        created = made;
        setReturnCode(OK);
        close();
    }

    @Override
    protected void cancelPressed() {
        if (mayLeave()) {
            super.cancelPressed();
        }
    }

    @Override
    protected void handleShellCloseEvent() {
        if (mayLeave()) {
            super.handleShellCloseEvent();
        }
    }

    @Override
    public boolean close() {
        model.test().cancel();
        return super.close();
    }

    /** Nothing typed is lost without a word. */
    private boolean mayLeave() {
        if (model.busy()) {
            return false;
        }
        if (!model.dirty()) {
            return true;
        }
        MessageDialog question = new MessageDialog(
                getShell(),
                desk.text("wizard.leave.title"),
                null,
                desk.text("wizard.leave"),
                MessageDialog.QUESTION,
                new String[] {desk.text("wizard.leave.stay"), desk.text("wizard.leave.go")},
                0);
        return question.open() == 1;
    }
}
