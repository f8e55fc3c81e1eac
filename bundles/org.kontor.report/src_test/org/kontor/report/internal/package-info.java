/** A seeded house for reports, and what is read back from exports. */
@NullMarked
package org.kontor.report.internal;

import org.jspecify.annotations.NullMarked;
