/** Reads and checks who did what. */
@NullMarked
package org.kontor.desk.internal.audit;

import org.jspecify.annotations.NullMarked;
