/** The tour: an API behind a VPC upstream, built and called as {@code tour.txt} says. */
@NullMarked
package io.weir.standalone.demo;

import org.jspecify.annotations.NullMarked;
