/** Conversations, messages with their versions, inquiries, contacts. */
@NullMarked
package org.kontor.api.conversation;

import org.jspecify.annotations.NullMarked;
