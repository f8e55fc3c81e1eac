package org.kontor.ui.setup.internal.wizard;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.jspecify.annotations.Nullable;
import org.kontor.ui.common.look.Css;
import org.kontor.ui.common.look.Grid;
import org.kontor.ui.common.widget.Texts;
import org.kontor.ui.setup.internal.model.ConnectionTest;
import org.kontor.ui.setup.internal.model.ConnectorWords;
import org.kontor.ui.setup.internal.model.NewAccountModel;
import org.kontor.ui.setup.internal.view.Desk;
import org.kontor.ui.setup.internal.view.Remark;
import org.kontor.ui.setup.internal.view.TestPanel;

/** Page 4: what will be kept, and whether it works. */
final class TestStep implements Step {
    private final Desk desk;
    private final NewAccountModel model;
    private @Nullable Remark warning;

    TestStep(Desk desk, NewAccountModel model) {
        this.desk = desk;
        this.model = model;
    }

    @Override
    public void create(Composite parent) {
        Composite summary = new Composite(parent, SWT.NONE);
        summary.setLayout(Grid.tight(1));
        GridDataFactory.fillDefaults().grab(true, false).applyTo(summary);
        String channel = model.words().map(ConnectorWords::name).orElse("");
        Css.set(
                Texts.body(
                        summary,
                        desk.look(),
                        desk.text("test.summary", model.accountName(), channel, model.brandName())),
                Css.QUIET);
        new TestPanel(parent, desk, model.test(), model::runTest);
        warning = new Remark(parent, desk.look());
        refresh();
    }

    @Override
    public void refresh() {
        Remark remark = warning;
        if (remark != null) {
            ConnectionTest.State state = model.test().state();
            boolean doubtful = switch (state) {
                case NONE, RUNNING, PASSED -> false;
                case CANCELLED, FAILED, BROKEN -> true;
            };
            remark.show(Remark.Kind.WARNING, doubtful ? desk.text("test.anyway") : "");
        }
    }

    @Override
    public void focus() {
        // The default button has what one wants next; there is nothing to type here.
    }
}
