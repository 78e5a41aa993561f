/** VPC upstreams: commands, representation and resource. */
@NullMarked
package io.weir.control.upstream;

import org.jspecify.annotations.NullMarked;
