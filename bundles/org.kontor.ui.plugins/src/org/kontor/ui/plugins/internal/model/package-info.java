/** What the perspective knows and decides, without widgets. */
@NullMarked
package org.kontor.ui.plugins.internal.model;

import org.jspecify.annotations.NullMarked;
