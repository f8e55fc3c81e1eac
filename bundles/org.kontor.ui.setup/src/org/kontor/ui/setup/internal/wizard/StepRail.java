package org.kontor.ui.setup.internal.wizard;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.kontor.ui.api.theme.Token;
import org.kontor.ui.common.access.Names;
import org.kontor.ui.common.look.Css;
import org.kontor.ui.common.look.Grid;
import org.kontor.ui.common.look.Icon;
import org.kontor.ui.common.look.TypeStyle;
import org.kontor.ui.common.widget.Texts;
import org.kontor.ui.setup.internal.model.NewAccountModel.Page;
import org.kontor.ui.setup.internal.view.Desk;

/** The way at a glance: which steps there are, which are done, where one stands. */
final class StepRail extends Composite {
    private static final int SIGN = 16;

    private final Desk desk;
    private final List<Label> signs = new ArrayList<>();
    private final List<Label> names = new ArrayList<>();

    StepRail(Composite parent, Desk desk) {
        super(parent, SWT.NONE);
        this.desk = desk;
        Css.set(this, Css.CANVAS);
        setLayout(Grid.layout(2, Grid.TRIPLE));
        for (Page page : Page.values()) {
            Label sign = new Label(this, SWT.NONE);
            sign.setLayoutData(new GridData(SWT.CENTER, SWT.CENTER, false, false));
            ((GridData) sign.getLayoutData()).widthHint = SIGN;
            signs.add(sign);
            Label name = Texts.body(this, desk.look(), desk.text("step." + page + ".name"));
            GridDataFactory.fillDefaults()
                    .grab(true, false)
                    .align(SWT.FILL, SWT.CENTER)
                    .hint(80, SWT.DEFAULT)
                    .applyTo(name);
            names.add(name);
        }
    }

    void show(Page now) {
        for (Page page : Page.values()) {
            int order = Integer.compare(page.ordinal(), now.ordinal());
            Label sign = signs.get(page.ordinal());
            Label name = names.get(page.ordinal());
            Icon icon = order < 0 ? Icon.DONE : order == 0 ? Icon.RIGHT : Icon.MORE;
            Token ink = order < 0 ? Token.OK : order == 0 ? Token.ACCENT : Token.TEXT_QUIET;
            sign.setImage(desk.look().icon(icon, SIGN, ink));
            Names.name(sign, desk.text(order < 0 ? "step.done" : order == 0 ? "step.here" : "step.ahead"));
            name.setFont(desk.look().font(order == 0 ? TypeStyle.STRONG : TypeStyle.TEXT));
        }
        layout(true, true);
    }
}
