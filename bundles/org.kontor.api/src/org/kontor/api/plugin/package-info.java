/** What other bundles contribute, and the guard through which every contribution is called. */
@NullMarked
package org.kontor.api.plugin;

import org.jspecify.annotations.NullMarked;
