/** What agents do with conversations besides answering. */
@NullMarked
package org.kontor.desk.internal.inbox;

import org.jspecify.annotations.NullMarked;
