/** The record of every event a channel ever showed us, written before it is understood. */
@NullMarked
package org.kontor.api.ledger;

import org.jspecify.annotations.NullMarked;
