/**
 * Child processes: started in order, watched, started again, stopped, and found again after a
 * crash.
 */
@NullMarked
package io.weir.standalone.process;

import org.jspecify.annotations.NullMarked;
