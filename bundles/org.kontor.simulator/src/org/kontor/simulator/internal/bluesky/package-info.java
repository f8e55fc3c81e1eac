/** A server that speaks the part of the AT Protocol a connector uses. */
@NullMarked
package org.kontor.simulator.internal.bluesky;

import org.jspecify.annotations.NullMarked;
