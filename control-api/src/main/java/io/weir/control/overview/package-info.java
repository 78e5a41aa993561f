/** What there is, and what needs somebody's attention. */
@NullMarked
package io.weir.control.overview;

import org.jspecify.annotations.NullMarked;
