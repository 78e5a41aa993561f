/** Problem details for this service's few endpoints. */
@NullMarked
package io.weir.projector.http;

import org.jspecify.annotations.NullMarked;
