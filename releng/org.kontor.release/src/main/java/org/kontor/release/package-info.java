/** What ships: its parts, their licences, and whether it installs and starts. */
@NullMarked
package org.kontor.release;

import org.jspecify.annotations.NullMarked;
