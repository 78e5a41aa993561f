/** The tour: an API behind a VPC upstream, built and called through the public addresses alone. */
@NullMarked
package io.weir.standalone.demo;

import org.jspecify.annotations.NullMarked;
