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
        filledParts = parts;
        setRedraw(false);
        try {
            for (Control each : content.getChildren()) {
                each.dispose();
            }
            if (card != null) {
                person(card);
                known(card);
                others(card);
                parts.forEach(this::section);
                notes(card);
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
            if (content.getSize().equals(new Point(width, size.y))) {
                content.layout();
            } else {
                content.setSize(width, size.y);
            }
        }
    }

    private void person(CustomerModel.Card card) {
        Composite row = new Composite(content, SWT.NONE);
        row.setLayout(Grid.tight(2));
        GridDataFactory.fillDefaults().grab(true, false).applyTo(row);
        Avatar avatar = new Avatar(row, kit.look(), 44);
        String name = card.name().isBlank() ? "\u2013" : card.name();
        avatar.show(name, card.brand().colour(), null);
        GridDataFactory.swtDefaults().span(1, 2).applyTo(avatar);
        Label title = Texts.heading(row, kit.look(), name);
        GridDataFactory.fillDefaults()
                .align(SWT.FILL, SWT.END)
                .grab(true, true)
                .hint(80, SWT.DEFAULT)
                .applyTo(title);
        Label brand = Texts.quiet(row, kit.look(), card.brand().name());
        GridDataFactory.fillDefaults()
                .align(SWT.FILL, SWT.BEGINNING)
                .grab(true, true)
                .hint(80, SWT.DEFAULT)
                .applyTo(brand);
    }

    private void known(CustomerModel.Card card) {
        Composite section = section(kit.texts().card_known);
        for (Profile profile : card.known()) {
            line(section, kit.outside().channel(profile.channel()), profile.handle(), null);
        }
    }

    private void others(CustomerModel.Card card) {
        Composite section = section(kit.texts().card_others);
        if (card.others().isEmpty()) {
            quiet(section, kit.texts().card_others_none);
        }
        for (Conversation other : card.others()) {
            String when = kit.words().times().relative(other.lastActivity()) + " \u00b7 "
                    + kit.outside().channel(other.channel());
            quiet(section, when);
            CardLink link = link(section, kit.words().words(other), ConversationRef.of(other));
            link.leftBound();
            GridDataFactory.fillDefaults().span(2, 1).grab(true, false).applyTo(link);
        }
        if (card.more()) {
            Link more = new Link(section, SWT.NONE);
            more.setText("<a>" + kit.texts().card_more + "</a>");
            more.addListener(SWT.Selection, event -> kit.models().inbox().search(card.name()));
            GridDataFactory.fillDefaults().span(2, 1).applyTo(more);
        }
    }

    private void notes(CustomerModel.Card card) {
        Composite section = section(kit.texts().card_notes);
        if (card.notes().isEmpty()) {
            quiet(section, kit.texts().card_notes_none);
        }
        for (Note note : card.notes()) {
            User author = card.directory().user(note.author());
            String by = author == null ? kit.texts().note_unknown : author.initials();
            quiet(section, by + " \u00b7 " + kit.words().times().relative(note.at()));
            Label text = Texts.body(section, kit.look(), note.text());
            GridDataFactory.fillDefaults()
                    .span(2, 1)
                    .grab(true, false)
                    .hint(120, SWT.DEFAULT)
                    .applyTo(text);
        }
    }

    private void section(Sections.Part part) {
        switch (part) {
            case Sections.Part.Said said -> {
                Composite section = section(said.model().title());
                said.model().lines().stream()
                        .limit(MOST_LINES)
                        .forEach(line -> line(section, line.label(), line.value(), line.opens()));
            }
            case Sections.Part.LeftOut out -> {
                Label label = Texts.body(content, kit.look(), new LeftOut(kit).says(out.trouble()));
                Css.set(label, Css.WARN);
                Link again = new Link(content, SWT.NONE);
                again.setText("<a>" + kit.texts().plugin_again + "</a>");
                again.addListener(
                        SWT.Selection,
                        event -> kit.models().customer().sections().tryAgain(out));
            }
        }
    }

    private Composite section(String title) {
        Label heading = Texts.heading(content, kit.look(), title);
        GridDataFactory.fillDefaults().indent(0, Grid.UNIT).applyTo(heading);
        Composite section = new Composite(content, SWT.NONE);
        section.setLayout(Grid.tight(2));
        GridDataFactory.fillDefaults().grab(true, false).applyTo(section);
        return section;
    }

    private void quiet(Composite section, String words) {
        Label label = Css.set(Texts.body(section, kit.look(), words), Css.QUIET);
        label.setFont(kit.look().font(TypeStyle.SMALL));
        GridDataFactory.fillDefaults()
                .span(2, 1)
                .grab(true, false)
                .hint(120, SWT.DEFAULT)
                .applyTo(label);
    }

    /** A quiet label at the left, the value at the right; a line that opens something is a link. */
    private void line(Composite section, String label, String value, @Nullable ConversationRef opens) {
        Label left = Texts.quiet(section, kit.look(), label);
        GridDataFactory.swtDefaults().align(SWT.BEGINNING, SWT.BEGINNING).applyTo(left);
        CardLink right = opens == null ? new CardLink(section, kit.look(), value, false) : link(section, value, opens);
        GridDataFactory.fillDefaults()
                .align(SWT.FILL, SWT.BEGINNING)
                .grab(true, false)
                .hint(60, SWT.DEFAULT)
                .applyTo(right);
    }

    private CardLink link(Composite section, String value, ConversationRef opens) {
        CardLink link = new CardLink(section, kit.look(), value, true);
        link.onActivate(() -> kit.models().inbox().open(opens));
        Names.id(link, "customer.other." + Long.toString(opens.id().value(), 36).toLowerCase(Locale.ROOT));
        return link;
    }
}
