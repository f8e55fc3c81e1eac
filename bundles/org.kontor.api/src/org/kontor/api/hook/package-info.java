/** Hooks of the receive pipeline: triage and clocks. Batch in, rows out, no I/O. */
@NullMarked
package org.kontor.api.hook;

import org.jspecify.annotations.NullMarked;
