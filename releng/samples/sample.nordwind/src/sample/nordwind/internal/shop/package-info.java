/** Nordwind's shop, as its REST interface shows it. */
@NullMarked
package sample.nordwind.internal.shop;

import org.jspecify.annotations.NullMarked;
