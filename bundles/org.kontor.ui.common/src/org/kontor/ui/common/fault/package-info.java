/** What went wrong on a channel, said so that an agent knows what to do. */
@NullMarked
package org.kontor.ui.common.fault;

import org.jspecify.annotations.NullMarked;
