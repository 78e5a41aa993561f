/** What is told of a change that is only tried: what it would record, and what that would mean. */
@NullMarked
package io.weir.rest.dryrun;

import org.jspecify.annotations.NullMarked;
