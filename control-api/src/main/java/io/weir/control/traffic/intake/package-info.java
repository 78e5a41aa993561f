/** Reads what replicas tell into memory. */
@NullMarked
package io.weir.control.traffic.intake;

import org.jspecify.annotations.NullMarked;
