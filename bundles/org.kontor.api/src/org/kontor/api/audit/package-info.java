/** Escalations: complaints and incidents as objects of their own, with a timeline, an owner and an outcome. */
@NullMarked
package org.kontor.api.audit;

import org.jspecify.annotations.NullMarked;
