/** Reports: figures with their written definitions, and the inquiries behind each. */
@NullMarked
package org.kontor.api.report;

import org.jspecify.annotations.NullMarked;
