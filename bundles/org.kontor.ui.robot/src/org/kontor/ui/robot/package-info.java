/**
 * Works a window as a person does: finds widgets by id, accessible name or text, posts real key and mouse events, waits for
 * conditions, reads tables and takes screenshots. For tests and for the demo that drives itself; no product code needs it.
 */
@NullMarked
package org.kontor.ui.robot;

import org.jspecify.annotations.NullMarked;
