package org.kontor.ui.setup.internal.view;

import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.kontor.ui.api.theme.Token;
import org.kontor.ui.common.access.Names;
import org.kontor.ui.common.look.Css;
import org.kontor.ui.common.look.Grid;
import org.kontor.ui.common.look.Icon;
import org.kontor.ui.common.look.Look;
import org.kontor.ui.common.look.TypeStyle;

/**
 * A sentence below a field: a hint, or what is wrong, with a sign before it so that it is not told by colour alone. Takes no
 * room while there is nothing to say; put it into a grid layout.
 */
public final class Remark extends Composite {
    /** How it is meant. */
    public enum Kind {
        HINT(Token.TEXT_QUIET, Icon.INFO),
        GOOD(Token.OK, Icon.CHECK),
        WARNING(Token.WARN, Icon.WARNING),
        WRONG(Token.OVER, Icon.PROBLEM);

        private final Token ink;
        private final Icon icon;

        Kind(Token ink, Icon icon) {
            this.ink = ink;
            this.icon = icon;
        }
    }

    private static final int SIGN = 12;

    private final Look look;
    private final Label sign;
    private final Label sentence;
    private Kind kind = Kind.HINT;
    private String shown = "";

    public Remark(Composite parent, Look look) {
        super(parent, SWT.NONE);
        Css.set(this, Css.SURFACE);
        this.look = look;
        setLayout(Grid.tight(2));
        setBackgroundMode(SWT.INHERIT_FORCE);
        sign = new Label(this, SWT.NONE);
        sign.setLayoutData(new GridData(SWT.BEGINNING, SWT.BEGINNING, false, false));
        sentence = new Label(this, SWT.WRAP);
        sentence.setFont(look.font(TypeStyle.SMALL));
        // Its colour says what it means and changes with that, so the CSS keeps its hands off.
        sentence.setData("org.eclipse.e4.ui.css.disabled", Boolean.TRUE);
        GridData wide = new GridData(SWT.FILL, SWT.BEGINNING, true, false);
        wide.widthHint = 160;
        sentence.setLayoutData(wide);
        GridData own = new GridData(SWT.FILL, SWT.BEGINNING, true, false);
        own.exclude = true;
        setLayoutData(own);
        setVisible(false);
        look.onChange(this, this::tint);
    }

    /** Says something; an empty sentence says nothing and takes no room. */
    public void show(Kind how, String words) {
        if (words.equals(shown) && how == kind) {
            return;
        }
        kind = how;
        shown = words;
        sentence.setText(words.replace("&", "&&"));
        Names.name(sign, words);
        boolean hint = how == Kind.HINT;
        ((GridData) sign.getLayoutData()).exclude = hint;
        sign.setVisible(!hint);
        ((GridData) getLayoutData()).exclude = words.isEmpty();
        setVisible(!words.isEmpty());
        tint();
        requestLayout();
    }

    private void tint() {
        sign.setImage(look.icon(kind.icon, SIGN, kind.ink));
        sentence.setForeground(look.color(kind.ink));
    }
}
