/**
 * What every management service of Weir speaks over HTTP: problems, bodies, preconditions, paging
 * and positions.
 */
@NullMarked
package io.weir.rest;

import org.jspecify.annotations.NullMarked;
