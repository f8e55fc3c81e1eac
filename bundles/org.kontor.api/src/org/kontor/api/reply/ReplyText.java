package org.kontor.api.reply;

import org.kontor.api.account.Brand;
import org.kontor.api.account.ChannelType;
import org.kontor.api.channel.ReplyMode;
import org.kontor.api.store.ConversationRef;

/**
 * A reply that is being written, as a check sees it.
 *
 * @param brand for whom it is written
 * @param text as it would be sent; may be empty
 * @since 0.1
 */
public record ReplyText(ConversationRef conversation, Brand brand, ChannelType channel, ReplyMode mode, String text) {}
