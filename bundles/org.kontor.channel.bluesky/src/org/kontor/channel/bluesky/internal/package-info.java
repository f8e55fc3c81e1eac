/** The connector to Bluesky and other AT Protocol networks. Nothing here is API: it is reached as a service. */
@NullMarked
package org.kontor.channel.bluesky.internal;

import org.jspecify.annotations.NullMarked;
