/** A perspective with every widget in it, for tests and pictures. */
@NullMarked
package org.kontor.app.internal.gallery;

import org.jspecify.annotations.NullMarked;
