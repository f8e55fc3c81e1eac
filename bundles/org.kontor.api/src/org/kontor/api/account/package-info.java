/** The agency, its clients, their brands, and each brand's accounts on the channels. */
@NullMarked
package org.kontor.api.account;

import org.jspecify.annotations.NullMarked;
