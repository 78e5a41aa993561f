/** Whether every process has made the same configuration of the same events. */
@NullMarked
package io.weir.control.replay;

import org.jspecify.annotations.NullMarked;
