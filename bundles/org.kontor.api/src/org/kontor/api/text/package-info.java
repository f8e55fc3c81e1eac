/** Text as channels count it. */
@NullMarked
package org.kontor.api.text;

import org.jspecify.annotations.NullMarked;
