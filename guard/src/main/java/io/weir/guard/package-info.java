/**
 * Which requests a management service lets in, and what its answers tell browsers: a page of
 * somebody else in an operator's browser does not get through.
 */
@NullMarked
package io.weir.guard;

import org.jspecify.annotations.NullMarked;
