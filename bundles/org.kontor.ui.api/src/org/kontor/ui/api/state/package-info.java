/** What views keep over restarts. */
@NullMarked
package org.kontor.ui.api.state;

import org.jspecify.annotations.NullMarked;
