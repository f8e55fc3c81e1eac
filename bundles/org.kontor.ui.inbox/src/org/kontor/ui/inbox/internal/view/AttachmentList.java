package org.kontor.ui.inbox.internal.view;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.SWTException;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.jspecify.annotations.Nullable;
import org.kontor.api.conversation.Attachment;
import org.kontor.api.conversation.Message;
import org.kontor.ui.api.theme.Token;
import org.kontor.ui.common.access.Names;
import org.kontor.ui.common.file.FileChooser;
import org.kontor.ui.common.look.Grid;
import org.kontor.ui.common.look.Icon;
import org.kontor.ui.common.look.TypeStyle;
import org.kontor.ui.common.widget.ActionButton;

/** The attachments of a message. Nothing is fetched before the reader asks for it. */
final class AttachmentList extends Composite {
    private static final int SHOWN_WIDTH = 420;
    private static final long MOST_SHOWN = 8_000_000;

    private final Kit kit;
    private @Nullable Message message;
    private List<Attachment> attachments = List.of();

    AttachmentList(Composite parent, Kit kit) {
        super(parent, SWT.NONE);
        this.kit = kit;
        Card.plain(this);
        setLayout(Grid.tight(1));
        kit.look().onChange(this, this::fill);
    }

    void show(Message of, List<Attachment> all) {
        Message before = message;
        if (!same(all, attachments) || before == null || !before.id().equals(of.id())) {
            message = of;
            attachments = all;
            fill();
        }
    }

    /** Whether they look the same; that content is kept now must not take away the picture it shows. */
    private static boolean same(List<Attachment> one, List<Attachment> other) {
        return one.stream()
                .map(AttachmentList::face)
                .toList()
                .equals(other.stream().map(AttachmentList::face).toList());
    }

    private static Attachment face(Attachment of) {
        return new Attachment(of.id(), of.locator(), of.name(), of.mediaType(), of.size(), of.description(), null);
    }

    private void fill() {
        for (Control row : getChildren()) {
            row.dispose();
        }
        Message of = message;
        if (of != null) {
            attachments.forEach(attachment -> row(of, attachment));
        }
    }

    private void row(Message of, Attachment attachment) {
        Long size = attachment.size();
        boolean picture = image(attachment) && (size == null || size <= MOST_SHOWN);
        Composite row = Card.box(this, picture ? 4 : 3);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(row);
        Label icon = Card.plain(new Label(row, SWT.NONE));
        icon.setImage(kit.look().icon(image(attachment) ? Icon.IMAGE : Icon.FILE, 16, Token.TEXT_QUIET));
        String amount =
                size == null ? attachment.mediaType() : kit.words().numbers().bytes(size);
        Names.name(icon, kit.words().fill(kit.texts().attachment_name, attachment.name(), amount));
        Label name = Card.plain(new Label(row, SWT.NONE));
        name.setFont(kit.look().font(TypeStyle.SMALL));
        name.setText((attachment.name() + " \u00b7 " + amount).replace("&", "&&"));
        String description = attachment.description();
        if (description != null) {
            name.setToolTipText(description.replace("&", "&&"));
        }
        GridDataFactory.fillDefaults()
                .align(SWT.FILL, SWT.CENTER)
                .grab(true, false)
                .hint(60, SWT.DEFAULT)
                .applyTo(name);
        Label place = Card.plain(new Label(this, SWT.WRAP));
        hide(place, true);
        if (picture) {
            ActionButton show =
                    new ActionButton(row, kit.look(), ActionButton.Kind.QUIET, kit.texts().attachment_open_show);
            show.action(() -> load(of, attachment, place, bytes -> picture(place, bytes)));
        }
        ActionButton save = new ActionButton(row, kit.look(), ActionButton.Kind.QUIET, kit.texts().attachment_save);
        Names.id(save, "message.attachment.save");
        save.action(() -> save(of, attachment, place));
    }

    private static boolean image(Attachment attachment) {
        return switch (attachment.mediaType()) {
            case "image/png", "image/jpeg", "image/gif" -> true;
            default -> false;
        };
    }

    /** What is handed to the one who wanted it, still on the worker. */
    private interface Use {
        Runnable of(byte[] bytes);
    }

    private void load(Message of, Attachment attachment, Label place, Use use) {
        say(place, kit.texts().attachment_loading, Token.TEXT_QUIET);
        kit.outside()
                .<Runnable>work(
                        attachment.name(),
                        () -> use.of(kit.outside().fetch(of, attachment)),
                        shown -> {
                            if (!place.isDisposed()) {
                                shown.run();
                            }
                        },
                        fault -> {
                            if (!place.isDisposed()) {
                                String why = fault instanceof Outside.CannotFetch
                                        ? String.valueOf(fault.getMessage())
                                        : fault.getClass().getSimpleName();
                                say(
                                        place,
                                        kit.words().fill(kit.texts().attachment_failed, attachment.name(), why),
                                        Token.OVER);
                            }
                        });
    }

    private Runnable picture(Label place, byte[] bytes) {
        try {
            ImageData data = new ImageData(new ByteArrayInputStream(bytes));
            float zoom = Math.min(1f, SHOWN_WIDTH / (float) data.width);
            ImageData fitting =
                    zoom < 1 ? data.scaledTo(SHOWN_WIDTH, Math.max(1, Math.round(data.height * zoom))) : data;
            return () -> {
                Image image = new Image(place.getDisplay(), fitting);
                place.setText("");
                place.setImage(image);
                place.addListener(SWT.Dispose, event -> image.dispose());
                hide(place, false);
                place.requestLayout();
            };
        } catch (SWTException notPicture) {
            throw new Outside.CannotFetch(String.valueOf(notPicture.getMessage()));
        }
    }

    private void save(Message of, Attachment attachment, Label place) {
        kit.files()
                .save(getShell(), attachment.name(), FileChooser.Kind.ANY)
                .ifPresent(file -> load(of, attachment, place, bytes -> write(file, bytes, place)));
    }

    private Runnable write(Path file, byte[] bytes, Label place) {
        try {
            Files.write(file, bytes);
            return () -> say(
                    place,
                    kit.words().fill(kit.texts().attachment_saved, String.valueOf(file.getFileName())),
                    Token.TEXT_QUIET);
        } catch (IOException | UncheckedIOException unwritable) {
            throw new Outside.CannotFetch(
                    kit.words().fill(kit.texts().attachment_written, String.valueOf(unwritable.getMessage())));
        }
    }

    private void say(Label place, String words, Token ink) {
        place.setFont(kit.look().font(TypeStyle.SMALL));
        place.setForeground(kit.look().color(ink));
        Card.ink(place, ink);
        place.setText(words.replace("&", "&&"));
        hide(place, false);
        place.requestLayout();
    }

    private static void hide(Label place, boolean hidden) {
        GridDataFactory.fillDefaults().grab(true, false).exclude(hidden).applyTo(place);
        place.setVisible(!hidden);
    }
}
