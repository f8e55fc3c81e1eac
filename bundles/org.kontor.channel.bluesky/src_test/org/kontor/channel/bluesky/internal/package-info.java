/** Tests of the Bluesky connector. */
@NullMarked
package org.kontor.channel.bluesky.internal;

import org.jspecify.annotations.NullMarked;
