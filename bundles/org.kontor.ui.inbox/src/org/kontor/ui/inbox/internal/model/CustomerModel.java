package org.kontor.ui.inbox.internal.model;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.kontor.api.account.Brand;
import org.kontor.api.account.ChannelType;
import org.kontor.api.conversation.Note;
import org.kontor.api.store.ConversationRef;

/** The person of the open conversation: who else he is, and what else he wrote to this brand. */
public final class CustomerModel {
    /**
     * What the card shows.
     *
     * @param name as the conversation shows it
     * @param person his profiles and other conversations
     * @param notes of this conversation, newest first
     */
    public record Card(
            ConversationRef ref,
            String name,
            ChannelType channel,
            Brand brand,
            Directory directory,
            Opened.Person person,
            List<Note> notes) {
        public Card {
            notes = List.copyOf(notes);
        }
    }

    private final Sections sections;
    private boolean escalated;
    private final Listeners<CustomerModel> listeners = new Listeners<>();
    private @Nullable Card card;

    /** @param sections what plug-ins have to say of the person */
    public CustomerModel(Sections sections) {
        this.sections = sections;
    }

    /** Who hears when {@link #card} is another. */
    public Listeners<CustomerModel> listeners() {
        return listeners;
    }

    /** What is known; null while nothing is open or nobody wrote. */
    public @Nullable Card card() {
        return card;
    }

    /** What plug-ins have to say. */
    public Sections sections() {
        return sections;
    }

    /** A conversation was opened, or what is open has changed; null if nothing is open. */
    public void show(@Nullable Opened opened, Locale locale) {
        if (opened == null) {
            become(null);
            sections.show(null, locale);
            return;
        }
        Card before = card;
        become(card(opened));
        boolean marked = opened.conversation().escalated();
        boolean other = marked != escalated;
        escalated = marked;
        // What is said of the cases is another thing once the conversation is in one.
        if (before == null || !before.ref().equals(opened.ref()) || other) {
            sections.show(opened.ref(), locale);
        }
    }

    private static Card card(Opened opened) {
        return new Card(
                opened.ref(),
                opened.conversation().customerName(),
                opened.conversation().channel(),
                opened.brand(),
                opened.directory(),
                opened.person(),
                opened.notes().reversed());
    }

    private void become(@Nullable Card next) {
        if (!Objects.equals(card, next)) {
            card = next;
            listeners.fire(this);
        }
    }
}
