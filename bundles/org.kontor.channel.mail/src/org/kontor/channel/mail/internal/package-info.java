/** The mail connector: settings, texts, and the service that ties reading and the wire together. */
@NullMarked
package org.kontor.channel.mail.internal;

import org.jspecify.annotations.NullMarked;
