/** Answering: drafts, replies, the outbox as its workers see it. */
@NullMarked
package org.kontor.desk.internal.reply;

import org.jspecify.annotations.NullMarked;
