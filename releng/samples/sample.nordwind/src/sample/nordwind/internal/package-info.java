/** What Nordwind's plug-in contributes to Kontor. */
@NullMarked
package sample.nordwind.internal;

import org.jspecify.annotations.NullMarked;
