/** Proves the balances. */
@NullMarked
package org.kontor.desk.internal.balance;

import org.jspecify.annotations.NullMarked;
