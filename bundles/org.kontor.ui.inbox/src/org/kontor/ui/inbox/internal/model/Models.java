package org.kontor.ui.inbox.internal.model;

import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.kontor.ui.api.side.SideSection;

/** All models of the inbox, wired: the list leads, the conversation follows it, reply and card follow the conversation. */
public final class Models {
    private final Services services;
    private final Feed feed;
    private final InboxModel inbox;
    private final QueueCounts counts;
    private final Actions actions;
    private final DraftJournal journal;
    private final ConversationModel conversation;
    private final ReplyModel reply;
    private final CustomerModel customer;

    /**
     * @param locale in which plug-ins are asked
     * @param sections the sections of the card that are installed now
     */
    public Models(
            Services services,
            Threads threads,
            InstantSource clock,
            Locale locale,
            Supplier<List<SideSection>> sections) {
        this.services = services;
        feed = new Feed(services, threads);
        inbox = new InboxModel(services, threads, clock, feed);
        counts = new QueueCounts(services, threads, feed);
        actions = new Actions(services, threads, inbox, feed);
        journal = new DraftJournal(services, threads);
        conversation = new ConversationModel(services, threads, inbox, feed);
        reply = new ReplyModel(services, threads, clock, actions, journal, locale);
        customer = new CustomerModel(new Sections(services, threads, sections));
        inbox.listeners().add(event -> {
            if (event instanceof ListEvent.Lead lead) {
                conversation.open(lead.lead());
            }
        });
        conversation.listeners().add(state -> {
            reply.show(conversation.opened());
            customer.show(conversation.opened(), locale);
        });
    }

    /** Begins to read and to follow. */
    public void start() {
        feed.start();
    }

    /** Ends: what was typed is written, nothing is followed any more. */
    public void end() {
        journal.flush();
        inbox.end();
        feed.end();
    }

    public Services services() {
        return services;
    }

    public Feed feed() {
        return feed;
    }

    public InboxModel inbox() {
        return inbox;
    }

    public QueueCounts counts() {
        return counts;
    }

    public Actions actions() {
        return actions;
    }

    public DraftJournal journal() {
        return journal;
    }

    public ConversationModel conversation() {
        return conversation;
    }

    public ReplyModel reply() {
        return reply;
    }

    public CustomerModel customer() {
        return customer;
    }
}
