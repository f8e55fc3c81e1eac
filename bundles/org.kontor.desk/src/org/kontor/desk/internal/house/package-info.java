/** What every use case needs: ids, time, scopes, connectors. */
@NullMarked
package org.kontor.desk.internal.house;

import org.jspecify.annotations.NullMarked;
