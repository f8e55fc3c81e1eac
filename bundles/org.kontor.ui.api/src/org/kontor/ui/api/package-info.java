/** What perspectives and plug-ins hang themselves onto: anchors of the window, commands, topics, context keys. */
@NullMarked
package org.kontor.ui.api;

import org.jspecify.annotations.NullMarked;
