/** Does what requests will do before the service says that it is ready. */
@NullMarked
package io.weir.rest.warm;

import org.jspecify.annotations.NullMarked;
