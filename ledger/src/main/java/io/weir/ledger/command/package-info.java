/**
 * The words commands are written in: what is expected of a version, what is merged, what stands
 * against it; and the four commands that every kind of object has.
 */
@NullMarked
package io.weir.ledger.command;

import org.jspecify.annotations.NullMarked;
