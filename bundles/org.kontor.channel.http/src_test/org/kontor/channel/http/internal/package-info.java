/** Tests of the HTTP layer. */
@NullMarked
package org.kontor.channel.http.internal;

import org.jspecify.annotations.NullMarked;
