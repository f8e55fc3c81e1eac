/** The report on paper: PDF with vector charts, an embedded font and tags for screen readers. */
@NullMarked
package org.kontor.report.internal.pdf;

import org.jspecify.annotations.NullMarked;
