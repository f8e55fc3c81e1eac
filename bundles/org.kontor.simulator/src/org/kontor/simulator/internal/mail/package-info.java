/** GreenMail's protocols over folders that survive a restart. */
@NullMarked
package org.kontor.simulator.internal.mail;

import org.jspecify.annotations.NullMarked;
