/** What nobody else needs to see. */
@NullMarked
package org.kontor.ui.common.internal;

import org.jspecify.annotations.NullMarked;
