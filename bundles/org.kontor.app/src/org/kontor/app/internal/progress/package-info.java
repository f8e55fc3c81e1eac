/** What is being worked on, and the part that shows it. */
@NullMarked
package org.kontor.app.internal.progress;

import org.jspecify.annotations.NullMarked;
