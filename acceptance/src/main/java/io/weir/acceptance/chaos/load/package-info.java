/** Who uses Weir while it is harmed: clients of management, callers of an API, its back ends. */
@NullMarked
package io.weir.acceptance.chaos.load;

import org.jspecify.annotations.NullMarked;
