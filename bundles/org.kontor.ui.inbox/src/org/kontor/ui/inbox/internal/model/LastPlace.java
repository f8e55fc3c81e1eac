package org.kontor.ui.inbox.internal.model;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.kontor.api.id.BrandId;
import org.kontor.api.id.ConversationId;
import org.kontor.api.store.ConversationRef;
import org.kontor.api.store.InboxQuery.Order;
import org.kontor.api.store.Queue;
import org.kontor.ui.api.state.ViewStates;

/** Where the user was in the inbox, kept over a restart: the queue, the orders of the queues, the conversation. */
public final class LastPlace {
    static final String QUEUE = "org.kontor.ui.inbox.queue";
    static final String ORDERS = "org.kontor.ui.inbox.orders";
    static final String CONVERSATION = "org.kontor.ui.inbox.conversation";

    private final ViewStates states;
    private final InboxModel inbox;

    public LastPlace(ViewStates states, InboxModel inbox) {
        this.states = states;
        this.inbox = inbox;
    }

    /** Brings the list there, before it reads anything, and follows it from now on. */
    public void restore() {
        Map<Queue, Order> orders = new EnumMap<>(Queue.class);
        for (String line : states.list(ORDERS)) {
            String[] words = line.split(" ");
            Queue queue = constant(Queue.class, words[0]);
            Order order = constant(Order.class, words[words.length - 1]);
            if (queue != null && order != null) {
                orders.put(queue, order);
            }
        }
        Queue last = constant(Queue.class, states.get(QUEUE).orElse(""));
        inbox.begin(
                last == null ? Queue.UNANSWERED : last,
                orders,
                conversation(states.get(CONVERSATION).orElse("")));
        inbox.listeners().add(this::heard);
    }

    private void heard(ListEvent event) {
        switch (event) {
            case ListEvent.Head head -> keep();
            case ListEvent.Lead lead -> {
                ConversationRef ref = lead.lead();
                if (ref == null) {
                    states.remove(CONVERSATION);
                } else {
                    states.put(
                            CONVERSATION, ref.brand().value() + " " + ref.id().value());
                }
            }
            case ListEvent.Reset reset -> {
                // what it holds is nothing to come back to
            }
            case ListEvent.Rows rows -> {
                // nor is how they look
            }
        }
    }

    private void keep() {
        states.put(QUEUE, inbox.queue().name());
        List<String> lines = new ArrayList<>();
        new TreeMap<>(inbox.orders()).forEach((queue, order) -> lines.add(queue.name() + " " + order.name()));
        if (lines.isEmpty()) {
            states.remove(ORDERS);
        } else {
            states.put(ORDERS, lines);
        }
    }

    private static @Nullable ConversationRef conversation(String kept) {
        String[] ids = kept.split(" ");
        try {
            return ids.length == 2
                    ? new ConversationRef(
                            new BrandId(Long.parseLong(ids[0])), new ConversationId(Long.parseLong(ids[1])))
                    : null;
        } catch (NumberFormatException unreadable) {
            return null;
        }
    }

    /** What an older or newer version kept may mean nothing to this one. */
    private static <E extends Enum<E>> @Nullable E constant(Class<E> type, String name) {
        for (E each : type.getEnumConstants()) {
            if (each.name().equals(name)) {
                return each;
            }
        }
        return null;
    }
}
