/** What the manual holds and shows, without widgets. */
@NullMarked
package org.kontor.ui.help.internal.model;

import org.jspecify.annotations.NullMarked;
