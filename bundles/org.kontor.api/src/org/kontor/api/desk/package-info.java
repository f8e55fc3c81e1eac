/** Use cases: taking in what channels show, answering, assigning, setting up. */
@NullMarked
package org.kontor.api.desk;

import org.jspecify.annotations.NullMarked;
