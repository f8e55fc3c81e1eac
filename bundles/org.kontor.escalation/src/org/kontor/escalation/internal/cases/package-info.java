/** Cases: opened from conversations, changed by people, every change in the timeline. */
@NullMarked
package org.kontor.escalation.internal.cases;

import org.jspecify.annotations.NullMarked;
