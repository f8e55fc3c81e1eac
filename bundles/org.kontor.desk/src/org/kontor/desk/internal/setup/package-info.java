/** Setting up clients, brands and accounts. */
@NullMarked
package org.kontor.desk.internal.setup;

import org.jspecify.annotations.NullMarked;
