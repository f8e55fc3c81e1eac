/** The connector SPI: what a channel can do, what it shows us, and how an answer goes out. */
@NullMarked
package org.kontor.api.channel;

import org.jspecify.annotations.NullMarked;
