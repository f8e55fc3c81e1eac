package org.kontor.ui.inbox.internal;

import org.eclipse.core.runtime.NullProgressMonitor;
import org.jspecify.annotations.Nullable;
import org.kontor.api.access.Right;
import org.kontor.api.access.Scope;
import org.kontor.api.account.Account;
import org.kontor.api.channel.AttachmentRef;
import org.kontor.api.channel.ChannelConnector;
import org.kontor.api.channel.ChannelSession;
import org.kontor.api.channel.FetchesAttachments;
import org.kontor.api.conversation.Attachment;
import org.kontor.api.conversation.Message;
import org.kontor.api.ledger.LedgerEntry;
import org.kontor.api.store.StoreException;
import org.kontor.ui.inbox.internal.model.Services;
import org.kontor.ui.inbox.internal.view.Outside.CannotFetch;

/** Brings the content of attachments: from the store where it is kept, else from the channel. For workers. */
final class Fetching {
    private static final long MOST = 100_000_000;

    private final Services services;
    private final Words words;

    Fetching(Services services, Words words) {
        this.services = services;
        this.words = words;
    }

    private record Place(
            byte @Nullable [] kept,
            @Nullable Account account,
            @Nullable LedgerEntry source) {}

    byte[] fetch(Message message, Attachment attachment) {
        Place place = find(message, attachment);
        byte[] kept = place.kept();
        if (kept != null) {
            return kept;
        }
        Account account = place.account();
        LedgerEntry source = place.source();
        ChannelConnector connector = account == null
                ? null
                : services.connectors().of(account.channel()).orElse(null);
        if (account == null || source == null || connector == null) {
            throw new CannotFetch(words.texts().attachment_unavailable);
        }
        try (ChannelSession session = connector.open(services.connectors().context(account))) {
            if (!(session instanceof FetchesAttachments fetches)) {
                throw new CannotFetch(words.texts().attachment_unavailable);
            }
            AttachmentRef ref = new AttachmentRef(
                    attachment.locator(),
                    attachment.name(),
                    attachment.mediaType(),
                    attachment.size(),
                    attachment.description());
            return switch (fetches.fetch(ref, source.event(), MOST, new NullProgressMonitor())) {
                case FetchesAttachments.Fetched.Content content -> kept(message, attachment, content.bytes());
                case FetchesAttachments.Fetched.Failed failed -> throw new CannotFetch(words.fault(failed.fault()));
            };
        }
    }

    /** What could not be kept is fetched again the next time; whoever waits for it has it all the same. */
    private byte[] kept(Message message, Attachment attachment, byte[] content) {
        Scope scope = services.scope();
        if (scope.brands(Right.ANSWER).contains(message.brand())) {
            try {
                services.reading().keep(scope, message.brand(), attachment, content);
            } catch (StoreException broken) {
                // The list and the status line say so: here it must not cost what was fetched.
                return content;
            }
        }
        return content;
    }

    private Place find(Message message, Attachment attachment) {
        var source = message.source();
        return services.read(rows -> new Place(
                rows.message(message.brand(), message.id()).stream()
                        .flatMap(now -> now.attachments().stream())
                        .filter(now -> now.id().equals(attachment.id()) && now.blob() != null)
                        .findFirst()
                        .flatMap(now -> rows.blob(message.brand(), String.valueOf(now.blob())))
                        .orElse(null),
                rows.account(message.brand(), message.account()).orElse(null),
                source == null
                        ? null
                        : rows.ledgerEntry(message.brand(), source).orElse(null)));
    }
}
