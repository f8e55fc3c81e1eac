/** The numbers: what is read for them and how they are put together. */
@NullMarked
package org.kontor.report.internal.figure;

import org.jspecify.annotations.NullMarked;
