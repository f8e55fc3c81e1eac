/** The error log: what is kept of the log, and the part that shows it. */
@NullMarked
package org.kontor.app.internal.log;

import org.jspecify.annotations.NullMarked;
