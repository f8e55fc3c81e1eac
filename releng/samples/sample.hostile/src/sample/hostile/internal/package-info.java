/** What no plug-in should do. */
@NullMarked
package sample.hostile.internal;

import org.jspecify.annotations.NullMarked;
