/** What the commands of the window do. */
@NullMarked
package org.kontor.app.internal.handler;

import org.jspecify.annotations.NullMarked;
