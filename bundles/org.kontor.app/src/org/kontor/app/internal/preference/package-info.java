/** The preferences: pages that bundles bring, drawn and checked here. */
@NullMarked
package org.kontor.app.internal.preference;

import org.jspecify.annotations.NullMarked;
