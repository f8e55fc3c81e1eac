package org.kontor.api.conversation;

import java.time.Instant;
import org.kontor.api.id.BrandId;
import org.kontor.api.id.ConversationId;
import org.kontor.api.id.NoteId;
import org.kontor.api.id.UserId;

/** A word among colleagues; never leaves the house. */
public record Note(NoteId id, BrandId brand, ConversationId conversation, UserId author, String text, Instant at) {}
