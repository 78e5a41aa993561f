/**
 * What the facts mean: the one fold that decides commands, builds read models and feeds routing.
 */
@NullMarked
package io.weir.contracts.image;

import org.jspecify.annotations.NullMarked;
