/** The HTTP layer on okhttp. */
@NullMarked
package org.kontor.channel.http.internal;

import org.jspecify.annotations.NullMarked;
