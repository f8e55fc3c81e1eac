/** Names for screen readers and the robot, and a check that every control has one. */
@NullMarked
package org.kontor.ui.common.access;

import org.jspecify.annotations.NullMarked;
