package org.kontor.ui.inbox.internal.view;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.kontor.ui.api.theme.Token;
import org.kontor.ui.common.access.Names;
import org.kontor.ui.common.look.Grid;
import org.kontor.ui.common.look.Icon;
import org.kontor.ui.common.look.TypeStyle;
import org.kontor.ui.common.widget.ActionButton;
import org.kontor.ui.common.widget.IconButton;
import org.kontor.ui.inbox.internal.model.Actions;
import org.kontor.ui.inbox.internal.model.Said;

/** Says what was just done and offers the way back. It lies over the end of the course, so that nothing moves for it. */
final class SayBar extends Card {
    private final Kit kit;
    private final Label icon;
    private final Label words;
    private final ActionButton undo;
    private Icon sign = Icon.CHECK;
    private Token ink = Token.OK;

    SayBar(Composite parent, Kit kit) {
        super(parent, kit.look());
        this.kit = kit;
        setLayout(GridLayoutFactory.fillDefaults()
                .numColumns(4)
                .margins(12, Grid.HALF)
                .spacing(Grid.UNIT, 0)
                .create());
        icon = plain(new Label(this, SWT.NONE));
        words = label(this, TypeStyle.TEXT, Token.TEXT, SWT.WRAP);
        GridDataFactory.swtDefaults()
                .align(SWT.FILL, SWT.CENTER)
                .grab(true, false)
                .applyTo(words);
        undo = Names.id(
                new ActionButton(this, kit.look(), ActionButton.Kind.PLAIN, kit.texts().undo).key("U"), "inbox.undo");
        undo.action(kit.models().actions()::undo);
        IconButton close = new IconButton(this, kit.look(), 24, Icon.CLOSE, kit.texts().original_cancel);
        close.onActivate(kit.models().actions()::hush);
        ground(Token.SURFACE, Token.EDGE);
        setVisible(false);
        Kit.hear(this, kit.models().actions().listeners(), this::show);
    }

    private void show(Actions actions) {
        Said said = actions.said();
        if (said == null) {
            setVisible(false);
            return;
        }
        boolean fine = said instanceof Said.Did || said instanceof Said.Undid undid && undid.back() == undid.of();
        sign = fine ? Icon.CHECK : said instanceof Said.Failed ? Icon.PROBLEM : Icon.INFO;
        ink = fine ? Token.OK : said instanceof Said.Failed ? Token.OVER : Token.WARN;
        words.setText(kit.words().said(said).replace("&", "&&"));
        Names.name(this, kit.words().said(said));
        boolean back = said instanceof Said.Did did && did.undoable() && did.count() > 0;
        undo.setVisible(back);
        GridDataFactory.swtDefaults().exclude(!back).applyTo(undo);
        tint();
        setVisible(true);
        moveAbove(null);
        getParent().layout();
    }

    @Override
    void tint() {
        super.tint();
        icon.setImage(kit.look().icon(sign, 16, ink));
        Names.name(icon, words.getText());
    }
}
