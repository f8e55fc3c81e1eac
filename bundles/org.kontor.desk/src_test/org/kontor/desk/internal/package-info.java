/** Tests of the desk on a real embedded store. */
@NullMarked
package org.kontor.desk.internal;

import org.jspecify.annotations.NullMarked;
