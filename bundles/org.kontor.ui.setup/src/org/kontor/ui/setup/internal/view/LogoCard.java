package org.kontor.ui.setup.internal.view;

import java.io.ByteArrayInputStream;
import java.util.List;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.SWTException;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Composite;
import org.jspecify.annotations.Nullable;
import org.kontor.ui.api.theme.Token;
import org.kontor.ui.common.access.Names;
import org.kontor.ui.common.file.FileChooser;
import org.kontor.ui.common.look.Css;
import org.kontor.ui.common.look.Grid;
import org.kontor.ui.common.look.Icon;
import org.kontor.ui.common.widget.ActionButton;
import org.kontor.ui.common.widget.Card;
import org.kontor.ui.common.widget.Drawn;
import org.kontor.ui.common.widget.Texts;
import org.kontor.ui.setup.internal.model.LogoEditor;

/** The picture at the head of a brand's reports: how it looks, another one, none. */
final class LogoCard extends Card {
    private final LogoEditor editor;
    private final Preview preview;
    private final ActionButton choose;
    private final ActionButton remove;
    private final Remark remark;

    LogoCard(Composite parent, Desk desk, LogoEditor editor) {
        super(parent, desk.look(), desk.text("logo.title"));
        this.editor = editor;
        Css.set(Texts.body(this, desk.look(), desk.text("logo.sentence")), Css.QUIET, Css.SURFACE);
        Composite row = Css.set(new Composite(this, SWT.NONE), Css.SURFACE);
        row.setLayout(Grid.tight(3));
        preview = new Preview(row, desk);
        choose = new ActionButton(row, desk.look(), ActionButton.Kind.PLAIN, desk.text("logo.choose"))
                .icon(Icon.IMAGE)
                .action(() -> choose(desk));
        Names.id(choose, "brand.logo.choose");
        remove = new ActionButton(row, desk.look(), ActionButton.Kind.QUIET, desk.text("logo.remove"))
                .icon(Icon.DELETE)
                .action(editor::remove);
        Names.id(remove, "brand.logo.remove");
        remark = new Remark(this, desk.look());
        editor.show();
    }

    private void choose(Desk desk) {
        FileChooser.Kind pictures = new FileChooser.Kind(desk.text("logo.files"), List.of("png", "jpg", "jpeg"));
        desk.files().open(getShell(), desk.text("logo.title"), pictures).ifPresent(editor::choose);
    }

    void refresh() {
        preview.show(editor.picture().orElse(null));
        choose.setEnabled(!editor.busy());
        remove.setEnabled(!editor.busy() && editor.picture().isPresent());
        remark.show(editor.wrong() ? Remark.Kind.WRONG : Remark.Kind.GOOD, editor.remark());
    }

    /** The logo as it stands on paper, which is white in every theme. */
    private static final class Preview extends Drawn {
        private static final int WIDTH = 220;
        private static final int HEIGHT = 72;

        private final String none;
        private final String name;
        private byte @Nullable [] bytes;
        private @Nullable Image image;

        private Preview(Composite parent, Desk desk) {
            super(parent, desk.look(), false);
            none = desk.text("logo.none");
            name = desk.text("logo.title");
            speak(none);
            addListener(SWT.Dispose, e -> forget());
            GridDataFactory.swtDefaults().hint(WIDTH, HEIGHT).applyTo(this);
        }

        private void forget() {
            Image old = image;
            if (old != null) {
                old.dispose();
                image = null;
            }
        }

        private void show(byte @Nullable [] now) {
            if (now == bytes) {
                return;
            }
            forget();
            bytes = now;
            if (now != null) {
                try {
                    image = new Image(getDisplay(), new ByteArrayInputStream(now));
                } catch (SWTException unreadable) {
                    // Pictures are drawn anew before they are kept; one that is damaged all the same shows as none.
                    image = null;
                }
            }
            speak(image == null ? none : name);
            redraw();
        }

        @Override
        public Point computeSize(int wHint, int hHint, boolean changed) {
            return new Point(WIDTH, HEIGHT);
        }

        @Override
        protected void draw(GC gc, Rectangle area) {
            Image shown = image;
            gc.setBackground(
                    shown == null ? look().color(Token.CANVAS) : getDisplay().getSystemColor(SWT.COLOR_WHITE));
            int arc = 2 * Grid.CORNER;
            gc.fillRoundRectangle(0, 0, area.width - 1, area.height - 1, arc, arc);
            gc.setForeground(look().color(Token.LINE));
            gc.drawRoundRectangle(0, 0, area.width - 1, area.height - 1, arc, arc);
            if (shown == null) {
                gc.setForeground(look().color(Token.TEXT_QUIET));
                Point extent = gc.textExtent(none);
                gc.drawText(none, (area.width - extent.x) / 2, (area.height - extent.y) / 2, SWT.DRAW_TRANSPARENT);
                return;
            }
            Rectangle whole = shown.getBounds();
            double part = Math.min(
                    1,
                    Math.min(
                            (area.width - 2.0 * Grid.UNIT) / whole.width,
                            (area.height - 2.0 * Grid.UNIT) / whole.height));
            int width = Math.max(1, (int) (whole.width * part));
            int height = Math.max(1, (int) (whole.height * part));
            gc.setInterpolation(SWT.HIGH);
            gc.drawImage(
                    shown,
                    0,
                    0,
                    whole.width,
                    whole.height,
                    (area.width - width) / 2,
                    (area.height - height) / 2,
                    width,
                    height);
        }
    }
}
