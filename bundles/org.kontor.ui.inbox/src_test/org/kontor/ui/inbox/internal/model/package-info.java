@NullMarked
package org.kontor.ui.inbox.internal.model;

import org.jspecify.annotations.NullMarked;
