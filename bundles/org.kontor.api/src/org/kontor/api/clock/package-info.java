/**
 * Service-level targets: office hours, policies and the deadlines that follow from them. Pure values, and the service that
 * keeps them.
 */
@NullMarked
package org.kontor.api.clock;

import org.jspecify.annotations.NullMarked;
