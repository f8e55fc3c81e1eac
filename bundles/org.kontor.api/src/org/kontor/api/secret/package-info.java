/** Where tokens and passwords are kept. */
@NullMarked
package org.kontor.api.secret;

import org.jspecify.annotations.NullMarked;
