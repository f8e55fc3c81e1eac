package org.kontor.ui.inbox.internal.model;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.kontor.api.account.Brand;
import org.kontor.api.account.ChannelType;
import org.kontor.api.conversation.Conversation;
import org.kontor.api.conversation.Note;
import org.kontor.api.conversation.Profile;
import org.kontor.api.id.ContactId;
import org.kontor.api.store.ConversationRef;

/** The person of the open conversation: who else he is, and what else he wrote to this brand. */
public final class CustomerModel {
    /** The most other conversations that are listed. */
    static final int MOST = 20;

    /**
     * What the card shows.
     *
     * @param name as the conversation shows it
     * @param known his profiles, that of the conversation first
     * @param others his other conversations, newest first
     * @param more whether there are more than {@code others}
     * @param notes of this conversation, newest first
     */
    public record Card(
            ConversationRef ref,
            String name,
            ChannelType channel,
            Brand brand,
            Directory directory,
            List<Profile> known,
            List<Conversation> others,
            boolean more,
            List<Note> notes) {
        public Card {
            known = List.copyOf(known);
            others = List.copyOf(others);
            notes = List.copyOf(notes);
        }
    }

    private final Services services;
    private final Threads threads;
    private final Sections sections;
    private final Listeners<CustomerModel> listeners = new Listeners<>();
    private final TaskSlot reading = new TaskSlot();
    private @Nullable Card card;

    /** @param sections what plug-ins have to say of the person */
    public CustomerModel(Services services, Threads threads, Sections sections) {
        this.services = services;
        this.threads = threads;
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
        reading.cancel();
        if (opened == null) {
            become(null);
            sections.show(null, locale);
            return;
        }
        Card before = card;
        boolean other = before == null || !before.ref().equals(opened.ref());
        Profile customer = opened.customer();
        List<Profile> known = customer == null ? List.of() : List.of(customer);
        // What is known already is shown at once; the rest follows.
        Card first = card(opened, other || before == null ? known : before.known(), List.of(), false);
        become(other || before == null ? first : withOthers(first, before.others(), before.more()));
        if (other) {
            sections.show(opened.ref(), locale);
        }
        if (customer != null) {
            ContactId contact = customer.contact();
            reading.set(threads.work(
                    "customer", () -> read(opened, customer, contact), this::took, fault -> reading.done()));
        }
    }

    private Card read(Opened opened, Profile customer, ContactId contact) {
        return services.read(rows -> {
            List<Profile> known = rows.profiles(opened.brand().id(), contact).stream()
                    .sorted(Comparator.comparing(profile -> !profile.id().equals(customer.id())))
                    .toList();
            List<Conversation> all = rows.conversationsOf(opened.brand().id(), contact, MOST + 2);
            List<Conversation> others = all.stream()
                    .filter(one -> !ConversationRef.of(one).equals(opened.ref()))
                    .toList();
            boolean more = others.size() > MOST;
            return card(opened, known, more ? others.subList(0, MOST) : others, more);
        });
    }

    private static Card card(Opened opened, List<Profile> known, List<Conversation> others, boolean more) {
        return new Card(
                opened.ref(),
                opened.conversation().customerName(),
                opened.conversation().channel(),
                opened.brand(),
                opened.directory(),
                known,
                others,
                more,
                opened.notes().reversed());
    }

    private static Card withOthers(Card card, List<Conversation> others, boolean more) {
        return new Card(
                card.ref(),
                card.name(),
                card.channel(),
                card.brand(),
                card.directory(),
                card.known(),
                others,
                more,
                card.notes());
    }

    private void took(Card read) {
        reading.done();
        become(read);
    }

    private void become(@Nullable Card next) {
        if (!Objects.equals(card, next)) {
            card = next;
            listeners.fire(this);
        }
    }
}
