/** How reports are said. */
@NullMarked
package org.kontor.report.internal.word;

import org.jspecify.annotations.NullMarked;
