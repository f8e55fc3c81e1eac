package org.kontor.ui.inbox.internal.view;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.ScrolledComposite;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Link;
import org.jspecify.annotations.Nullable;
import org.kontor.api.access.User;
import org.kontor.api.conversation.Conversation;
import org.kontor.api.conversation.Note;
import org.kontor.api.conversation.Profile;
import org.kontor.api.store.ConversationRef;
import org.kontor.ui.api.side.SideModel;
import org.kontor.ui.common.access.Names;
import org.kontor.ui.common.look.Css;
import org.kontor.ui.common.look.Grid;
import org.kontor.ui.common.look.Icon;
import org.kontor.ui.common.look.TypeStyle;
import org.kontor.ui.common.widget.Avatar;
import org.kontor.ui.common.widget.EmptyState;
import org.kontor.ui.common.widget.Texts;
import org.kontor.ui.inbox.internal.model.CustomerModel;
import org.kontor.ui.inbox.internal.model.Sections;

/** The person's card: who he is elsewhere, what he wrote before, what colleagues noted, what plug-ins know. */
public final class CustomerView extends Composite {
    private static final int MOST_LINES = 20;

    private final Kit kit;
    private final ScrolledComposite scroll;
    private final Composite content;
    private final EmptyState empty;
    private final Head head;
    private final CardLines<Profile> known;
    private final CardLines<Conversation> others;
    private final Label noOthers;
    private final Link moreOthers;
    /** What plug-ins tell. */
    private final Composite told;

    private final CardLines<Note> notes;
    private final Label noNotes;
    private CustomerModel.@Nullable Card filled;
    private List<Sections.Part> filledParts = List.of();
    private boolean planned;
    private final org.eclipse.swt.custom.StackLayout stack = new org.eclipse.swt.custom.StackLayout();

    public CustomerView(Composite parent, Kit kit) {
        super(parent, SWT.NONE);
        this.kit = kit;
        setLayout(stack);
        scroll = new ScrolledComposite(this, SWT.V_SCROLL);
        Names.id(scroll, "inbox.customer");
        content = new Composite(scroll, SWT.NONE);
        content.setLayout(Grid.layout(1, Grid.DOUBLE));
        Names.name(content, kit.texts().card_name);
        scroll.setContent(content);
        scroll.setExpandHorizontal(true);
        scroll.setShowFocusedControl(true);
        scroll.addListener(SWT.Resize, event -> fit());
        head = new Head(content, kit);
        Composite profiles = section(content, kit.texts().card_known);
        known = new CardLines<>(() -> profile(profiles));
        Composite conversations = section(content, kit.texts().card_others);
        noOthers = quiet(conversations, kit.texts().card_others_none);
        Composite listed = lines(conversations);
        others = new CardLines<>(() -> other(listed));
        moreOthers = more(conversations);
        told = new Composite(content, SWT.NONE);
        told.setLayout(Grid.layout(1, 0));
        GridDataFactory.fillDefaults().grab(true, false).exclude(true).applyTo(told);
        told.setVisible(false);
        Composite written = section(content, kit.texts().card_notes);
        noNotes = quiet(written, kit.texts().card_notes_none);
        notes = new CardLines<>(() -> note(written));
        empty = new EmptyState(this, kit.look());
        empty.show(Icon.USER, kit.texts().card_empty);
        stack.topControl = empty;
        Kit.hear(this, kit.models().customer().listeners(), model -> plan());
        Kit.hear(this, kit.models().customer().sections().listeners(), sections -> plan());
        fill();
    }

    /** A conversation that opens tells of several changes at once: the card is made once for all of them. */
    private void plan() {
        if (!planned) {
            planned = true;
            getDisplay().asyncExec(() -> {
                planned = false;
                if (!isDisposed()) {
                    fill();
                }
            });
        }
    }

    private void fill() {
        CustomerModel.Card card = kit.models().customer().card();
        List<Sections.Part> parts = kit.models().customer().sections().parts();
        if (Objects.equals(card, filled) && parts.equals(filledParts) && stack.topControl != null) {
            return;
        }
        filled = card;
        setRedraw(false);
        try {
            if (card != null) {
                head.show(card);
                known.show(card.person().known());
                List<Conversation> conversations = card.person().others();
                others.show(conversations);
                CardLines.present(noOthers, conversations.isEmpty());
                CardLines.present(moreOthers, card.person().more());
                notes.show(card.notes());
                CardLines.present(noNotes, card.notes().isEmpty());
                tell(parts);
            }
            Control shown = card == null ? empty : scroll;
            if (stack.topControl != shown) {
                stack.topControl = shown;
                layout();
            }
            fit();
        } finally {
            setRedraw(true);
        }
    }

    private void fit() {
        int width = scroll.getClientArea().width;
        if (width > 0) {
            Point size = content.computeSize(width, SWT.DEFAULT);
            content.setSize(width, size.y);
            // A part of it may have other widgets and its old size.
            content.layout(false, true);
        }
    }

    private Composite section(Composite parent, String title) {
        Label heading = Texts.heading(parent, kit.look(), title);
        GridDataFactory.fillDefaults().indent(0, Grid.UNIT).applyTo(heading);
        Composite section = new Composite(parent, SWT.NONE);
        section.setLayout(Grid.tight(2));
        GridDataFactory.fillDefaults().grab(true, false).applyTo(section);
        return section;
    }

    /** A place of its own for lines that something stands below. */
    private Composite lines(Composite section) {
        Composite lines = new Composite(section, SWT.NONE);
        lines.setLayout(Grid.tight(2));
        GridDataFactory.fillDefaults().span(2, 1).grab(true, false).applyTo(lines);
        return lines;
    }

    private Label quiet(Composite section, String words) {
        Label label = Css.set(new Label(section, SWT.WRAP), Css.QUIET);
        label.setFont(kit.look().font(TypeStyle.SMALL));
        label.setText(words.replace("&", "&&"));
        // The card is narrow: with a hint the label asks for the height of two lines rather than for one long line.
        GridDataFactory.fillDefaults()
                .span(2, 1)
                .grab(true, false)
                .hint(180, SWT.DEFAULT)
                .applyTo(label);
        return label;
    }

    private Link more(Composite section) {
        Link more = new Link(section, SWT.NONE);
        more.setText("<a>" + kit.texts().card_more + "</a>");
        more.addListener(SWT.Selection, event -> {
            CustomerModel.Card card = filled;
            if (card != null) {
                kit.models().inbox().search(card.name());
            }
        });
        GridDataFactory.fillDefaults().span(2, 1).applyTo(more);
        return more;
    }

    // -- lines

    private CardLines.Line<Profile> profile(Composite section) {
        Label left = Texts.quiet(section, kit.look(), "");
        GridDataFactory.swtDefaults().align(SWT.BEGINNING, SWT.BEGINNING).applyTo(left);
        CardLink right = value(section, false);
        return profile -> {
            if (profile != null) {
                left.setText(label(kit.outside().channel(profile.channel())));
                right.show(profile.handle());
            }
            CardLines.present(left, profile != null);
            CardLines.present(right, profile != null);
        };
    }

    private CardLines.Line<Conversation> other(Composite section) {
        Label when = quiet(section, "");
        Jump link = new Jump(section);
        GridDataFactory.fillDefaults().span(2, 1).grab(true, false).applyTo(link.widget);
        link.widget.leftBound();
        return other -> {
            if (other != null) {
                when.setText(label(kit.words().times().relative(other.lastActivity()) + " \u00b7 "
                        + kit.outside().channel(other.channel())));
                link.to(kit.words().words(other), ConversationRef.of(other));
            }
            CardLines.present(when, other != null);
            CardLines.present(link.widget, other != null);
        };
    }

    private CardLines.Line<Note> note(Composite section) {
        Label by = quiet(section, "");
        Label text = Texts.body(section, kit.look(), "");
        GridDataFactory.fillDefaults()
                .span(2, 1)
                .grab(true, false)
                .hint(120, SWT.DEFAULT)
                .applyTo(text);
        return note -> {
            CustomerModel.Card card = filled;
            if (note != null && card != null) {
                User author = card.directory().user(note.author());
                String who = author == null ? kit.texts().note_unknown : author.initials();
                by.setText(label(who + " \u00b7 " + kit.words().times().relative(note.at())));
                text.setText(label(note.text()));
            }
            CardLines.present(by, note != null);
            CardLines.present(text, note != null);
        };
    }

    // -- what plug-ins tell

    private void tell(List<Sections.Part> parts) {
        if (!parts.equals(filledParts)) {
            filledParts = parts;
            for (Control each : told.getChildren()) {
                each.dispose();
            }
            parts.forEach(this::tell);
            CardLines.present(told, !parts.isEmpty());
        }
    }

    private void tell(Sections.Part part) {
        switch (part) {
            case Sections.Part.Said said -> {
                Composite section = section(told, said.model().title());
                said.model().lines().stream().limit(MOST_LINES).forEach(line -> line(section, line));
            }
            case Sections.Part.LeftOut out -> {
                Label label = Texts.body(told, kit.look(), new LeftOut(kit).says(out.trouble()));
                Css.set(label, Css.WARN);
                Link again = Names.id(new Link(told, SWT.NONE), "customer.again");
                again.setText("<a>" + kit.texts().plugin_again + "</a>");
                again.addListener(
                        SWT.Selection,
                        event -> kit.models().customer().sections().tryAgain(out));
            }
        }
    }

    /** A quiet label at the left, the value at the right; a line that opens something is a link. */
    private void line(Composite section, SideModel.Line line) {
        boolean plain = line.opens() == null && line.runs() == null;
        boolean labelled = !plain || !line.label().isBlank();
        if (labelled) {
            Label left = Texts.quiet(section, kit.look(), line.label());
            GridDataFactory.swtDefaults().align(SWT.BEGINNING, SWT.BEGINNING).applyTo(left);
        }
        ConversationRef opens = line.opens();
        SideModel.Run runs = line.runs();
        if (opens != null) {
            new Jump(section).to(line.value(), opens);
        } else if (runs != null) {
            CardLink link = Names.id(value(section, true), "customer.run." + line.label());
            link.show(line.value());
            link.onActivate(() -> kit.outside().command(runs.command(), runs.parameters()));
        } else {
            // What is only read shows all its words, below each other where the card is narrow.
            Label text = Texts.body(section, kit.look(), line.value());
            GridDataFactory.fillDefaults()
                    .span(labelled ? 1 : 2, 1)
                    .grab(true, false)
                    .hint(60, SWT.DEFAULT)
                    .applyTo(text);
        }
    }

    private CardLink value(Composite section, boolean active) {
        CardLink value = new CardLink(section, kit.look(), active);
        GridDataFactory.fillDefaults()
                .align(SWT.FILL, SWT.BEGINNING)
                .grab(true, false)
                .hint(60, SWT.DEFAULT)
                .applyTo(value);
        return value;
    }

    private static String label(String words) {
        return words.replace("&", "&&");
    }

    /** A value that leads to a conversation. */
    private final class Jump {
        private final CardLink widget;
        private @Nullable ConversationRef target;

        Jump(Composite section) {
            widget = value(section, true);
            widget.onActivate(() -> {
                ConversationRef opens = target;
                if (opens != null) {
                    kit.models().inbox().open(opens);
                }
            });
        }

        void to(String words, ConversationRef opens) {
            target = opens;
            widget.show(words);
            Names.id(
                    widget,
                    "customer.other." + Long.toString(opens.id().value(), 36).toLowerCase(Locale.ROOT));
        }
    }

    /** Who it is: his initials, his name, whose customer. */
    private static final class Head {
        private final Avatar avatar;
        private final Label name;
        private final Label brand;

        Head(Composite parent, Kit kit) {
            Composite row = new Composite(parent, SWT.NONE);
            row.setLayout(Grid.tight(2));
            GridDataFactory.fillDefaults().grab(true, false).applyTo(row);
            avatar = new Avatar(row, kit.look(), 44);
            GridDataFactory.swtDefaults().span(1, 2).applyTo(avatar);
            // A long name takes a second line rather than lose its end.
            name = new Label(row, SWT.WRAP);
            name.setFont(kit.look().font(TypeStyle.STRONG));
            GridDataFactory.fillDefaults()
                    .align(SWT.FILL, SWT.END)
                    .grab(true, true)
                    .hint(80, SWT.DEFAULT)
                    .applyTo(name);
            brand = Texts.quiet(row, kit.look(), "");
            GridDataFactory.fillDefaults()
                    .align(SWT.FILL, SWT.BEGINNING)
                    .grab(true, true)
                    .hint(80, SWT.DEFAULT)
                    .applyTo(brand);
        }

        void show(CustomerModel.Card card) {
            String who = card.name().isBlank() ? "\u2013" : card.name();
            avatar.show(who, card.brand().colour(), null);
            name.setText(label(who));
            name.setToolTipText(label(who));
            brand.setText(label(card.brand().name()));
        }
    }
}
