/** Which node of an upstream takes the next request, and what is known of each node's health. */
@NullMarked
package io.weir.dataplane.balance;

import org.jspecify.annotations.NullMarked;
