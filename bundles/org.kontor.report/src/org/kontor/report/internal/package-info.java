/** The report service. */
@NullMarked
package org.kontor.report.internal;

import org.jspecify.annotations.NullMarked;
