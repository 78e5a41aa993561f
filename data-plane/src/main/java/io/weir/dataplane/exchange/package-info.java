/**
 * The life of one request: where it goes, which nodes are tried, and what its client is answered.
 */
@NullMarked
package io.weir.dataplane.exchange;

import org.jspecify.annotations.NullMarked;
