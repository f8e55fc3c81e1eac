/** Who may see and do what: users, rights, and the scope that every read and write names. */
@NullMarked
package org.kontor.api.access;

import org.jspecify.annotations.NullMarked;
