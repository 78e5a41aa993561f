/** Custom domains of services: commands, representation and resource. */
@NullMarked
package io.weir.control.domain;

import org.jspecify.annotations.NullMarked;
