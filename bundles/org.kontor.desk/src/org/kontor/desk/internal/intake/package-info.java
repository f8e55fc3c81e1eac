/** Taking in what channels show: ledger, threading, inquiries, rows. */
@NullMarked
package org.kontor.desk.internal.intake;

import org.jspecify.annotations.NullMarked;
