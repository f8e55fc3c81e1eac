/** Pages of the preferences, contributed as models that the window draws. */
@NullMarked
package org.kontor.ui.api.preference;

import org.jspecify.annotations.NullMarked;
