/** Processes of Weir, as their users start them, that can be ended, frozen and started again. */
@NullMarked
package io.weir.acceptance.process;

import org.jspecify.annotations.NullMarked;
