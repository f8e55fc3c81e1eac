/** The checks of replies that the house itself makes. */
@NullMarked
package org.kontor.desk.internal.check;

import org.jspecify.annotations.NullMarked;
