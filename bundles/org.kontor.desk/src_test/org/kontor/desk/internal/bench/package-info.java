/** What the receive pipeline and the inbox's reads cost at an agency's size: {@code ./kontor bench store}. */
@NullMarked
package org.kontor.desk.internal.bench;

import org.jspecify.annotations.NullMarked;
