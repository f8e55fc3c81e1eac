/** Reports as files. */
@NullMarked
package org.kontor.report.internal.export;

import org.jspecify.annotations.NullMarked;
